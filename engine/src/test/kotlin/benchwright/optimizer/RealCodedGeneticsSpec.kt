package benchwright.optimizer

import benchwright.Bounds
import benchwright.RandomSource
import benchwright.suite.GeneticAlgorithm
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import kotlin.math.abs

class RealCodedGeneticsSpec :
    FunSpec({
        fun stream() = RandomSource.of("genetic-algorithm-spec")

        fun points(
            problem: ListenedProblem,
            population: Int = 10,
            crossover: Double = 0.9,
            crossoverIndex: Double = 2.0,
            mutation: Double = 1.0,
            mutationIndex: Double = 20.0,
        ): List<List<Double>> {
            runCatching {
                RealCodedGenetics(population, crossover, crossoverIndex, mutation, mutationIndex)
                    .minimize(problem, stream())
            }
            return problem.points
        }

        test(
            "points are drawn one by one, and generations evaluated at once; an odd one is added",
        ) {
            val problem = ListenedProblem(3, 40)
            val points = points(problem, population = 9)
            val random = stream()
            points.take(10) shouldContainExactly
                List(10) { random.nextPoint(problem.bounds()).toList() }
            problem.blocks shouldContainExactly List(4) { 10 }
        }

        test("without crossover and mutation children are copies of winners") {
            var asked = 0.0
            val problem = ListenedProblem(2, 2_000) { asked++ }
            val points = points(problem, population = 1_000, crossover = 0.0, mutation = 0.0)
            val first = points.take(1_000)
            val places = points.drop(1_000).map { first.indexOf(it) }
            places.count { it < 0 } shouldBe 0
            // The smaller of two uniform numbers is a third on average.
            places.average() / 1_000 shouldBe (1 / 3.0 plusOrMinus 0.03)
        }

        test("children of a pair keep its middle, half their coordinates are crossed") {
            // Far from the bounds, where the distributions are symmetric: the mean stays.
            val bounds = Bounds(doubleArrayOf(-1e6, -1e6), doubleArrayOf(1e6, 1e6))
            var asked = 0.0
            val problem = ListenedProblem(2, 4_000, bounds) { asked++ }
            val points = points(problem, population = 2_000, crossover = 1.0, mutation = 0.0)
            val first = points.take(2_000)
            val kept = IntArray(2)
            for (child in points.drop(2_000)) {
                for (j in 0..1) if (first.any { it[j] == child[j] }) kept[j]++
            }
            kept[0] / 2_000.0 shouldBe (0.5 plusOrMinus 0.05)
            kept[1] / 2_000.0 shouldBe (0.5 plusOrMinus 0.05)
        }

        test("as many coordinates are mutated as asked for, most of them by little") {
            var asked = 0.0
            val problem = ListenedProblem(4, 4_000) { asked++ }
            val points = points(problem, population = 2_000, crossover = 0.0, mutation = 1.0)
            val first = points.take(2_000)
            val moves =
                points.drop(2_000).flatMap { child ->
                    val parent =
                        first.maxBy { p -> (0..3).count { p[it] == child[it] } }
                    (0..3).map { child[it] - parent[it] }.filter { it != 0.0 }
                }
            moves.size / 2_000.0 shouldBe (1.0 plusOrMinus 0.06)
            // The mean of |δ| is 1/(η + 2) where bounds are far: 10/22.
            moves.map { abs(it) }.average().shouldBeBetween(0.35, 0.5, 0.0)
            moves.average() shouldBe (0.0 plusOrMinus 0.05)
        }

        test("the best of parents and children live on") {
            // Only the first generation is any good: its children never take a place.
            var asked = 0
            val problem = ListenedProblem(2, 300) { if (asked++ < 10) asked / 10.0 else 9.0 }
            val points = points(problem, crossover = 0.0, mutation = 0.0)
            points.distinct().size shouldBeLessThanOrEqual 10
            points.takeLast(10).distinct().size shouldBeLessThanOrEqual 10
            points.drop(200).count { it == points[0] } / 100.0 shouldBeGreaterThan 0.1
        }

        test("it is no weaker than the genetic algorithm of BBOB-2009") {
            // 198,000 with 13 of 15 in 2009, in ten times the budget.
            Strength(GeneticAlgorithm(), "bbob-f1", 5)
                .expectedRunningTime
                .shouldBeBetween(9_000.0, 16_000.0, 0.0)
        }
    })
