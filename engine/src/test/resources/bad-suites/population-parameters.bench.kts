functions(sphere)
dimensions(2)
budget(10.perDimension)
optimizers(
    DifferentialEvolution(populationPerDimension = 0),
    DifferentialEvolution("heavy", weight = 2.5),
    LShade(bestShare = 1.5),
    LShade("no-archive", archive = -1.0),
    ParticleSwarm(informed = 0),
    ParticleSwarm("pushed", attraction = 5.0),
    GeneticAlgorithm(crossover = Double.NaN),
    GeneticAlgorithm("wide", mutationIndex = 0.0),
)
