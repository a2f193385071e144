functions(bbob(), bbob(24..1))
dimensions(2, 5)
budget(10.perDimension)
optimizers(RandomSearch())
