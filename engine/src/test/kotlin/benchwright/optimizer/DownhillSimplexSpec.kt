package benchwright.optimizer

import benchwright.Bounds
import benchwright.RandomSource
import benchwright.suite.NelderMead
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import kotlin.math.abs

class DownhillSimplexSpec :
    FunSpec({
        fun stream() = RandomSource.of("downhill-simplex-spec")

        fun search(
            problem: ListenedProblem,
            edge: Double = 2.0,
            localRestarts: Int = 10,
            iterations: Int = 200,
            reshape: Double = 10.0,
        ): List<List<Double>> {
            runCatching {
                DownhillSimplex(edge, localRestarts, iterations, reshape)
                    .minimize(problem, stream())
            }
            return problem.points
        }

        // A box of width 10 around a start at a known place: the points relative to the start.
        fun steps(
            dimension: Int,
            budget: Long,
            value: (List<Double>) -> Double,
        ): List<List<Double>> {
            val start = stream().nextPoint(Bounds.cube(dimension, -5.0, 5.0)).toList()

            fun relative(x: List<Double>) = x.mapIndexed { j, it -> it - start[j] }
            val problem =
                ListenedProblem(dimension, budget) { value(relative(it.toList())) }
            return search(problem).map { x ->
                relative(x).map { Math.rint(it * 1e6) / 1e6 + 0.0 }
            }
        }

        test("it reflects, and expands while that pays") {
            // Downhill along both axes alike: the corner is the worst of the three points.
            steps(2, 7) { (a, b) -> -a - b + 1e-3 * a } shouldContainExactly
                listOf(
                    listOf(0.0, 0.0),
                    listOf(2.0, 0.0),
                    listOf(0.0, 2.0),
                    listOf(2.0, 2.0), // reflected: better than all
                    listOf(3.0, 3.0), // expanded: better still, and kept
                    // The worst is now (2, 0); the others are (3, 3) and (0, 2).
                    listOf(1.0, 5.0),
                    listOf(0.5, 7.5),
                )
        }

        test("it contracts outside, inside, and shrinks to the best point") {
            // One dimension: 0 and 2, mirrored at the best point; the bowl's bottom is at 0.3.
            steps(1, 6) { (a) -> abs(a - 0.3) } shouldContainExactly
                listOf(
                    listOf(0.0),
                    listOf(2.0),
                    listOf(-2.0), // reflected at 0, worse than both
                    listOf(1.0), // contracted inside
                    listOf(-1.0), // reflected
                    listOf(0.5), // contracted inside: the new best
                )
            // 0, 2, then outwards: −2 is better than 2 and worse than 0.
            steps(1, 4) { (a) -> abs(a + 0.6) } shouldContainExactly
                listOf(listOf(0.0), listOf(2.0), listOf(-2.0), listOf(-1.0))
            // Two dimensions, all points but one place alike: reflection and contraction fail.
            steps(2, 7) { x -> if (x == listOf(0.0, 0.0)) 0.0 else 1.0 } shouldContainExactly
                listOf(
                    listOf(0.0, 0.0),
                    listOf(2.0, 0.0),
                    listOf(0.0, 2.0),
                    listOf(2.0, -2.0), // reflected
                    listOf(0.5, 1.0), // contracted inside
                    listOf(1.0, 0.0), // both others half-way to the best
                    listOf(0.0, 1.0),
                )
        }

        test(
            "a local restart stands at the best point, with edges by the extent of the old simplex",
        ) {
            val problem = ListenedProblem(1, 8) { (it[0] - 20) * (it[0] - 20) }
            val start = stream().nextPoint(problem.bounds())[0]
            // One iteration, then anew: 0 and 2 expand to 6, of extent 4 with 2; times a half are 2.
            val points = search(problem, localRestarts = 1, iterations = 1, reshape = 0.5)
            points.take(6).map { Math.rint((it[0] - start) * 1e6) / 1e6 + 0.0 } shouldContainExactly
                listOf(0.0, 2.0, 4.0, 6.0, 8.0, 10.0)
        }

        test("it begins elsewhere when local restarts gain nothing, until the budget is spent") {
            val bounds = Bounds.cube(3, -5.0, 5.0)
            val problem = ListenedProblem(3, 20_000, bounds)
            search(problem).size shouldBe 20_000
            val random = stream()
            val starts = List(5) { random.nextPoint(bounds).toList() }
            starts.filterNot { it in problem.points } shouldContainExactly listOf()
        }

        test("any budget is spent exactly, in one dimension too") {
            for (dimension in listOf(1, 4)) {
                for (budget in listOf(1L, 2L, 3L, 1_000L)) {
                    search(ListenedProblem(dimension, budget)).size.toLong() shouldBe budget
                }
            }
        }

        test("the same stream gives the same points") {
            search(ListenedProblem(4, 2_000)) shouldBe search(ListenedProblem(4, 2_000))
        }

        test("a lopsided box gives lopsided edges") {
            val bounds = Bounds(doubleArrayOf(0.0, -1e6), doubleArrayOf(1e-3, 1e6))
            val value = { x: DoubleArray ->
                (x[0] * 1e3 - 0.5).let { it * it } + (x[1] / 1e6).let { it * it }
            }
            val points = search(ListenedProblem(2, 1_000, bounds, value))
            points[1][0] - points[0][0] shouldBe (2e-4 plusOrMinus 1e-12)
            points[2][1] - points[0][1] shouldBe (4e5 plusOrMinus 1e-3)
            points.minOf { value(it.toDoubleArray()) } shouldBeLessThan 1e-8
        }

        context("it goes on where the function is no ordinary number") {
            withData(
                nameFn = { it.first },
                "NaN in half of the box" to { x: List<Double> ->
                    if (x[0] < 0) Double.NaN else x[0] + x[1] * x[1]
                },
                "NaN" to { Double.NaN },
                "positive infinity" to { Double.POSITIVE_INFINITY },
                "negative infinity in half of the box" to { x ->
                    if (x[0] < 0) Double.NEGATIVE_INFINITY else x[0]
                },
                "flat" to { 7.0 },
                "downhill for ever" to { x -> x[0] + x[1] },
                "downhill for ever, by steps of infinity" to { x -> x[0] * 1e200 },
            ) { (_, value) ->
                val problem = ListenedProblem(2, 20_000) { value(it.toList()) }
                search(problem).size shouldBe 20_000
                problem.points.count { x -> x.any { !it.isFinite() } } shouldBe 0
            }
        }

        test("where half of the box has no value it finds the other half's optimum") {
            val problem =
                ListenedProblem(2, 2_000) { x ->
                    if (x[0] < 0) Double.NaN else x[0] + x[1] * x[1]
                }
            search(problem).count { it[0] in 0.0..1e-3 } shouldBeGreaterThan 20
        }

        context("its expected running time to 1e-8 is that of NELDER in BBOB-2009") {
            withData(
                nameFn = { "${it.first} in ${it.second}-D" },
                Triple("bbob-f1", 5, 236.0),
                Triple("bbob-f1", 20, 2_319.0),
                Triple("bbob-f2", 5, 837.0),
                Triple("bbob-f2", 20, 4_980.0),
                Triple("bbob-f6", 5, 4_258.0),
                Triple("bbob-f8", 20, 25_909.0),
                Triple("bbob-f10", 5, 1_117.0),
            ) { (function, dimension, published) ->
                Strength(NelderMead(), function, dimension)
                    .expectedRunningTime
                    .shouldBeBetween(published / 1.5, published * 1.5, 0.0)
            }
        }

        test("on f8 in 5-D it is no weaker; its median is near that of NELDER, 878") {
            Strength(NelderMead(), "bbob-f8", 5)
                .expectedRunningTime
                .shouldBeBetween(878 / 1.5, 1_364 * 1.5, 0.0)
        }
    })
