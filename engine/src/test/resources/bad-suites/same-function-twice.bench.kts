functions(sphere, bbob(1, 2), sphere(shifted = true), bbob(2..3))
dimensions(2, 5)
budget(10.perDimension)
optimizers(RandomSearch())
