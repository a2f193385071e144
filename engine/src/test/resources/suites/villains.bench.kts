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
val sleeper = optimizer("sleeper") { problem, random ->
    problem.evaluate(random.nextPoint(problem.bounds))
    while (problem.remaining > 0) { }
}
val eater = optimizer("eater") { problem, random ->
    val all = mutableListOf<ByteArray>()
    while (true) all.add(ByteArray(10_000_000))
}

optimizers(RandomSearch(), thrower, exiter, sleeper, eater)
