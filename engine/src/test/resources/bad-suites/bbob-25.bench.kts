functions(sphere, bbob(0, 8, 25), bbob(20..30))
dimensions(2, 5)
budget(10.perDimension)
optimizers(RandomSearch())
