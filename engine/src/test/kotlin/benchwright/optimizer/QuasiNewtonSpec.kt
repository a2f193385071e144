package benchwright.optimizer

import benchwright.Bounds
import benchwright.RandomSource
import benchwright.suite.Bfgs
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.math.abs

class QuasiNewtonSpec :
    FunSpec({
        fun stream() = RandomSource.of("quasi-newton-spec")

        fun search(problem: ListenedProblem): List<List<Double>> {
            runCatching { QuasiNewton(DIFFERENCE).minimize(problem, stream()) }
            return problem.points
        }

        test("the first step is as long as a tenth of the box, the second is exact on a sphere") {
            val points = search(ListenedProblem(2, 7))
            val (start, first, second) = listOf(points[0], points[3], points[6])
            // Differences from the start, one coordinate after the other.
            for (j in 0..1) {
                val difference = DIFFERENCE * maxOf(abs(start[j]), 1.0)
                points[1 + j][j] - start[j] shouldBe (difference plusOrMinus 1e-14)
                points[1 + j][1 - j] shouldBe start[1 - j]
            }
            maxOf(abs(first[0] - start[0]), abs(first[1] - start[1])) shouldBe
                (1.0 plusOrMinus 1e-6)
            second.forEach { abs(it) shouldBeLessThan 1e-6 }
        }

        test("a first step too long is made shorter by a parabola, exact on a sphere") {
            // So near the optimum that the first step, of the gradient's length, goes beyond it.
            val bounds = Bounds.cube(2, -5.0, 5.0)
            val start = stream().nextPoint(bounds)
            val problem =
                ListenedProblem(2, 5) { x ->
                    (0..1).sumOf { (x[it] - start[it] - 0.01).let { d -> d * d } }
                }
            search(problem)[4].forEachIndexed { j, x ->
                x - start[j] shouldBe (0.01 plusOrMinus 1e-6)
            }
        }

        test("a new run begins elsewhere when one can go no further") {
            val bounds = Bounds.cube(3, -5.0, 5.0)
            val problem = ListenedProblem(3, 3_000, bounds)
            search(problem).size shouldBe 3_000
            val random = stream()
            val starts = List(20) { random.nextPoint(bounds).toList() }
            // A start is computed in units of a tenth of the box and back.
            starts.filterNot { start ->
                problem.points.any { x -> x.indices.all { abs(x[it] - start[it]) < 1e-12 } }
            } shouldContainExactly listOf()
        }

        test("any budget is spent exactly, in one dimension too") {
            for (dimension in listOf(1, 4)) {
                for (budget in listOf(1L, 2L, 3L, 1_000L)) {
                    search(ListenedProblem(dimension, budget)).size.toLong() shouldBe budget
                }
            }
        }

        test("the same stream gives the same points") {
            search(ListenedProblem(4, 2_000)) shouldBe search(ListenedProblem(4, 2_000))
        }

        test("differences of a point of many coordinates come in blocks") {
            val problem = ListenedProblem(1_000, 1_001)
            search(problem)
            problem.blocks.sum() shouldBe 1_000
            problem.blocks.max() shouldBe 2
        }

        test("a lopsided box is none to it") {
            val bounds = Bounds(doubleArrayOf(0.0, -1e6), doubleArrayOf(1e-3, 1e6))
            val value = { x: DoubleArray ->
                (x[0] * 1e4 - 5).let { it * it } + (x[1] / 2e5).let { it * it }
            }
            val points = search(ListenedProblem(2, 7, bounds, value))
            value(points.last().toDoubleArray()) shouldBeLessThan 1e-8
        }

        context("it goes on where the function is no ordinary number") {
            withData(
                nameFn = { it.first },
                "NaN in half of the box" to { x: List<Double> ->
                    if (x[0] < 0) Double.NaN else x[0] + x[1] * x[1]
                },
                "NaN" to { Double.NaN },
                "positive infinity" to { Double.POSITIVE_INFINITY },
                "negative infinity in half of the box" to { x ->
                    if (x[0] < 0) Double.NEGATIVE_INFINITY else x[0]
                },
                "flat" to { 7.0 },
                "downhill for ever" to { x -> x[0] + x[1] },
                "downhill for ever, and ever steeper" to { x -> -x[0] * x[0] * x[0] * x[0] },
                "steep beyond numbers" to { x -> abs(x[0]) * 1e305 },
            ) { (_, value) ->
                val problem = ListenedProblem(2, 20_000) { value(it.toList()) }
                search(problem).size shouldBe 20_000
                problem.points.count { x -> x.any { !it.isFinite() } } shouldBe 0
            }
        }

        context("on the sphere it spends 2 (d + 1) + 1 evaluations, as in BBOB-2009") {
            withData(5, 10, 20, 40) { dimension ->
                val strength = Strength(Bfgs(), "bbob-f1", dimension, 2L * dimension + 3)
                // A mean equal to the budget, with all solved: each took all of it.
                withClue(strength) {
                    strength.solved shouldBe 15
                    strength.expectedRunningTime shouldBe 2.0 * dimension + 3
                }
            }
        }

        context("its expected running time to 1e-8 is that of BFGS in BBOB-2009") {
            withData(
                nameFn = { "${it.first} in ${it.second}-D" },
                Triple("bbob-f2", 5, 689.0),
                Triple("bbob-f2", 20, 11_082.0),
                Triple("bbob-f5", 5, 31.0),
                Triple("bbob-f8", 5, 615.0),
                Triple("bbob-f8", 20, 5_238.0),
                Triple("bbob-f9", 5, 511.0),
                Triple("bbob-f9", 20, 7_169.0),
            ) { (function, dimension, published) ->
                Strength(Bfgs(), function, dimension)
                    .expectedRunningTime
                    .shouldBeBetween(published / 1.5, published * 1.5, 0.0)
            }
        }
    })

private const val DIFFERENCE = 1.4901161193847656e-8
