package benchwright.optimizer

import benchwright.Bounds
import benchwright.RandomSource
import benchwright.optimizer.adapter.CommonsEigen
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.ints.shouldBeInRange
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.sqrt

class CmaStopsSpec :
    FunSpec({
        fun run(
            problem: ListenedProblem,
            evaluations: Double = Double.POSITIVE_INFINITY,
        ): Pair<CmaStop, CmaRun> {
            val dimension = problem.dimension()
            val population = CmaSettings.defaultPopulation(dimension)
            val random = RandomSource.of("cma-stops-spec")
            val run = CmaRun(problem, random, CommonsEigen(), population, 2.0, evaluations)
            return run.run() to run
        }

        fun problem(
            dimension: Int,
            bounds: Bounds = Bounds.cube(dimension, -5.0, 5.0),
            value: (DoubleArray) -> Double,
        ) = ListenedProblem(dimension, 1_000_000, bounds, value)

        fun noise(x: DoubleArray) =
            (x.contentHashCode() * -0x61c88647 ushr 8) / (1 shl 24).toDouble()

        test("MaxIter: 100 + 50 (d + 3)² / √λ generations") {
            // Better all the time, with enough noise to keep every other test quiet.
            var asked = 0
            val (stop, run) = run(problem(2) { x -> 100 * noise(x) - asked++ })
            stop shouldBe CmaStop.MAX_ITER
            run.generation shouldBe 611
        }

        test("MaxIter: the evaluations that were granted") {
            val (stop, run) = run(problem(2) { x -> x[0] * x[0] + x[1] }, evaluations = 100.0)
            stop shouldBe CmaStop.MAX_ITER
            run.generation shouldBe 17
        }

        test("TolHistFun: the last 10 + ⌈30 d / λ⌉ best values lie within 10⁻¹²") {
            val (stop, run) = run(problem(2) { x -> 1e-15 * (x[0] * x[0] + abs(x[1])) })
            stop shouldBe CmaStop.TOL_HIST_FUN
            run.generation shouldBe 20
        }

        test(
            "EqualFunVals: a quarter of the points are equal in a third of the last d generations",
        ) {
            val (stop, run) = run(problem(5) { 3.0 })
            stop shouldBe CmaStop.EQUAL_FUN_VALS
            run.generation shouldBe 6
        }

        test("TolX: deviations and path are below 10⁻¹²") {
            val (stop, run) = run(problem(2) { x -> sqrt(sqrt(abs(x[0]) + abs(x[1]))) })
            stop shouldBe CmaStop.TOL_X
            abs(run.mean[0]) shouldBeLessThan 1e-10
        }

        test("TolUpSigma: downhill without end") {
            val (stop, run) = run(problem(2) { x -> x[0] + x[1] })
            stop shouldBe CmaStop.TOL_UP_SIGMA
            (run.sigma > 1e20) shouldBe true
        }

        test("Stagnation: nothing but noise") {
            val (stop, run) = run(problem(2) { x -> noise(x) })
            stop shouldBe CmaStop.STAGNATION
            run.generation shouldBeInRange 131..400
        }

        test("ConditionCov: one axis is ten million times the other") {
            val (stop, run) = run(problem(2) { x -> 1e10 * x[0] * x[0] + 1e-10 * x[1] * x[1] })
            stop shouldBe CmaStop.CONDITION_COV
            // What the last decomposition left: the eigenvalues themselves.
            run.axes.max() / run.axes.min() shouldBeLessThan 1e15
        }

        test("NoEffectAxis: a step along an axis is lost in the rounding of both coordinates") {
            val bounds = Bounds.cube(2, 1e12, 1e12 + 1)
            val (stop, _) =
                run(problem(2, bounds) { x -> abs(x[0] - 1e12 - 0.5) + 1e-6 * noise(x) })
            stop shouldBe CmaStop.NO_EFFECT_AXIS
        }

        test(
            "NoEffectCoor: the mean no longer moves in one coordinate, while each axis has an effect",
        ) {
            val bounds = Bounds(doubleArrayOf(1e12, -5.0), doubleArrayOf(1e12 + 1, 5.0))
            val (stop, _) =
                run(
                    problem(2, bounds) { x ->
                        abs(x[0] - 1e12 - 0.5) + 1e-6 * abs(x[1]) +
                            1e-9 * noise(x)
                    },
                )
            stop shouldBe CmaStop.NO_EFFECT_COOR
        }
    })
