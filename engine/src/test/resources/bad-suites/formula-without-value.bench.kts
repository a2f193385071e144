val flat by formula { x -> }
functions(flat)
dimensions(2, 5)
budget(10.perDimension)
optimizers(RandomSearch())
