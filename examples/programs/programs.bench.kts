// Optimizers in three other languages, beside two of the box.
title("Programs in other languages")

functions(sphere, rosenbrock, bbob(1, 8))
dimensions(2, 5)
instances(1..2)
budget(500.perDimension)

optimizers(
    RandomSearch(),
    MantaRay(),
    Program("python-es", directory = "examples/programs/python", run = "python3 es.py"),
)
