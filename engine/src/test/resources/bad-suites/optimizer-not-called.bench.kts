functions(sphere)
dimensions(2)
budget(10.perDimension)
optimizers(RandomSearch, "manta-ray")
