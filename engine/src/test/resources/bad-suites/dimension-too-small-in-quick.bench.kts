functions(sphere)
dimensions(1, 2)
budget(10.perDimension)
optimizers(RandomSearch())
quick {
    functions(bbob(3))
}
