package benchwright.objective

import benchwright.RandomSource
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.PI
import kotlin.math.abs
import kotlin.math.cos
import kotlin.math.exp
import kotlin.math.pow
import kotlin.math.sin
import kotlin.math.sqrt

class ClassicsSpec :
    FunSpec({
        test("the value at the optimal point is the optimum, to the last bit") {
            for (family in Classics.functions()) {
                for (dimension in setOf(2, 3, 10, 30, 100)) {
                    val objective = family.at(dimension, 5)
                    withClue(objective) {
                        objective.evaluator().evaluate(objective.optimalPoint().get()) shouldBe
                            objective.optimum().asDouble
                    }
                }
            }
        }

        test(
            "the optimum is 0, but for Schwefel 2.26 and Styblinski-Tang, which have one for each dimension",
        ) {
            val perCoordinate =
                mapOf(
                    "schwefel-2-26" to -418.98288727243378,
                    "styblinski-tang" to -39.166165703771419,
                )
            for (family in Classics.functions()) {
                for (dimension in setOf(2, 30)) {
                    val expected = perCoordinate[family.id().removeSuffix("-unshifted")] ?: 0.0
                    withClue(family) {
                        family.at(dimension, 1).optimum().asDouble.shouldLieWithin(
                            4e-15 * abs(expected) * dimension,
                            expected * dimension,
                        )
                    }
                }
            }
        }

        test("no point of the box is lower than the optimum") {
            val random = RandomSource.of("classics")
            for (family in Classics.functions()) {
                for (dimension in setOf(2, 5, 30)) {
                    val objective = family.at(dimension, 9)
                    val evaluator = objective.evaluator()
                    val optimum = objective.optimum().asDouble
                    val best = objective.optimalPoint().get()
                    repeat(2000) {
                        val x = random.nextPoint(objective.bounds())
                        // Half of the points in ever smaller neighbourhoods of the optimum.
                        if (it % 2 == 0) {
                            val share = 0.5.pow(it % 50)
                            for (i in x.indices) x[i] = best[i] + share * (x[i] - best[i])
                        }
                        withClue(objective) {
                            (evaluator.evaluate(x) >= optimum - 1e-14 * abs(optimum)) shouldBe true
                        }
                    }
                }
            }
        }

        test("a shifted optimum lies where the placement says") {
            for (family in Classics.functions().filterNot { it.id().endsWith("-unshifted") }) {
                val share =
                    when (family.id()) {
                        "rosenbrock" -> 0.4
                        "schwefel-2-26" -> 0.93
                        else -> 0.8
                    }
                for (instance in 1..40) {
                    val objective = family.at(5, instance)
                    val bounds = objective.bounds()
                    val point = objective.optimalPoint().get()
                    for (i in point.indices) {
                        val middle = 0.5 * (bounds.lower(i) + bounds.upper(i))
                        withClue(objective) {
                            (abs(point[i] - middle) <= 0.5 * share * bounds.width(i)) shouldBe true
                        }
                    }
                }
            }
        }

        test("a shifted function is the unshifted one about another place") {
            val random = RandomSource.of("shifts")
            for (family in Classics.functions().filterNot { it.id().endsWith("-unshifted") }) {
                val shifted = family.at(4, 3)
                val centred = classic(family.id() + "-unshifted").at(4, 3)
                val from = centred.optimalPoint().get()
                val to = shifted.optimalPoint().get()
                // Schwefel 2.26 is mirrored too: the sign of the optimum tells where.
                val mirrored = family.id() == "schwefel-2-26"
                repeat(50) {
                    val step = DoubleArray(4) { random.nextDouble(-0.5, 0.5) }
                    val there =
                        DoubleArray(4) { i ->
                            to[i] +
                                (if (mirrored && to[i] < 0) -1 else 1) * step[i]
                        }
                    val value = shifted.evaluator().evaluate(there)
                    val expected =
                        centred.evaluator().evaluate(
                            DoubleArray(4) { i ->
                                from[i] +
                                    step[i]
                            },
                        )
                    withClue(shifted) {
                        value shouldBe
                            (expected plusOrMinus 1e-9 * (1 + abs(expected)))
                    }
                }
            }
        }

        test("the unshifted functions are the formulas of the literature") {
            val formulas =
                mapOf<String, (DoubleArray) -> Double>(
                    "sphere" to { x -> x.sumOf { it * it } },
                    "rosenbrock" to { x ->
                        (0..x.size - 2).sumOf {
                            100 * (x[it + 1] - x[it] * x[it]).pow(2) +
                                (x[it] - 1).pow(2)
                        }
                    },
                    "rastrigin" to { x -> x.sumOf { it * it - 10 * cos(2 * PI * it) + 10 } },
                    "ackley" to { x ->
                        -20 * exp(-0.2 * sqrt(x.sumOf { it * it } / x.size)) -
                            exp(x.sumOf { cos(2 * PI * it) } / x.size) + 20 + Math.E
                    },
                    "griewank" to { x ->
                        x.sumOf { it * it } / 4000 -
                            x.indices.fold(1.0) { p, i -> p * cos(x[i] / sqrt(i + 1.0)) } + 1
                    },
                    "schwefel-1-2" to { x -> x.indices.sumOf { i -> x.take(i + 1).sum().pow(2) } },
                    "schwefel-2-21" to { x -> x.maxOf { abs(it) } },
                    "schwefel-2-22" to
                        { x -> x.sumOf { abs(it) } + x.fold(1.0) { p, v -> p * abs(v) } },
                    "schwefel-2-26" to { x -> -x.sumOf { it * sin(sqrt(abs(it))) } },
                    "levy" to { x ->
                        val w = x.map { 1 + (it - 1) / 4 }
                        sin(PI * w[0]).pow(2) +
                            w.dropLast(1).sumOf {
                                (it - 1).pow(2) *
                                    (1 + 10 * sin(PI * it + 1).pow(2))
                            } +
                            (w.last() - 1).pow(2) * (1 + sin(2 * PI * w.last()).pow(2))
                    },
                    "zakharov" to { x ->
                        val s = x.indices.sumOf { 0.5 * (it + 1) * x[it] }
                        x.sumOf { it * it } + s.pow(2) + s.pow(4)
                    },
                    "styblinski-tang" to
                        { x -> 0.5 * x.sumOf { it.pow(4) - 16 * it * it + 5 * it } },
                    "step" to { x -> x.sumOf { Math.floor(it + 0.5).pow(2) } },
                    "penalized-1" to { x ->
                        val y = x.map { 1 + (it + 1) / 4 }
                        PI / x.size *
                            (
                                10 * sin(PI * y[0]).pow(2) +
                                    (0..x.size - 2).sumOf {
                                        (y[it] - 1).pow(2) * (1 + 10 * sin(PI * y[it + 1]).pow(2))
                                    } + (y.last() - 1).pow(2)
                            ) + x.sumOf { wall(it, 10.0) }
                    },
                    "penalized-2" to { x ->
                        0.1 *
                            (
                                sin(3 * PI * x[0]).pow(2) +
                                    (0..x.size - 2).sumOf {
                                        (x[it] - 1).pow(2) * (1 + sin(3 * PI * x[it + 1]).pow(2))
                                    } + (x.last() - 1).pow(2) * (1 + sin(2 * PI * x.last()).pow(2))
                            ) + x.sumOf { wall(it, 5.0) }
                    },
                )
            val random = RandomSource.of("formulas")
            Classics.functions().filter { it.id().endsWith("-unshifted") }.size shouldBe
                formulas.size
            for ((id, formula) in formulas) {
                val objective = classic("$id-unshifted").at(6, 1)
                repeat(100) {
                    val x = random.nextPoint(objective.bounds())
                    val expected = formula(x)
                    withClue(id) {
                        objective.evaluator().evaluate(x) shouldBe
                            (expected plusOrMinus 1e-11 * (1 + abs(expected)))
                    }
                }
            }
        }

        test(
            "Schwefel 2.26 is walled in: beyond its customary box it rises with the square of the distance",
        ) {
            val evaluator = classic("schwefel-2-26-unshifted").at(1, 1).evaluator()
            val edge = evaluator.evaluate(doubleArrayOf(500.0))
            evaluator.evaluate(doubleArrayOf(530.0)) shouldBe (edge + 900.0 plusOrMinus 1e-9)
        }

        test("one dimension is enough for all but Rosenbrock") {
            for (family in Classics.functions()) {
                family.smallestDimension() shouldBe
                    if (family.id().startsWith("rosenbrock")) 2 else 1
                if (family.smallestDimension() == 1) {
                    val objective = family.at(1, 1)
                    objective.evaluator().evaluate(objective.optimalPoint().get()) shouldBe
                        objective.optimum().asDouble
                }
            }
        }
    })

private fun wall(
    x: Double,
    from: Double,
) = if (abs(x) > from) 100 * (abs(x) - from).pow(4) else 0.0
