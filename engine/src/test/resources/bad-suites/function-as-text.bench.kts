functions("sphere", 10, "bbob-f1")
dimensions(2, 5)
budget(10.perDimension)
optimizers(RandomSearch())
