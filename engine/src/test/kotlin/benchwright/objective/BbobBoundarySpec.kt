package benchwright.objective

import benchwright.RandomSource
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

/** What BBOB does with points outside [−5, 5]^D. */
class BbobBoundarySpec :
    FunSpec({
        test(
            "f4, f7, f16 to f18 and f21 to f24 add a penalty that grows with the square of the distance",
        ) {
            val factors =
                mapOf(
                    4 to 100.0,
                    7 to 1.0,
                    16 to 10.0 / 2,
                    17 to 10.0,
                    18 to 10.0,
                    21 to 1.0,
                    22 to 1.0,
                    23 to 1.0,
                    24 to 1e4,
                )
            for ((function, factor) in factors) {
                val evaluator = bbob(function).at(2, 1).evaluator()
                val far = 1e6
                val value = evaluator.evaluate(doubleArrayOf(far, 0.3))
                val further = evaluator.evaluate(doubleArrayOf(2 * far, 0.3))
                withClue("f$function") {
                    // Beside the penalty, f4, f7 and f24 grow with the square of the distance too.
                    val growth = (further - value) / (3 * far * far)
                    if (function in setOf(4, 7, 24)) {
                        (growth >= factor) shouldBe true
                    } else {
                        growth shouldBe (factor plusOrMinus 0.01 * factor)
                    }
                }
            }
        }

        test("f1, the sphere, goes on as if there were no boundary") {
            val objective = bbob(1).at(2, 1)
            val optimum = objective.optimalPoint().get()
            val x = doubleArrayOf(optimum[0] + 8.0, optimum[1])
            objective.evaluator().evaluate(x) - objective.optimum().asDouble shouldBe
                (64.0 plusOrMinus 1e-12)
        }

        test(
            "f5, the linear slope, is flat beyond the boundary on the side of the optimum and goes on on the other",
        ) {
            val objective = bbob(5).at(4, 3)
            val evaluator = objective.evaluator()
            val optimum = objective.optimalPoint().get()
            for (i in 0 until 4) {
                val beyond = optimum.clone()
                beyond[i] *= 1.7
                evaluator.evaluate(beyond) shouldBe objective.optimum().asDouble
                val opposite = optimum.clone()
                opposite[i] *= -1.0
                val further = optimum.clone()
                further[i] *= -2.0
                (evaluator.evaluate(further) > evaluator.evaluate(opposite)) shouldBe true
            }
        }

        test("f20, Schwefel's function, can feel its penalty inside the box") {
            val evaluator = bbob(20).at(2, 1).evaluator()
            val corner = doubleArrayOf(-5.0, 5.0)
            (evaluator.evaluate(corner) - bbob(20).at(2, 1).optimum().asDouble > 1e3) shouldBe true
        }

        test("the best value is not undercut, inside and outside") {
            val random = RandomSource.of("undercut")
            for (family in Bbob.functions()) {
                for (dimension in setOf(2, 5, 20)) {
                    val objective = family.at(dimension, 4)
                    val evaluator = objective.evaluator()
                    val fopt = objective.optimum().asDouble
                    for (x in points(random, objective, 300)) {
                        withClue(objective) {
                            (evaluator.evaluate(x) >= fopt) shouldBe true
                        }
                    }
                }
            }
        }

        test("a NaN coordinate gives NaN") {
            for (family in Bbob.functions()) {
                val value =
                    family
                        .at(
                            3,
                            1,
                        ).evaluator()
                        .evaluate(doubleArrayOf(1.0, Double.NaN, 2.0))
                withClue(family) { value.isNaN() shouldBe true }
            }
        }
    })
