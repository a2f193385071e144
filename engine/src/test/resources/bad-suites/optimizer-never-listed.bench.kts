functions(sphere)
optimizer("mine") { problem, random -> problem.evaluate(random.nextPoint(problem.bounds)) }
dimensions(2, 5)
budget(10.perDimension)
optimizers(RandomSearch())
