package benchwright.optimizer

import benchwright.Bounds
import benchwright.BudgetSpent
import benchwright.Optimizer
import benchwright.RandomSource
import benchwright.plan.Catalogue
import benchwright.script.Bodies
import benchwright.suite.DifferentialEvolution
import benchwright.suite.GeneticAlgorithm
import benchwright.suite.LShade
import benchwright.suite.OptimizerSpec
import benchwright.suite.ParticleSwarm
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import kotlin.math.abs

private val POPULATIONS =
    listOf<OptimizerSpec>(DifferentialEvolution(), LShade(), ParticleSwarm(), GeneticAlgorithm())

/** What all optimizers that move a population keep to, whatever the function. */
class PopulationsSpec :
    FunSpec({
        val catalogue = Catalogue { Bodies.none() }

        fun optimizer(spec: OptimizerSpec): Optimizer = catalogue.optimizer(spec)

        /** Runs to the end of the budget, and looks at what every run must keep to. */
        fun run(
            spec: OptimizerSpec,
            problem: ListenedProblem,
            seed: Long = 1,
        ): ListenedProblem {
            val thrown =
                runCatching {
                    optimizer(spec).minimize(
                        problem,
                        RandomSource.of("populations-spec", seed.toString()),
                    )
                }.exceptionOrNull()
            if (thrown != null && thrown !is BudgetSpent) throw thrown
            problem.points.size.toLong() shouldBe problem.budget()
            problem.points.filterNot { it.toDoubleArray() in problem.bounds() }.shouldBeEmpty()
            return problem
        }

        context("the same stream gives the same points, another one others") {
            withData(nameFn = { it.id }, POPULATIONS) { spec ->
                val points = run(spec, ListenedProblem(3, 1_000)).points
                run(spec, ListenedProblem(3, 1_000)).points shouldContainExactly points
                run(spec, ListenedProblem(3, 1_000), seed = 2).points shouldNotBe points
            }
        }

        context("a budget of any size is spent to its end, and in the box") {
            withData(nameFn = { it.id }, POPULATIONS) { spec ->
                for (budget in listOf(1L, 2L, 7L, 29L, 40L, 41L, 1_003L)) {
                    run(spec, ListenedProblem(2, budget))
                }
            }
        }

        context("it is at home in a lopsided box, with its optimum in a corner") {
            withData(nameFn = { it.id }, POPULATIONS) { spec ->
                val bounds =
                    Bounds(doubleArrayOf(-1.0, 100.0, -1e-3), doubleArrayOf(5.0, 101.0, 1e6))
                val problem =
                    ListenedProblem(3, 6_000, bounds) { x -> x[0] - x[1] + 1e-6 * x[2] }
                run(spec, problem).points.minOf { it[0] - it[1] + 1e-6 * it[2] } shouldBeLessThan
                    -101.999
            }
        }

        context("it goes on where the function has no value, or an infinite one") {
            withData(nameFn = { it.id }, POPULATIONS) { spec ->
                val problem =
                    ListenedProblem(2, 4_000) { x ->
                        when {
                            x[0] < 0 -> Double.NaN
                            x[1] < 0 -> Double.POSITIVE_INFINITY
                            else -> x[0] + x[1] * x[1]
                        }
                    }
                val points = run(spec, problem).points
                points
                    .filter { it[0] >= 0 && it[1] >= 0 }
                    .minOf { it[0] + it[1] * it[1] } shouldBeLessThan 1e-3
            }
        }

        context("a function that says nothing does not stop it") {
            withData(nameFn = { it.id }, POPULATIONS) { spec ->
                for (value in listOf(
                    0.0,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                )) {
                    run(spec, ListenedProblem(3, 2_000) { value })
                }
            }
        }

        context("one dimension is enough") {
            withData(nameFn = { it.id }, POPULATIONS) { spec ->
                val problem = ListenedProblem(1, 2_000) { x -> (x[0] - 1) * (x[0] - 1) }
                run(spec, problem).points.minOf { (it[0] - 1) * (it[0] - 1) } shouldBeLessThan 1e-5
            }
        }

        context("nothing is evaluated point by point") {
            withData(nameFn = { it.id }, POPULATIONS) { spec ->
                val problem = run(spec, ListenedProblem(3, 5_000))
                problem.points.size shouldBeLessThanOrEqual problem.blocks.sum()
                problem.blocks.min() shouldBeGreaterThan 3
            }
        }

        context("a population that has collapsed starts anew in the whole box") {
            withData(nameFn = { it.id }, POPULATIONS) { spec ->
                val problem = ListenedProblem(2, 60_000) { x -> 1e3 + x[0] * x[0] + x[1] * x[1] }
                val points = run(spec, problem).points
                points.minOf { abs(it[0]) } shouldBeLessThan 1e-3
                val late = points.takeLast(30_000)
                listOf(late.maxOf { it[0] }, late.maxOf { it[1] }).min() shouldBeGreaterThan 4.0
                listOf(late.minOf { it[0] }, late.minOf { it[1] }).max() shouldBeLessThan -4.0
            }
        }
    })
