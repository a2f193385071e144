package benchwright.optimizer

import benchwright.Bounds
import benchwright.RandomSource
import benchwright.artifact.Stop
import benchwright.artifact.TrialKey
import benchwright.artifact.TrialRecord
import benchwright.plan.Trial
import benchwright.run.runner
import benchwright.suite.MantaRay
import benchwright.suite.NamedFunction
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import java.util.OptionalDouble

class MantaRayForagingSpec :
    FunSpec({
        fun stream() = RandomSource.of("manta-ray-spec")

        test("it draws its first population point by point, and evaluates it at once") {
            val problem = ListenedProblem(3, 4)
            MantaRayForaging(4, 2.0).minimize(problem, stream())
            val random = stream()
            problem.points shouldContainExactly
                List(4) { random.nextPoint(problem.bounds()).toList() }
            problem.blocks shouldContainExactly listOf(4)
        }

        test("NP + 2 NP T evaluations are spent exactly, population by population") {
            val problem = ListenedProblem(3, 10 + 20 * 6)
            MantaRayForaging(10, 2.0).minimize(problem, stream())
            problem.points.size shouldBe 130
            problem.blocks shouldContainExactly List(13) { 10 }
        }

        test("another budget is spent to its end too, in one more iteration that is cut short") {
            for (budget in listOf(1L, 9L, 11L, 29L, 129L, 131L)) {
                val problem = ListenedProblem(3, budget)
                runCatching { MantaRayForaging(10, 2.0).minimize(problem, stream()) }
                problem.points.size.toLong() shouldBe budget
            }
        }

        test("every point lies in the box, also where the box is lopsided") {
            val bounds = Bounds(doubleArrayOf(-1.0, 100.0, -1e-3), doubleArrayOf(5.0, 101.0, 1e6))
            val problem = ListenedProblem(3, 5_000, bounds)
            runCatching { MantaRayForaging(20, 2.0).minimize(problem, stream()) }
            problem.points.size shouldBe 5_000
            problem.points.filterNot { it.toDoubleArray() in bounds } shouldContainExactly listOf()
        }

        test("it goes on where the function has no value") {
            val problem =
                ListenedProblem(2, 2_000) { x ->
                    if (x[0] < 0) Double.NaN else x[0] + x[1] * x[1]
                }
            runCatching { MantaRayForaging(10, 2.0).minimize(problem, stream()) }
            problem.points.size shouldBe 2_000
            problem.points.takeLast(200).count { it[0] in 0.0..0.5 } shouldBeGreaterThan 100
        }

        // The bar of the authors' variant: 30 dimensions, population 50, 250 iterations, 30 trials.
        fun records(
            function: String,
            trials: Int = 30,
        ): List<TrialRecord> =
            (1..trials).map { i ->
                val key = TrialKey("manta-ray", function, 30, i, i.toLong())
                val spec = NamedFunction(function)
                runner().run(Trial(key, MantaRay(), spec, 25_050, OptionalDouble.empty())).record
            }

        fun distances(records: List<TrialRecord>) =
            records.map { it.history.value(it.history.size() - 1) - it.optimum }.sorted()

        fun median(sorted: List<Double>) =
            (sorted[sorted.size / 2 - 1] + sorted[sorted.size / 2]) / 2

        context("it finds the optimum of a centred function in all of 30 trials") {
            withData(
                "sphere-unshifted",
                "rastrigin-unshifted",
                "griewank-unshifted",
                "ackley-unshifted",
            ) {
                val records = records(it)
                records.map { record -> record.evaluations }.distinct() shouldContainExactly
                    listOf(25_050L)
                records.map { record -> record.stop }.distinct() shouldContainExactly
                    listOf(Stop.BUDGET)
                distances(records).count { distance -> distance < 1e-8 } shouldBe 30
            }
        }

        test("it stays in the valley of the centred Rosenbrock function") {
            median(distances(records("rosenbrock-unshifted"))).shouldBeBetween(23.8, 24.4, 0.0)
        }

        context("with the optimum elsewhere its medians are those of the authors' program") {
            withData(
                nameFn = { it.first },
                Triple("sphere", 6.3e-4, 1.45e-3),
                Triple("rosenbrock", 30.0, 86.0),
                Triple("rastrigin", 105.0, 138.0),
                Triple("ackley", 1.33, 2.17),
                Triple("griewank", 2.4e-3, 1.4e-2),
            ) { (function, least, most) ->
                // The bands are where the median of 30 trials lies in 99 of 100 cases, widened by a
                // tenth; 120 trials leave less to chance.
                median(distances(records(function, trials = 120)))
                    .shouldBeBetween(least / 1.1, most * 1.1, 0.0)
            }
        }
    })
