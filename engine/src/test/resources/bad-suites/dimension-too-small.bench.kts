functions(bbob(1..24), rosenbrock, sphere)
dimensions(2, 1)
budget(10.perDimension)
optimizers(RandomSearch())
quick { dimensions(1) }
