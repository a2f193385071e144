// Says all that a suite can say.
title("Says it all")

val bowl by formula(optimum = 0.5) { x -> 0.5 + x.sumOf { it * it } }
val wave by formula(lower = -1.0, upper = 2.0) { x -> x.sumOf { it * it * it } }

functions(sphere, bbob(1, 2), bowl, wave)
dimensions(2, 3)
instances(1..2)
seeds(7, 9)
budget(30.perDimension)
limit(45.minutes)
targets(from = 1e2, to = 1e-2, perDecade = 1)

val drifter = optimizer("drifter") { problem, random ->
    while (true) problem.evaluate(random.nextPoint(problem.bounds))
}

optimizers(MantaRay(population = 5), CmaEs(sigma = 1.5), drifter)

failWhen(expectedRuntime, worseBy = 12.5.percent)
warnWhen(successRate, worseBy = 5.percent, of = listOf("drifter"))

publish(table(expectedRuntime), to = "docs/standings.md#table")

quick {
    functions(sphere)
    dimensions(2)
    budget(40.evaluations)
}
