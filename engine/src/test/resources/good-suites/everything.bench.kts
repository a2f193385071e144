// Every statement and every kind of value once.
title("Everything that a suite can say: über alles")

val narrow by formula(lower = 0.0, upper = 1.0, optimum = -2.5) { x -> x.sum() - 2.5 }
val fewest = 2

functions(
    sphere, sphere(shifted = false), rosenbrock, rastrigin, ackley, griewank,
    schwefel12, schwefel221, schwefel222, schwefel226, levy, zakharov, styblinskiTang,
    step(), penalized1, penalized2(shifted = false),
    bbob(24), bbob(1..3),
    narrow,
)
dimensions(fewest..10 step 4)
instances(3, 1)
seeds(7, 9_000_000_000)
budget(2_500.evaluations)
limit(2.hours)
targets(from = 1e1, to = 1e-3, perDecade = 2)
optimizers(
    RandomSearch("chance"),
    MantaRay(population = 30, somersault = 1.5),
    CmaEs("cma-es-small", sigma = 0.5),
    optimizer("still") { problem, _ -> problem.evaluate(DoubleArray(problem.dimension)) },
)
failWhen(expectedRuntime, worseBy = 2.5.percent)
failWhen(memory, worseBy = 20.percent, of = listOf("still"))
warnWhen(successRate, worseBy = 0.percent)
warnWhen(utilization, worseBy = 5.percent)
warnWhen(time, worseBy = 10.percent)
publish(table(expectedRuntime), to = "docs/a.md#table")
publish(curves(successRate), to = "docs/a.md#curves")
publish(sparkline(time), to = "README.md#trend")
quick {
    functions(narrow, bbob(1))
    dimensions(2)
    instances(1)
    seeds(1..2)
    budget(10.perDimension)
    limit(90.seconds)
}
