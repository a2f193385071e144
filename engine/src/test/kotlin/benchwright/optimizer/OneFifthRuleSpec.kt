package benchwright.optimizer

import benchwright.Bounds
import benchwright.RandomSource
import benchwright.suite.OnePlusOneEs
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeInRange
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.sqrt

class OneFifthRuleSpec :
    FunSpec({
        fun stream() = RandomSource.of("one-fifth-spec")

        fun listen(
            problem: ListenedProblem,
            sigma: Double = 2.0,
        ) = problem.also { runCatching { OneFifthRule(sigma).minimize(it, stream()) } }.points

        test("it starts in the middle of the box and mutates one coordinate after the other") {
            val random = stream()
            val start = List(3) { -5.0 + 10 * (0.1 + 0.8 * random.nextDouble()) }
            val mutant = start.map { it + 2.0 * random.nextGaussian() }
            listen(ListenedProblem(3, 2)) shouldContainExactly listOf(start, mutant)
        }

        test(
            "a success multiplies the step by 1.5, a failure divides it by the fourth root of that",
        ) {
            // The first point is the worst, the second one the best: one success, then failures.
            var asked = 0
            val points = listen(ListenedProblem(1, 4) { if (asked++ == 1) 0.0 else 1.0 })
            val random = stream().apply { nextDouble() }
            val steps = listOf(2.0, 2.0 * 1.5, 2.0 * 1.5 / sqrt(sqrt(1.5)))
            val parents = listOf(points[0], points[1], points[1])
            for ((k, step) in steps.withIndex()) {
                val expected = parents[k][0] + step * random.nextGaussian()
                abs(points[k + 1][0] - expected) shouldBeLessThan 1e-12
            }
        }

        test("it starts anew when its step has vanished, elsewhere in the box") {
            // A run on the sphere shrinks its step to 10⁻¹² of the first within a few hundred points.
            val points = listen(ListenedProblem(2, 2_000))
            val starts =
                points.zipWithNext().filter { (a, b) ->
                    a.all { abs(it) < 1e-9 } &&
                        abs(b[0]) > 0.1
                }
            starts.size shouldBeGreaterThan 2
            starts.distinctBy { it.second }.size shouldBe starts.size
        }

        test("it starts anew when 50 mutations for each dimension have gained nothing") {
            // The floor is a plateau whose size the step keeps to: it never vanishes.
            val points = listen(ListenedProblem(2, 3_000) { x -> maxOf(1e-6, x.sumOf { it * it }) })
            val returns =
                points.zipWithNext().count { (a, b) ->
                    a.all { abs(it) < 1e-2 } && b.any { abs(it) > 0.1 }
                }
            returns shouldBeInRange 5..25
        }

        test("a plateau without end does not carry it away for ever") {
            val points = listen(ListenedProblem(2, 5_000) { 7.0 })
            points.maxOf { abs(it[0]) } shouldBeLessThan 1e6
            // Back in the middle, time and again.
            (points.count { abs(it[0]) <= 4 && abs(it[1]) <= 4 } > 100) shouldBe true
        }

        test("it goes on where the function has no value or an infinite one") {
            for (hole in listOf(Double.NaN, Double.POSITIVE_INFINITY)) {
                val points =
                    listen(
                        ListenedProblem(2, 2_000) { x ->
                            if (x[0] < 0) hole else x[0] + x[1] * x[1]
                        },
                    )
                points.size shouldBe 2_000
                points.minOf { if (it[0] < 0) 9.0 else it[0] + it[1] * it[1] } shouldBeLessThan 1e-3
            }
            listen(ListenedProblem(2, 500) { Double.NEGATIVE_INFINITY }).size shouldBe 500
            listen(ListenedProblem(2, 500) { Double.NaN }).size shouldBe 500
        }

        test("a step is the same share of the width in each coordinate of a lopsided box") {
            val bounds = Bounds(doubleArrayOf(-1.0, 100.0, -1e-3), doubleArrayOf(5.0, 101.0, 1e6))
            val problem =
                ListenedProblem(3, 1_500, bounds) { x ->
                    val a = (x[0] - 2) / 6
                    val b = x[1] - 100.5
                    val c = (x[2] - 4e5) / 1e6
                    a * a + b * b + c * c
                }
            // Each distance is that of the best point in its coordinate, as a share of the width.
            val best =
                listen(problem).minBy {
                    abs(it[0] - 2) / 6 + abs(it[1] - 100.5) +
                        abs(it[2] - 4e5) / 1e6
                }
            abs(best[0] - 2) / 6 shouldBeLessThan 1e-6
            abs(best[1] - 100.5) shouldBeLessThan 1e-6
            abs(best[2] - 4e5) / 1e6 shouldBeLessThan 1e-6
        }

        test("points are finite in the widest box and in the narrowest") {
            val widest = Bounds(doubleArrayOf(-1e308), doubleArrayOf(Double.MAX_VALUE))
            val narrowest = Bounds(doubleArrayOf(1.0), doubleArrayOf(Math.nextUp(1.0)))
            for (bounds in listOf(widest, narrowest)) {
                val points = listen(ListenedProblem(1, 500, bounds) { x -> -abs(x[0]) })
                points.size shouldBe 500
                points.filterNot { it[0].isFinite() } shouldContainExactly listOf()
            }
        }

        test("one evaluation is enough for it") {
            listen(ListenedProblem(4, 1)).size shouldBe 1
        }

        context("its expected running time is that of BBOB-2009, within a half") {
            withData(
                nameFn = { "${it.first} in ${it.second}-D" },
                Triple("bbob-f1", 5, 384.0),
                Triple("bbob-f1", 20, 1481.0),
            ) { (function, dimension, published) ->
                val strength = Strength(OnePlusOneEs(), function, dimension)
                strength.solved shouldBe 15
                strength.expectedRunningTime.shouldBeBetween(published / 1.5, published * 1.5, 0.0)
            }
        }
    })
