// Every evaluation is an improvement: a million of them, all of which the history must hold.
title("Writing a history")
spec("docs/specs/013-improvements.md")

val slope by formula(lower = 0.0, upper = 1.0) { x -> x[0] }

functions(slope)
dimensions(1)
seeds(1..4)
budget(250_000.evaluations)

optimizers(
    optimizer("descent") { problem, _ ->
        val x = DoubleArray(1)
        while (true) {
            x[0] = problem.remaining.toDouble() / problem.budget
            problem.evaluate(x)
        }
    },
)

quick {
    budget(10_000.evaluations)
}
