functions(sphere)
dimensions(2)
budget(10.perDimension)
optimizers(RandomSearch("Random Search"), MantaRay("manta_ray!"), CmaEs(""))
