package benchwright.optimizer

import benchwright.Optimizer
import benchwright.RandomSource
import benchwright.optimizer.adapter.CommonsEigen
import benchwright.suite.BipopCmaEs
import benchwright.suite.IpopCmaEs
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeInRange
import io.kotest.matchers.shouldBe
import kotlin.math.sqrt

/** IPOP and BIPOP on a flat function in 5-D, where every run ends after six generations. */
class RestartsSpec :
    FunSpec({
        fun listen(
            optimizer: Optimizer,
            budget: Long,
            dimension: Int = 5,
        ) = ListenedProblem(dimension, budget) { 1.0 }.also {
            runCatching { optimizer.minimize(it, RandomSource.of("restarts-spec")) }
        }

        /** The population of each run, and the points of its first generation. */
        fun runs(problem: ListenedProblem): List<Pair<Int, List<List<Double>>>> {
            var first = 0
            return problem.blocks.chunked(6).filter { it.size == 6 }.map { generations ->
                generations.distinct().size shouldBe 1
                val population = generations[0]
                val points = problem.points.subList(first, first + population).toList()
                first += generations.sum()
                population to points
            }
        }

        fun spread(points: List<List<Double>>): Double {
            val means = List(points[0].size) { j -> points.map { it[j] }.average() }
            return sqrt(
                points
                    .flatMap { x ->
                        x.mapIndexed { j, it -> (it - means[j]) * (it - means[j]) }
                    }.average(),
            )
        }

        test("IPOP doubles the population at each restart") {
            val problem = listen(IncreasingPopulation(2.0, 2.0, CommonsEigen()), 6 * 8 * 31)
            runs(problem).map { it.first } shouldContainExactly listOf(8, 16, 32, 64, 128)
        }

        test("IPOP's growth may be another, and nothing") {
            val slow =
                listen(IncreasingPopulation(2.0, 1.5, CommonsEigen()), 6 * (8 + 12 + 18 + 27))
            runs(slow).map { it.first } shouldContainExactly listOf(8, 12, 18, 27)
            val none = listen(IncreasingPopulation(2.0, 1.0, CommonsEigen()), 6 * 8 * 4)
            runs(none).map { it.first } shouldContainExactly List(4) { 8 }
        }

        test("IPOP's population ends its growth at 512 times the first") {
            val problem =
                listen(
                    IncreasingPopulation(2.0, 10.0, CommonsEigen()),
                    6L * 8 * (111 + 3 * 512),
                )
            runs(problem).map { it.first } shouldContainExactly listOf(8, 80, 800, 4096, 4096, 4096)
        }

        test("BIPOP's restarts go to the regime that has spent less, the large one doubling") {
            val runs = runs(listen(TwoPopulations(2.0, CommonsEigen()), 60_000))
            runs[0].first shouldBe 8
            var large = 8
            var spentByLarge = 0
            var spentBySmall = 0
            var small = 0
            for ((population, _) in runs.drop(1)) {
                if (spentByLarge <= spentBySmall) {
                    large *= 2
                    population shouldBe large
                    spentByLarge += 6 * population
                } else {
                    population shouldBeInRange 8..large / 2
                    spentBySmall += 6 * population
                    small++
                }
            }
            large shouldBe 2048
            small shouldBeGreaterThan 20
        }

        test("BIPOP's small runs start with smaller steps, the large ones with the first") {
            val runs = runs(listen(TwoPopulations(2.0, CommonsEigen()), 60_000))
            var large = 8
            val small =
                runs.drop(1).filterNot { (population, points) ->
                    (population == 2 * large).also {
                        if (it) {
                            large = population
                            spread(points).shouldBeBetween(1.4, 2.6, 0.0)
                        }
                    }
                }
            val steps = small.map { spread(it.second) }
            steps.max() shouldBeLessThan 2.6
            steps.min().shouldBeBetween(0.012, 0.1, 0.0)
            // 10^(-2U): half of them lie below a tenth of the first step.
            (steps.count { it < 0.2 } * 2.0 / steps.size).shouldBeBetween(0.5, 1.5, 0.0)
        }

        test("a small run may spend half of what the last large one did") {
            // Noise ends no run early: every run lasts until stagnation, or until its evaluations end.
            val problem =
                ListenedProblem(2, 20_000) { x -> (x.contentHashCode() * -0x61c88647).toDouble() }
            runCatching {
                TwoPopulations(2.0, CommonsEigen()).minimize(problem, RandomSource.of("half"))
            }
            val runs = mutableListOf<MutableList<Int>>()
            for (block in problem.blocks) {
                if (runs.isEmpty() || runs.last().last() != block) runs += mutableListOf<Int>()
                runs.last() += block
            }
            val lastLarge = runs[1].sum()
            val following = runs[2].sum()
            runs[1][0] shouldBe 12
            // Runs of the same population follow one another: two small ones balance a large one.
            (following <= lastLarge + 2 * 6) shouldBe true
        }

        test("they spend a budget to its end, be it a single evaluation") {
            for (budget in listOf(1L, 7L, 1_000L)) {
                listen(TwoPopulations(2.0, CommonsEigen()), budget).points.size.toLong() shouldBe
                    budget
                listen(IncreasingPopulation(2.0, 2.0, CommonsEigen()), budget)
                    .points.size
                    .toLong() shouldBe budget
            }
        }

        context("the expected running time of BIPOP is that of BBOB-2009") {
            withData(
                nameFn = { it.toString() },
                Bar("bbob-f1", 5, 726.0, 1.5),
                Bar("bbob-f1", 20, 2754.0, 1.5),
                Bar("bbob-f8", 5, 2341.0, 1.5),
                Bar("bbob-f10", 5, 2152.0, 1.5),
                Bar("bbob-f15", 5, 25_476.0, 3.0),
            ) { (function, dimension, published, factor) ->
                val strength = Strength(BipopCmaEs(), function, dimension)
                strength.expectedRunningTime
                    .shouldBeBetween(published / factor, published * factor, 0.0)
            }
        }

        test("IPOP solves the Rastrigin function of BBOB, where one run does not") {
            Strength(IpopCmaEs(), "bbob-f15", 5).solved shouldBeGreaterThan 10
        }
    })

private data class Bar(
    val function: String,
    val dimension: Int,
    val published: Double,
    val factor: Double,
)
