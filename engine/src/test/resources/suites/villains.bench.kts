title("Villains")

functions(sphere)
dimensions(2)
seeds(1..4)
budget(100.evaluations)

val thrower = optimizer("thrower") { problem, random ->
    problem.evaluate(random.nextPoint(problem.bounds))
    error("no idea")
}
val exiter = optimizer("exiter") { problem, random ->
    problem.evaluate(random.nextPoint(problem.bounds))
    kotlin.system.exitProcess(0)
}
// Tests let go of those that they leave behind in their own JVM: HostileBodies.kt.
fun leash() = System.getProperty("benchwright.hostile.leash", "")
val sleeper = optimizer("sleeper") { problem, random ->
    val leash = leash()
    problem.evaluate(random.nextPoint(problem.bounds))
    while (leash() == leash) { }
}
val eater = optimizer("eater") { problem, random ->
    val all = mutableListOf<ByteArray>()
    while (true) all.add(ByteArray(10_000_000))
}

optimizers(RandomSearch(), thrower, exiter, sleeper, eater)
