functions(sphere)
dimensions(2)
budget(10.perDimensions)
optimizers(RandomSearch())
