// Does Manta Ray Foraging run, and does it find an optimum that does not lie in the middle of the box?
title("Manta Ray Foraging of the library")

functions(sphere, bbob(1, 3, 8, 15))
dimensions(2, 5, 10)
instances(1..5)
seeds(1..3)
budget(2_000.perDimension)
targets(from = 1e2, to = 1e-8, perDecade = 5)
optimizers(
    optimizer("manta-ray", example.MantaRayForaging(20)),
    RandomSearch(),
)

failWhen(expectedRuntime, worseBy = 10.percent, of = listOf("manta-ray"))
failWhen(successRate, worseBy = 5.percent, of = listOf("manta-ray"))

quick {
    dimensions(2, 5)
    instances(1..2)
    seeds(1)
    budget(200.perDimension)
}
