functions(sphere)
dimensions(2)
budget(0.perDimension)
optimizers(RandomSearch())
