title("Sizes of nothing")
functions(sphere)
dimensions(2)
budget(100.perDimension)
optimizers(RandomSearch())
sizes(small = 10)
sameResults(tolerance = 1e-6)
quick { timing(runs = 1..2) }
