package benchwright.objective

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.max

/**
 * The values of another implementation. The tolerances are what it itself changes by when its compiler may contract
 * multiplications and additions.
 */
class BbobReferenceSpec :
    FunSpec({
        val reference = BbobReference.read("reference.jsonl.gz")
        val later = BbobReference.read("later-instances.jsonl.gz")

        test("the reference is there") {
            reference shouldHaveSize 432
            later shouldHaveSize 288
        }

        test("f_opt is that of the reference, to the last bit") {
            for (row in reference + later) {
                withClue(row) { row.objective().optimum().asDouble shouldBe row.fopt }
            }
        }

        test("x_opt is that of the reference, to the last bit unless it is a rotated point") {
            for (row in reference) {
                withClue(row) {
                    val xopt = row.objective().optimalPoint().get()
                    val rotated = row.function == 9 || row.function == 19
                    for ((ours, theirs) in xopt.zip(checkNotNull(row.xopt))) {
                        ours.shouldLieWithin(if (rotated) 1e-13 else 0.0, theirs)
                    }
                }
            }
        }

        for (function in 1..24) {
            test("f$function has the values of the reference") {
                for (row in (reference + later).filter { it.function == function }) {
                    val evaluator = row.objective().evaluator()
                    for (point in row.points) {
                        val allowed = tolerance(function) * max(1.0, abs(point.y))
                        withClue(row) {
                            evaluator.evaluate(point.x) shouldBe (point.y plusOrMinus allowed)
                        }
                    }
                }
            }
        }

        test("the functions without elementary functions and rotations have them to the last bit") {
            for (row in (reference + later).filter { it.function in setOf(1, 5, 8) }) {
                val evaluator = row.objective().evaluator()
                withClue(row) { row.points.forEach { evaluator.evaluate(it.x) shouldBe it.y } }
            }
        }

        test(
            "the value at the optimum is f_opt, to the last bit unless the optimum is known to ten digits",
        ) {
            for (row in reference + later) {
                val objective = row.objective()
                val allowed = if (row.function == 20) 4e-15 else 0.0
                withClue(row) {
                    objective
                        .evaluator()
                        .evaluate(
                            objective.optimalPoint().get(),
                        ).shouldLieWithin(allowed, row.fopt)
                }
            }
        }
    })

private fun tolerance(function: Int) =
    when (function) {
        16, 23 -> 1e-9
        19 -> 5e-9
        else -> 1e-12
    }
