functions(sphere)
dimensions(2)
budget(1000)
optimizers(RandomSearch())
