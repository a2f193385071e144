package benchwright.optimizer

import benchwright.Bounds
import benchwright.RandomSource
import benchwright.suite.DifferentialEvolution
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.ints.shouldBeAtLeast
import io.kotest.matchers.ints.shouldBeInRange
import io.kotest.matchers.shouldBe

class RandOneBinEvolutionSpec :
    FunSpec({
        fun stream() = RandomSource.of("differential-evolution-spec")

        fun points(
            problem: ListenedProblem,
            populationPerDimension: Int = 2,
            weight: Double = 0.5,
            crossover: Double = 0.9,
        ): List<List<Double>> {
            runCatching {
                RandOneBinEvolution(populationPerDimension, weight, crossover)
                    .minimize(problem, stream())
            }
            return problem.points
        }

        test("NP vectors are drawn point by point, and every generation is evaluated at once") {
            val problem = ListenedProblem(3, 24)
            val points = points(problem, populationPerDimension = 2)
            val random = stream()
            points.take(6) shouldContainExactly
                List(6) { random.nextPoint(problem.bounds()).toList() }
            problem.blocks shouldContainExactly List(4) { 6 }
        }

        test("four vectors are the fewest") {
            val problem = ListenedProblem(1, 12)
            points(problem, populationPerDimension = 1)
            problem.blocks shouldContainExactly List(3) { 4 }
        }

        test("a trial vector is r1 + F (r2 − r3), crossed with its own vector") {
            // F is so small that hardly anything leaves the box; each trial vector is a failure, so that
            // the population stays what it was.
            var asked = 0
            val failing =
                ListenedProblem(4, 16 + 16 * 50) { if (asked++ < 16) 0.0 + asked else 1e9 }
            points(failing, populationPerDimension = 4, weight = 1e-3)
            val first = failing.points.take(16)
            var fromMutant = 0
            failing.points.drop(16).chunked(16).forEach { generation ->
                generation.forEachIndexed { i, u ->
                    val own = first[i]
                    val changed = u.indices.filter { u[it] != own[it] }
                    changed.size shouldBeAtLeast 1
                    fromMutant += changed.size
                    val combinations =
                        first.flatMapIndexed { a, base ->
                            first.flatMapIndexed { b, plus ->
                                first.filterIndexed { c, minus ->
                                    setOf(i, a, b, c).size == 4 &&
                                        changed.all {
                                            base[it] + 1e-3 * (plus[it] - minus[it]) == u[it]
                                        }
                                }
                            }
                        }
                    combinations.size shouldBe 1
                }
            }
            // Each coordinate with 0.9, one always: 3.7 of 4.
            fromMutant / 800.0 shouldBe (3.7 plusOrMinus 0.06)
        }

        test("with CR = 0 exactly one coordinate is the mutant's") {
            var asked = 0
            val failing = ListenedProblem(5, 200) { (asked++).toDouble() }
            points(failing, populationPerDimension = 2, crossover = 0.0)
            failing.points.drop(10).forEachIndexed { k, u ->
                u.indices.count { u[it] != failing.points[k % 10][it] } shouldBe 1
            }
        }

        test("a trial vector that is no worse takes its vector's place, a worse one does not") {
            // The second generation is as good as the first, all later ones are worse.
            var asked = 0
            val problem = ListenedProblem(5, 60) { if (asked++ < 20) asked % 10.0 else 100.0 }
            points(problem, populationPerDimension = 2, crossover = 0.0)
            val second = problem.points.subList(10, 20)
            problem.points.drop(20).forEachIndexed { k, u ->
                u.indices.count { u[it] != second[k % 10][it] } shouldBe 1
            }
        }

        test("what leaves the box comes back between the base vector and the bound") {
            val bounds = Bounds.cube(2, 0.0, 1.0)
            val problem = ListenedProblem(2, 2_000, bounds) { x -> -x[0] - x[1] }
            val points = points(problem, populationPerDimension = 10)
            // Towards the corner, on the bound only where rounding puts it there.
            points.take(500).count { it[0] == 1.0 || it[1] == 1.0 } shouldBe 0
            points.take(500).maxOf { it[0] + it[1] }.shouldBeBetween(1.999, 2.0, 0.0)
        }

        test("it is as strong as measured: the sphere, a rotated ellipsoid, Rastrigin's function") {
            Strength(DifferentialEvolution(), "bbob-f1", 5)
                .expectedRunningTime
                .shouldBeBetween(4_500.0, 5_500.0, 0.0)
            Strength(DifferentialEvolution(), "bbob-f10", 5)
                .expectedRunningTime
                .shouldBeBetween(8_500.0, 11_000.0, 0.0)
            // Without restarts 13 and 12.
            Strength(DifferentialEvolution(), "bbob-f3", 5).solved shouldBe 15
            Strength(DifferentialEvolution(), "bbob-f21", 5).solved shouldBe 15
            Strength(DifferentialEvolution(), "bbob-f4", 5).solved shouldBeInRange 8..15
        }
    })
