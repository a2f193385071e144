functions(sphere)
dimensions(2)
optimizers(RandomSearch())
