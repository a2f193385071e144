functions(spere, rastrigin, styblinski_tang)
dimensions(2, 5)
budget(10.perDimension)
optimizers(RandomSearch())
