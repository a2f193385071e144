package benchwright.optimizer

import benchwright.Bounds
import benchwright.RandomSource
import benchwright.run.runner
import benchwright.run.trial
import benchwright.suite.FormulaFunction
import benchwright.suite.KnownOptimum
import benchwright.suite.RandomSearch
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

class UniformSearchSpec :
    FunSpec({
        fun stream() = RandomSource.of("uniform-search-spec")

        context(
            "its points are those of the stream, one after the other, whatever the size of its blocks",
        ) {
            withData(1, 2, 7, 64, 2048) { coordinates ->
                val bounds = Bounds(doubleArrayOf(-1.0, 0.0, 5.0), doubleArrayOf(1.0, 1e-3, 9.0))
                val problem = ListenedProblem(3, 101, bounds)
                UniformSearch(coordinates).minimize(problem, stream())
                val random = stream()
                problem.points shouldContainExactly List(101) { random.nextPoint(bounds).toList() }
            }
        }

        test("it spends its whole budget and not an evaluation more") {
            for (budget in listOf(1L, 2L, 409L, 410L, 2_000L)) {
                val problem = ListenedProblem(5, budget)
                UniformSearch().minimize(problem, stream())
                problem.points.size.toLong() shouldBe budget
            }
        }

        test("it hits the centred sphere as often as the volume of the ball says") {
            // The sphere in two dimensions on [-5, 5]²: a point hits y ≤ 1 with probability π/100.
            val sphere = FormulaFunction("tilted", -5.0, 5.0, KnownOptimum(0.0))
            val runner = runner(benchwright.plan.Catalogue { SphereBodies })
            val evaluations =
                (1L..3_000L).map { seed ->
                    runner
                        .run(
                            trial(
                                RandomSearch(),
                                sphere,
                                dimension = 2,
                                seed = seed,
                                budget = 100_000,
                                target = 1.0,
                            ),
                        ).record
                        .evaluations
                }
            // 31.831 expected; the standard error of this mean is 0.57.
            evaluations.average() shouldBe (31.831 plusOrMinus 1.8)
        }
    })
