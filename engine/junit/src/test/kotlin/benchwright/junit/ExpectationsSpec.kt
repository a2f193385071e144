package benchwright.junit

import benchwright.Bounds
import benchwright.artifact.Failure
import benchwright.artifact.History
import benchwright.artifact.Stop
import benchwright.artifact.TrialKey
import benchwright.artifact.TrialRecord
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.Optional

private fun trial(
    point: DoubleArray,
    vararg values: Double,
    stop: Stop = Stop.BUDGET,
    failure: Failure = TrialRecord.NO_FAILURE,
) = TrialRecord(
    TrialKey("mine", "sphere", 2, 1, 1),
    Bounds.cube(2, -5.0, 5.0),
    20,
    0.0,
    20,
    stop,
    failure,
    History(LongArray(values.size) { it + 1L }, values),
    point,
)

/** What a doctest should have asked. */
class ExpectationsSpec :
    FunSpec({
        fun unmet(trial: TrialRecord) = Expectations.unmet(trial).orElse("nothing")

        test("a trial with a point of the right length and a finite value meets all") {
            unmet(trial(doubleArrayOf(1.0, 2.0), 7.0, 5.0)) shouldBe "nothing"
        }

        test("not to reach a target is a result") {
            unmet(trial(doubleArrayOf(1.0, 2.0), 1e300)) shouldBe "nothing"
        }

        test("a solution of another length than the dimension is named with both") {
            unmet(trial(doubleArrayOf(1.0, 2.0, 3.0), 5.0)) shouldBe
                "has a solution of 3 coordinates; expected solution.length == dimension == 2"
        }

        test("a best value that is not finite is named") {
            unmet(trial(doubleArrayOf(1.0, 2.0), 5.0, Double.NEGATIVE_INFINITY)) shouldBe
                "has the best value -Infinity; expected a finite number"
        }

        test("a trial that never saw a number has no solution") {
            unmet(trial(doubleArrayOf())) shouldBe
                "has no solution: none of its 20 evaluations gave a number; " +
                "expected a point of 2 coordinates and its value"
        }

        test("a trial that failed says how") {
            val failure = Failure("timeout", "took longer than 1 s")
            unmet(trial(doubleArrayOf(), stop = Stop.FAILED, failure = failure)) shouldBe
                "failed: timeout: took longer than 1 s"
        }

        test("a test names at most ten trials") {
            val tested = CaseNode.Case("mine", "sphere", 2)
            Expectations.of(tested, listOf(), 12) shouldBe Optional.empty()
            val lines =
                Expectations
                    .of(tested, List(12) { "trial $it" }, 12)
                    .get()
                    .message
                    .orEmpty()
                    .lines()
            lines.first() shouldBe
                "12 of 12 trials of mine/sphere/d2 not as expected; the threshold is 0"
            lines.drop(1) shouldBe List(10) { "  trial $it" } + "  and 2 more"
        }
    })
