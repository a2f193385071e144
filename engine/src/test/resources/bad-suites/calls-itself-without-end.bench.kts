fun deep(n: Int): Int = deep(n + 1) + 1
functions(sphere)
dimensions(deep(1))
budget(10.perDimension)
optimizers(RandomSearch())
