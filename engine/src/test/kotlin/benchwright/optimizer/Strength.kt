package benchwright.optimizer

import benchwright.artifact.Stop
import benchwright.artifact.TrialRecord
import benchwright.run.runner
import benchwright.run.trial
import benchwright.suite.NamedFunction
import benchwright.suite.OptimizerSpec

/** What BBOB-2009 asked of an optimizer: 15 trials, instances 1 to 5 three times each, to 1e-8. */
class Strength(
    optimizer: OptimizerSpec,
    function: String,
    dimension: Int,
    budget: Long = 10_000L * dimension,
    target: Double = 1e-8,
) {
    private val records: List<TrialRecord> =
        (1..5).flatMap { instance ->
            (1L..3L).map { seed ->
                val on = NamedFunction(function)
                runner().run(trial(optimizer, on, dimension, instance, seed, budget, target)).record
            }
        }

    /** How many of the 15 trials reached the target. */
    val solved: Int = records.count { it.stop == Stop.TARGET }

    /** All evaluations by the number of trials that reached the target; infinite if none did. */
    val expectedRunningTime: Double = records.sumOf { it.evaluations }.toDouble() / solved

    override fun toString() = "ERT $expectedRunningTime, $solved of 15 solved"
}
