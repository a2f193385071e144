functions(sphere)
dimensions(2, 5)
budget(10.perDimension)
optimizers(RandomSearch())
quick {
    title("Quick")
    dimensions(2)
    optimizers(MantaRay())
}
quick { dimensions(5) }
