val noisy by formula { x ->
    x[0] + System.nanoTime() % 2
}
functions(noisy)
dimensions(2)
budget(10.perDimension)
optimizers(RandomSearch())
