functions(sphere)
dimensions(2)
budget(10.perDimension)
check(1 > 2) { "one is not more than two" }
optimizers(RandomSearch())
