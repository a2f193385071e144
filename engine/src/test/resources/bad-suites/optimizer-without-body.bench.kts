functions(sphere)
dimensions(2)
budget(10.perDimension)
optimizers(ScriptOptimizer("mine"), RandomSearch())
