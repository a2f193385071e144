functions(sphere)
dimensions(2)
budget(10.perDimension)
limit(0.seconds)
optimizers(RandomSearch())
quick {
    limit(9_000.hours)
    limit(1.minutes)
}
