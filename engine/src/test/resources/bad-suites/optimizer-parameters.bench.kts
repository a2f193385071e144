functions(sphere)
dimensions(2)
budget(10.perDimension)
optimizers(
    MantaRay(population = 1),
    MantaRay("one-leap", somersault = -1.0), // "a (comment"
    CmaEs(sigma = 0.0),
    CmaEs("not-a-number", sigma = Double.NaN),
)
