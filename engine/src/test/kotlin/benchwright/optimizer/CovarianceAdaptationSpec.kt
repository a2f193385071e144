package benchwright.optimizer

import benchwright.Bounds
import benchwright.RandomSource
import benchwright.optimizer.adapter.CommonsEigen
import benchwright.suite.CmaEs
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.ints.shouldBeGreaterThanOrEqual
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.math.abs

class CovarianceAdaptationSpec :
    FunSpec({
        fun stream() = RandomSource.of("cma-es-spec")

        fun listen(
            problem: ListenedProblem,
            sigma: Double = 2.0,
        ) = problem
            .also {
                runCatching { CovarianceAdaptation(sigma, CommonsEigen()).minimize(it, stream()) }
            }.points

        test("it starts in the middle of the box and draws a generation point by point") {
            val random = stream()
            val start = List(3) { -5.0 + 10 * (0.1 + 0.8 * random.nextDouble()) }
            val generation = List(7) { start.map { it + 1.5 * random.nextGaussian() } }
            val problem = ListenedProblem(3, 7)
            listen(problem, sigma = 1.5) shouldContainExactly generation
        }

        test("a generation of 4 + ⌊3 ln d⌋ points is evaluated at once") {
            for ((dimension, population) in listOf(1 to 4, 2 to 6, 5 to 8, 10 to 10, 40 to 15)) {
                val problem = ListenedProblem(dimension, 3L * population)
                listen(problem)
                problem.blocks.take(3) shouldContainExactly List(3) { population }
            }
        }

        test("it ends by its own tests long before a large budget is spent") {
            val problem = ListenedProblem(5, 100_000)
            listen(problem)
            problem.points.size shouldBeLessThan 5_000
            problem.points.last().sumOf { it * it } shouldBeLessThan 1e-10
        }

        test("it works in one dimension") {
            listen(ListenedProblem(1, 400) { x -> (x[0] - 1) * (x[0] - 1) })
                .minOf { abs(it[0] - 1) } shouldBeLessThan 1e-5
        }

        test("it finds its way around holes without a value, or with an infinite one") {
            for (hole in listOf(Double.NaN, Double.POSITIVE_INFINITY)) {
                val points =
                    listen(
                        ListenedProblem(4, 4_000) { x ->
                            if (x[0] < 0) hole else x.sumOf { it * it }
                        },
                    )
                points
                    .filter { it[0] >= 0 }
                    .minOf { x -> x.sumOf { it * it } } shouldBeLessThan 1e-6
            }
        }

        test("it ends where all values are the same, and be they NaN or infinite") {
            for (value in listOf(
                0.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
            )) {
                val points = listen(ListenedProblem(3, 10_000) { value })
                withClue(value) { points.size shouldBeLessThan 100 }
            }
        }

        test("values of all kinds in one generation do not break it") {
            val kinds =
                listOf(
                    1.0,
                    Double.NaN,
                    Double.NEGATIVE_INFINITY,
                    -0.0,
                    Double.POSITIVE_INFINITY,
                    1e308,
                )
            var asked = 0
            val points = listen(ListenedProblem(3, 600) { kinds[asked++ % kinds.size] })
            points.flatten().filterNot { it.isFinite() } shouldContainExactly listOf()
        }

        test("a step is the same share of the width in each coordinate of a lopsided box") {
            val bounds = Bounds(doubleArrayOf(-1.0, 100.0, -1e-3), doubleArrayOf(5.0, 101.0, 1e6))
            val problem =
                ListenedProblem(3, 7, bounds)
            val cube = listen(ListenedProblem(3, 7))
            val points = listen(problem)
            for ((at, expected) in points.zip(cube)) {
                for (j in 0..2) {
                    val share = (at[j] - bounds.lower(j)) / bounds.width(j)
                    abs(share - (expected[j] + 5) / 10) shouldBeLessThan 1e-9
                }
            }
        }

        test("points are finite in the widest box and in the narrowest") {
            val widest = Bounds(DoubleArray(2) { -1e308 }, DoubleArray(2) { Double.MAX_VALUE })
            val narrowest =
                Bounds(doubleArrayOf(1.0, 0.0), doubleArrayOf(Math.nextUp(1.0), Double.MIN_VALUE))
            for (bounds in listOf(widest, narrowest)) {
                val points = listen(ListenedProblem(2, 3_000, bounds) { x -> -abs(x[0]) })
                points.size shouldBeGreaterThanOrEqual 6
                points.flatten().filterNot { it.isFinite() } shouldContainExactly listOf()
            }
        }

        test("one evaluation is enough for it") {
            listen(ListenedProblem(4, 1)).size shouldBe 1
        }

        context("its expected running time is that of BIPOP-CMA-ES in BBOB-2009, within a half") {
            withData(
                nameFn = { "${it.first} in ${it.second}-D" },
                Triple("bbob-f1", 5, 726.0),
                Triple("bbob-f1", 20, 2754.0),
                Triple("bbob-f8", 5, 2341.0),
                Triple("bbob-f10", 5, 2152.0),
                Triple("bbob-f10", 20, 19_637.0),
            ) { (function, dimension, published) ->
                val strength = Strength(CmaEs(), function, dimension)
                strength.expectedRunningTime.shouldBeBetween(published / 1.5, published * 1.5, 0.0)
            }
        }
    })
