functions(sphere)
dimensions(2)
budget(10.perDimension)
optimizers(MantaRey(), randomSearch())
