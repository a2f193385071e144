functions(sphere)
dimensions(2)
budget(10.perDimension)
optimizers(
    MantaRay(),
    RandomSearch(), MantaRay(population = 20),
)
