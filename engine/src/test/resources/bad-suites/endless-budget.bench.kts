functions(sphere)
dimensions(2)
budget(10_000_000_000_000.evaluations)
optimizers(RandomSearch())
