// The first suite of somebody who reads the README.
spec("docs/specs/020-first-look.md")

// region suite
title("First look")

functions(sphere, rastrigin, bbob(1, 8, 15))
dimensions(2, 5)
instances(1..2)
seeds(1..2)
budget(200.perDimension)
optimizers(RandomSearch(), MantaRay(), CmaEs(sigma = 2.0))
// endregion
