// What every pull request runs: do all optimizers still swim?
title("Quick look")
spec("docs/specs/001-quick.md")

val tilted by formula(optimum = 0.0) { x -> x.indices.sumOf { i -> (i + 1) * x[i] * x[i] } }

functions(sphere, rastrigin, bbob(1, 8, 15, 21), tilted)
dimensions(2, 5)
instances(1..2)
seeds(1)
budget(200.perDimension)
targets(from = 1e2, to = 1e-8, perDecade = 5)

optimizers(
    RandomSearch(),
    MantaRay(),
    MantaRay("manta-ray-20", population = 20),
    CmaEs(sigma = 2.0),
)

failWhen(expectedRuntime, worseBy = 10.percent)
failWhen(successRate, worseBy = 5.percent, of = listOf("manta-ray", "cma-es"))

publish(table(expectedRuntime), to = "docs/benchmarks/quick.md#standings")
publish(curves(expectedRuntime), to = "docs/benchmarks/quick.md#curves")
