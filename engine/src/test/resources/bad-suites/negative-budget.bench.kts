functions(sphere)
dimensions(2)
budget(-5.perDimension)
optimizers(RandomSearch())
