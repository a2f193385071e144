// An optimizer and a function of one's own, beside one that ships: does the sum of two ideas beat chance?
title("A (1+1) evolution strategy against random search")
spec("docs/specs/010-own-optimizer.md")

// Its smallest value is known, so targets can be hit; the box is [-5, 5] in every coordinate.
val ridge by formula(optimum = 0.0) { x -> x[0] * x[0] + 100 * x.drop(1).sumOf { it * it } }

// Success doubles the step, failure shortens it: the one-fifth rule. All chance comes from `random`,
// and the engine ends the search when the budget is spent.
val onePlusOne = optimizer("one-plus-one") { problem, random ->
    val parent = random.nextPoint(problem.bounds)
    var best = problem.evaluate(parent)
    var sigma = 1.0
    while (true) {
        val child = DoubleArray(problem.dimension) { parent[it] + sigma * random.nextGaussian() }
        val value = problem.evaluate(child)
        if (value <= best) {
            best = value
            child.copyInto(parent)
            sigma *= 2.0
        } else {
            sigma *= 0.84
        }
    }
}

functions(ridge, sphere, bbob(1, 10))
dimensions(2, 5)
instances(1..3)
seeds(1..2)
budget(300.perDimension)
targets(from = 1e2, to = 1e-6, perDecade = 5)
optimizers(RandomSearch(), onePlusOne)
