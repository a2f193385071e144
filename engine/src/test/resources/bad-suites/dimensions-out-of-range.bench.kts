functions(sphere)
dimensions(0, -2, 5, 100_000)
budget(10.perDimension)
optimizers(RandomSearch())
