package benchwright.optimizer.adapter

import benchwright.Bounds
import benchwright.BudgetSpent
import benchwright.Optimizer
import benchwright.RandomSource
import benchwright.artifact.Stop
import benchwright.artifact.TrialRecord
import benchwright.optimizer.ListenedProblem
import benchwright.optimizer.Strength
import benchwright.plan.Catalogue
import benchwright.run.runner
import benchwright.run.trial
import benchwright.script.Bodies
import benchwright.suite.AdaptedOptimizer
import benchwright.suite.CommonsBobyqa
import benchwright.suite.CommonsCmaEs
import benchwright.suite.CommonsMultidirectional
import benchwright.suite.CommonsNelderMead
import benchwright.suite.CommonsPowell
import benchwright.suite.HipparchusBobyqa
import benchwright.suite.HipparchusMultidirectional
import benchwright.suite.HipparchusNelderMead
import benchwright.suite.HipparchusPowell
import benchwright.suite.NamedFunction
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.nulls.shouldNotBeNull
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import kotlin.math.abs

class AdaptedOptimizersSpec :
    FunSpec({
        val catalogue = Catalogue { Bodies.none() }
        val all = catalogue.optimizers().filterIsInstance<AdaptedOptimizer>()
        val clipped =
            listOf(
                CommonsNelderMead(outside = "clipped"),
                CommonsMultidirectional(outside = "clipped"),
                CommonsPowell(outside = "clipped"),
                HipparchusNelderMead(outside = "clipped"),
                HipparchusMultidirectional(outside = "clipped"),
                HipparchusPowell(outside = "clipped"),
            )

        fun AdaptedOptimizer.method() = id.substringAfter('-')

        fun AdaptedOptimizer.smallestDimension() = if (method() == "bobyqa") 2 else 1

        /** All points that the optimizer asks for; the problem must end it, nobody else. */
        fun points(
            spec: AdaptedOptimizer,
            problem: ListenedProblem,
        ): List<List<Double>> {
            try {
                catalogue.optimizer(spec).minimize(problem, RandomSource.of("library-spec"))
            } catch (_: BudgetSpent) {
                // What the engine throws came through the library as it is.
            }
            problem.remaining() shouldBe 0
            return problem.points
        }

        test("all methods of both libraries ship") {
            all.map { it.id } shouldContainExactly
                listOf("commons", "hipparchus").flatMap { library ->
                    listOf("cma-es", "bobyqa", "nelder-mead", "multidirectional", "powell")
                        .map { "$library-$it" }
                }
            all.map { catalogue.entry(it).determinism() }.distinct() shouldContainExactly
                listOf("adapted")
        }

        context("its expected running time on the sphere is the library's own, within a half") {
            val measured =
                mapOf(
                    "cma-es" to 703.0,
                    "bobyqa" to 14.0,
                    "nelder-mead" to 248.0,
                    "multidirectional" to 533.0,
                    "powell" to 42.0,
                )
            withData(nameFn = { it.id }, all) { spec ->
                val expected = measured.getValue(spec.method())
                Strength(spec, "bbob-f1", 5)
                    .expectedRunningTime
                    .shouldBeBetween(expected / 1.5, expected * 1.5, 0.0)
            }
        }

        context("it spends any budget exactly, because the engine ends it and restarts go on") {
            withData(nameFn = { it.id }, all) { spec ->
                for (dimension in spec.smallestDimension()..3) {
                    for (budget in listOf(1L, 2L, 11L, 3_000L)) {
                        points(spec, ListenedProblem(dimension, budget)).size shouldBe budget
                    }
                }
            }
        }

        context("a trial ends at its budget, and nothing of it is lost") {
            withData(nameFn = { it.id }, all) { spec ->
                val function = NamedFunction("bbob-f15")
                val trial = trial(spec, function, dimension = 5, budget = 999, target = 1e-300)
                val record = runner().run(trial).record
                record.stop shouldBe Stop.BUDGET
                record.evaluations shouldBe 999
                record.failure shouldBe TrialRecord.NO_FAILURE
                record.history.size() shouldBeGreaterThan 5
            }
        }

        context("each search begins at a new uniform point of the box") {
            // CMA-ES draws in between: only its first point is known.
            withData(nameFn = { it.id }, all) { spec ->
                val problem = ListenedProblem(3, 6_000)
                // BOBYQA moves a start that is within its radius of a side of the box.
                val near =
                    when (spec) {
                        is CommonsBobyqa -> spec.copy(radius = 1e-3)
                        is HipparchusBobyqa -> spec.copy(radius = 1e-3)
                        else -> spec
                    }
                val points = points(near, problem)
                val random = RandomSource.of("library-spec")
                val starts =
                    List(if (spec.method() == "cma-es") 1 else 3) {
                        random.nextPoint(problem.bounds())
                    }
                starts
                    .filterNot { start ->
                        points.any { x -> x.indices.all { abs(x[it] - start[it]) < 1e-9 } }
                    }.shouldBeEmpty()
                // Far from the optimum again, after it was found.
                points.takeLast(5_000).count { x -> x.sumOf { it * it } > 1 } shouldBeGreaterThan 5
            }
        }

        context("a box that is lopsided is none to it") {
            val bounds = Bounds(doubleArrayOf(0.0, -1e6, 5.0), doubleArrayOf(1e-3, 1e6, 6.0))
            val middle = doubleArrayOf(3e-4, 2e5, 5.7)
            withData(nameFn = { it.id }, all) { spec ->
                val value = { x: DoubleArray ->
                    x.indices.sumOf {
                        ((x[it] - middle[it]) / bounds.width(it)).let { d -> d * d }
                    }
                }
                val points = points(spec, ListenedProblem(3, 2_000, bounds, value))
                points.minOf { value(it.toDoubleArray()) }.shouldBeBetween(0.0, 1e-9, 0.0)
            }
        }

        context("points outside the box are treated as its document says") {
            val bounds = Bounds(doubleArrayOf(-1.0, 2.0), doubleArrayOf(1.0, 2.001))

            fun outside(spec: AdaptedOptimizer) =
                points(spec, ListenedProblem(2, 3_000, bounds) { it.sum() })
                    .count { it.toDoubleArray() !in bounds }
            withData(nameFn = { "${it.id}, clipped" }, clipped) { spec -> outside(spec) shouldBe 0 }
            withData(nameFn = { it.id }, all) { spec ->
                if (spec.method() in listOf("cma-es", "bobyqa")) {
                    outside(spec) shouldBe 0
                } else {
                    outside(spec) shouldBeGreaterThan 1_000
                }
            }
            test("another word than these two fails the trial") {
                val spec = CommonsPowell(outside = "mirrored")
                val failure = runner().run(trial(spec)).record.failure
                failure.message shouldContain "evaluated or clipped"
            }
        }

        context("it goes on where the function is no ordinary number") {
            val functions =
                mapOf<String, (DoubleArray) -> Double>(
                    "NaN in half of the box" to {
                        if (it[0] < 0) Double.NaN else it.sumOf { x -> x * x }
                    },
                    "NaN" to { Double.NaN },
                    "positive infinity" to { Double.POSITIVE_INFINITY },
                    "negative infinity" to { Double.NEGATIVE_INFINITY },
                    "negative infinity in half of the box" to {
                        if (it[0] < 0) Double.NEGATIVE_INFINITY else it[0]
                    },
                    "flat" to { 7.0 },
                    "downhill for ever" to { it.sum() },
                    "steep" to { it[0] * 1e300 },
                    "beyond the largest number" to { 1e308 * it[0] * it[0] },
                    "steps" to { Math.floor(it[0]) },
                )
            withData(nameFn = { it.id }, all) { spec ->
                for ((name, value) in functions) {
                    for (dimension in listOf(spec.smallestDimension(), 4)) {
                        withClue("$name in $dimension dimensions") {
                            val bounds = Bounds.cube(dimension, -5.0, 5.0)
                            points(spec, ListenedProblem(dimension, 2_000, bounds, value))
                                .count { x -> x.any { !it.isFinite() } } shouldBe 0
                        }
                    }
                }
            }
        }

        context("where half of the box has no value it finds the other half's optimum") {
            withData(nameFn = { it.id }, all) { spec ->
                val bounds = Bounds.cube(2, -5.0, 5.0)
                val problem =
                    ListenedProblem(2, 5_000, bounds) { x ->
                        if (x[0] < 0) Double.NaN else x.sumOf { (it - 2) * (it - 2) }
                    }
                points(spec, problem)
                    .count { x -> x.all { abs(it - 2) < 1e-3 } }
                    .shouldBeGreaterThan(10)
            }
        }

        context("its first steps are no whole numbers, which would see only Rastrigin's parabola") {
            withData(nameFn = { it.id }, all.filter { it.method() != "cma-es" }) { spec ->
                val function = NamedFunction("rastrigin-unshifted")
                val solved =
                    (1L..10L).count { seed ->
                        val trial = trial(spec, function, 5, seed = seed, budget = 5_000)
                        runner().run(trial).record.stop == Stop.TARGET
                    }
                // With whole steps these would be 10 of 10 for some; the function has 10^5 valleys.
                solved shouldBe 0
            }
        }

        context(
            "BOBYQA in one dimension fails with the library's reason, and does not try for ever",
        ) {
            withData(nameFn = { it.id }, all.filter { it.method() == "bobyqa" }) { spec ->
                val record = runner().run(trial(spec, dimension = 1)).record
                record.stop shouldBe Stop.FAILED
                record.failure.message shouldContain "the library evaluated no point"
                val optimizer = catalogue.optimizer(spec)
                val thrown =
                    shouldThrow<IllegalStateException> {
                        optimizer.minimize(ListenedProblem(1, 10), RandomSource.of("one"))
                    }
                thrown.cause
                    .shouldNotBeNull()
                    .message
                    .shouldNotBeNull() shouldContain "1"
            }
        }

        context("its points are the same on every JVM") {
            val known =
                mapOf(
                    "cma-es" to 1_645_078_746,
                    "bobyqa" to -1_921_609_120,
                    "nelder-mead" to -1_742_179_053,
                    "multidirectional" to 1_715_506_519,
                    "powell" to 136_896_843,
                )
            withData(nameFn = { it.id }, all) { spec ->
                val bounds = Bounds.cube(5, -5.0, 5.0)
                val problem =
                    ListenedProblem(5, 3_000, bounds) { x ->
                        (1..4).sumOf {
                            val a = x[it] - x[it - 1] * x[it - 1]
                            100 * a * a + (1 - x[it - 1]) * (1 - x[it - 1])
                        }
                    }
                points(spec, problem).hashCode() shouldBe known.getValue(spec.method())
            }
        }

        context("a search that the library gives up") {
            fun restarts(thrown: () -> RuntimeException): Optimizer {
                var searches = 0
                return Restarts(
                    0.1,
                    false,
                    { function, start, _ ->
                        function.valueOrWorst(start)
                        if (++searches < 4) throw thrown()
                    },
                    { it is UnsupportedOperationException },
                )
            }

            test("is followed by another one") {
                val problem = ListenedProblem(2, 10)
                restarts { UnsupportedOperationException() }
                    .minimize(problem, RandomSource.of("restarts"))
                problem.points.distinct().size shouldBe 10
            }

            test("ends the trial when the exception is not the library's") {
                val problem = ListenedProblem(2, 10)
                shouldThrow<NoSuchElementException> {
                    restarts { NoSuchElementException() }
                        .minimize(problem, RandomSource.of("restarts"))
                }
                problem.points.size shouldBe 1
            }
        }

        test("first steps are shares of the box") {
            val bounds = Bounds(doubleArrayOf(0.0, 0.0), doubleArrayOf(1.0, 100.0))

            fun steps(spec: AdaptedOptimizer): Pair<Double, Double> {
                val points = points(spec, ListenedProblem(2, 3, bounds))
                return points[1][0] - points[0][0] to points[2][1] - points[1][1]
            }
            // The library's simplex goes from corner to corner.
            val (a, b) = steps(CommonsNelderMead(edge = 3.0))
            a shouldBe (0.3 plusOrMinus 1e-12)
            b shouldBe (30.0 plusOrMinus 1e-9)
        }

        test("the first population of CMA-ES is as wide as sigma says") {
            val bounds = Bounds(doubleArrayOf(0.0, 0.0), doubleArrayOf(1.0, 1e4))
            val points = points(CommonsCmaEs(sigma = 1e-3), ListenedProblem(2, 6, bounds))
            for (j in 0..1) {
                val width = points.maxOf { it[j] } - points.minOf { it[j] }
                (width / bounds.width(j)).shouldBeBetween(1e-5, 1e-3, 0.0)
            }
        }
    })
