// What every change is measured by: some seconds, so that nobody waits. The language: bench help, docs/suite-language.md.
title("Quick look")

functions(sphere, rastrigin, bbob(1, 8, 15))
dimensions(2, 5)
instances(1..2)
seeds(1..2)
budget(200.perDimension)

// Put your own here: a class by --classpath, optimizer("mine") { problem, random -> … }, or Program("mine", run = "…").
optimizers(RandomSearch(), CmaEs(sigma = 2.0))

failWhen(expectedRuntime, worseBy = 10.percent)
