package example

import benchwright.engine.Benchwright
import benchwright.engine.RunOutcome
import benchwright.suite.CmaEs
import benchwright.suite.MantaRay
import benchwright.suite.NamedFunction
import benchwright.suite.PerDimensionBudget
import benchwright.suite.Profile
import benchwright.suite.Suite
import benchwright.suite.Targets

/** A suite without a script: it is plain data, and runs the same way. */
fun main() {
    val extent =
        Profile(
            functions = listOf(NamedFunction("sphere"), NamedFunction("bbob-f10")),
            dimensions = listOf(2, 5),
            instances = listOf(1, 2),
            seeds = listOf(1, 2, 3),
            budget = PerDimensionBudget(100),
        )
    val suite =
        Suite(
            name = "from-a-program",
            title = "A suite that a program has put together",
            optimizers = listOf(MantaRay(), CmaEs(sigma = 2.0)),
            full = extent,
            quick = extent,
            targets = Targets(from = 1e2, to = 1e-8, perDecade = 5),
            thresholds = listOf(),
            publications = listOf(),
        )
    when (val outcome = Benchwright.run(suite)) {
        is RunOutcome.Finished -> {
            println("The artifact lies in ${outcome.run}")
            for (row in outcome.summary.rows) {
                println("${row.optimizer} on ${row.function} in ${row.dimension} dimensions: ${row.successes} of ${row.trials}")
            }
        }
        is RunOutcome.Rejected -> outcome.problems.forEach { System.err.println(it) }
        is RunOutcome.Interrupted -> println("${outcome.done} of ${outcome.total} trials are done")
        is RunOutcome.LimitReached -> println("${outcome.leftOut.size} trials did not fit into ${outcome.limit}")
        is RunOutcome.ClusterLost -> System.err.println(outcome.why)
    }
}
