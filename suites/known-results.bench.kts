// Are our optimizers as strong as the published ones? Trials as in BBOB-2009: instances 1 to 5, three times each.
title("Known results: our optimizers beside those of BBOB-2009")
spec("docs/specs/003-known-results.md")

functions(bbob(1..24))
dimensions(2, 5, 20)
instances(1..5)
seeds(1..3)
budget(10_000.perDimension)

optimizers(
    RandomSearch(),
    OnePlusOneEs(),
    NelderMead(),
    Bfgs(),
    CmaEs(),
    IpopCmaEs(),
    BipopCmaEs(),
    DifferentialEvolution(),
    LShade(),
    ParticleSwarm(),
    GeneticAlgorithm(),
    MantaRay(),
)

quick {
    functions(bbob(1, 8))
    dimensions(2)
    instances(1..2)
    seeds(1)
    budget(100.perDimension)
}
