functions sphere
dimensions(2, 5)
budget(10.perDimension)
optimizers(RandomSearch())
