functions(sphere)
dimensions(2)
budget((-5).evaluations)
optimizers(RandomSearch())
