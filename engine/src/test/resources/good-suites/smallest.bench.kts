functions(sphere)
dimensions(1)
budget(1.evaluations)
optimizers(RandomSearch())
