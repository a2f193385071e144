object Readings {
    var count = 0
}

functions(sphere)
dimensions(2)
budget(10.perDimension)
instances(++Readings.count)
optimizers(RandomSearch())
