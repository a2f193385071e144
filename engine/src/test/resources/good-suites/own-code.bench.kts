val tiltedBowl by formula(optimum = 0.0) { x -> x.indices.sumOf { i -> (i + 1) * x[i] * x[i] } }

fun DoubleArray.halved() = DoubleArray(size) { this[it] / 2 }

functions(tiltedBowl)
dimensions(2)
budget(20.evaluations)
optimizers(
    optimizer("halving") { problem, random ->
        var x = random.nextPoint(problem.bounds)
        while (problem.remaining > 0) {
            problem.evaluate(x)
            x = x.halved()
        }
    },
)
