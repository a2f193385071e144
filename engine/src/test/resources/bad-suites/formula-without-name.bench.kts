functions(formula { x -> x[0] })
dimensions(2, 5)
budget(10.perDimension)
optimizers(RandomSearch())
