package benchwright.analysis

import benchwright.analysis.Reviews.record
import benchwright.artifact.Circumstance
import benchwright.artifact.Stop
import benchwright.artifact.Summary
import benchwright.artifact.TrialRecord
import benchwright.stats.RankSumTest
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import java.util.Optional
import kotlin.random.Random

private val INFINITE = Double.POSITIVE_INFINITY

/** Two trials, three targets of 1, 0.1 and 0.01: four of six pairs are hit. */
private val TWO_TRIALS =
    listOf(
        record("o", "f", 2, 1, listOf(4L to 50.0, 8L to 0.5, 20L to 0.01), evaluations = 20),
        record("o", "f", 2, 2, listOf(10L to 1.0), evaluations = 1000),
    )

private fun random(
    optimizers: Int,
    functions: List<String>,
    dimensions: List<Int>,
    trials: Int,
): List<TrialRecord> {
    val random = Random(42)
    return (1..optimizers).flatMap { o ->
        functions.flatMap { f ->
            dimensions.flatMap { d ->
                (1L..trials).map { seed ->
                    var value = 1e3
                    val improvements =
                        generateSequence(1L) { it + 1 + random.nextLong(40L * o) }
                            .takeWhile { it <= 1000 }
                            .map {
                                it to
                                    (value * random.nextDouble(0.5, 1.0)).also { v -> value = v }
                            }.toList()
                    record("o$o", f, d, seed, improvements)
                }
            }
        }
    }
}

class ReviewSpec :
    FunSpec({
        test("the distribution of running times is over all pairs, hit or not") {
            val all = Reviews.of(TWO_TRIALS).distributions.single()
            all.pairs shouldBe 6
            all.spent shouldBe 500.0
            // Evaluations over the dimension; 0.5 at 8 hits one target, 0.01 at 20 two more.
            all.steps.points() shouldBe
                listOf(4.0 to 1 / 6.0, 5.0 to 2 / 6.0, 10.0 to 4 / 6.0, 500.0 to 4 / 6.0)
            all.steps.at(9.9) shouldBe 2 / 6.0
            all.steps.at(3.9).isNaN() shouldBe true
        }

        test("a thinned distribution is exact where it has points") {
            val records = random(1, listOf("f", "g", "h"), listOf(2, 5), 40)
            val review = Reviews.of(records)
            val all = review.distributions.single { it.dimension == 0 && it.group == "all" }
            val times =
                records.flatMap { r ->
                    review.targets.map { t ->
                        val hit = r.history.firstAtMost(t)
                        if (hit == 0L) INFINITE else hit.toDouble() / r.key.dimension
                    }
                }
            all.pairs shouldBe times.size
            all.steps.size() shouldBeLessThanOrEqual 200
            all.steps.points().forEach { (x, share) ->
                share shouldBe (times.count { it <= x } / times.size.toDouble() plusOrMinus 1e-12)
            }
        }

        test("surfaces of attainment: by an evaluation, the share of trials at or below a value") {
            val records =
                (1L..4L).map { seed ->
                    record("o", "f", 2, seed, listOf(seed to 10.0 * seed, 100 * seed to 0.1 * seed))
                }
            val curve = Reviews.of(records).convergence.single()
            // Nobody but the first has a value after one evaluation; a quarter is the first.
            curve.quarter.at(1.0) shouldBe 10.0
            curve.half.at(1.0) shouldBe INFINITE
            curve.half.at(2.0) shouldBe 20.0
            curve.threeQuarters.at(4.0) shouldBe 30.0
            // At the end 0.1, 0.2, 0.3, 0.4.
            curve.half.at(1000.0) shouldBe 0.2
            curve.quarter.x(curve.quarter.size() - 1) shouldBe 1000.0
            curve.known shouldBe true
        }

        test("fixed budgets: mean, quartiles of type 7, geometric mean with its floor") {
            val records =
                listOf(1.0, 4.0, 9.0, 0.0).mapIndexed { i, end ->
                    record("o", "f", 3, i.toLong(), listOf(1L to 64.0, 300L to end))
                }
            val budgets =
                Reviews
                    .of(records)
                    .summary.rows
                    .single()
                    .budgets
            budgets.map { it.evaluations } shouldBe listOf(3L, 30L, 300L, 1000L)
            budgets[1].mean shouldBe 64.0
            budgets[3].mean shouldBe 3.5
            budgets[3].median shouldBe 2.5
            budgets[3].lowerQuartile shouldBe (0.75 plusOrMinus 1e-15)
            budgets[3].upperQuartile shouldBe (5.25 plusOrMinus 1e-15)
            // (1 · 4 · 9 · 1e-8)^(1/4)
            budgets[3].geometricMean shouldBe (Math.sqrt(Math.sqrt(36e-8)) plusOrMinus 1e-12)
            budgets[2] shouldBe budgets[3].copy(evaluations = 300)
        }

        test("the expected running time lies in its interval, and restarts expect it") {
            // The example of the summary: hits at 100 and 325, one failure of 1000.
            val records =
                listOf(
                    record("o", "f", 2, 1, listOf(1L to 50.0, 100L to 0.005), evaluations = 500),
                    record("o", "f", 2, 2, listOf(1L to 50.0, 325L to 0.01)),
                    record("o", "f", 2, 3, listOf(1L to 50.0, 900L to 0.5)),
                )
            val row =
                Reviews
                    .of(records)
                    .summary.rows
                    .single()
            val hardest = row.targets.last()
            hardest.ert shouldBe 712.5
            (hardest.interval.lower < 712.5) shouldBe true
            (hardest.interval.upper > 712.5) shouldBe true
            // Two trials: a quarter of the draws are one of them twice.
            val two =
                Reviews
                    .of(records.take(2))
                    .summary.rows
                    .single()
            two.targets
                .last()
                .interval.lower shouldBe 100.0
            two.targets
                .last()
                .interval.upper shouldBe 325.0
            // Neither of two hits: a quarter again, so the running time may be infinite.
            val half =
                Reviews
                    .of(records.drop(1))
                    .summary.rows
                    .single()
            half.targets
                .last()
                .interval.upper shouldBe INFINITE
            val cell = Cell("o", "f", 2, doubleArrayOf(0.01), longArrayOf())
            records.forEach(cell::add)
            val times = SimulatedRestarts.simulate(cell, 0, 40_000)
            // The standard deviation of one is about 870: five standard errors.
            times.average() shouldBe (712.5 plusOrMinus 22.0)
            times.min() shouldBe 100.0
            row.restarts.p10 shouldBe 100.0
        }

        test("an optimizer that never succeeds has no running times to simulate") {
            val row = Reviews.of(listOf(record("o", "f", 2, 1, listOf(1L to 5.0)))).summary.rows[0]
            row.restarts.p50.isNaN() shouldBe true
            row.targets.last().ert shouldBe INFINITE
            row.targets
                .last()
                .interval.lower shouldBe INFINITE
        }

        test("profiles of performance and of data, by hand") {
            fun hit(
                optimizer: String,
                function: String,
                evaluation: Long,
            ) = record(optimizer, function, 4, 1, listOf(evaluation to 0.001))
            val never = record("b", "h", 4, 1, listOf(1L to 7.0))
            val review =
                Reviews.of(
                    listOf(
                        hit("a", "f", 100),
                        hit("b", "f", 50),
                        hit("a", "g", 10),
                        hit("b", "g", 40),
                        hit("a", "h", 500),
                        never,
                    ),
                )
            val steps = review.profiles.associate { (it.kind to it.optimizer) to it.steps.points() }
            steps[Profile.Kind.PERFORMANCE to "a"] shouldBe listOf(1.0 to 2 / 3.0, 2.0 to 1.0)
            steps[Profile.Kind.PERFORMANCE to "b"] shouldBe listOf(1.0 to 1 / 3.0, 4.0 to 2 / 3.0)
            steps[Profile.Kind.DATA to "a"] shouldBe
                listOf(2.0 to 1 / 3.0, 20.0 to 2 / 3.0, 100.0 to 1.0)
            review.profiles.forEach { it.problems shouldBe 3 }
        }

        test("contests: hits before misses, early before late, near before far; then the test") {
            val records =
                (1L..6L).flatMap { seed ->
                    listOf(
                        record("quick", "f", 2, seed, listOf(seed to 0.001)),
                        record("late", "f", 2, seed, listOf(3 * seed to 0.001)),
                        record("near", "f", 2, seed, listOf(1L to 0.5 + seed)),
                        record("failing", "f", 2, seed, listOf(1L to 1e-9), stop = Stop.FAILED),
                    )
                }
            val review = Reviews.of(records)
            val entries =
                review.contests
                    .single()
                    .entries
                    .associateBy { it.optimizer }
            entries.mapValues { it.value.rank } shouldBe
                mapOf("quick" to 1.0, "late" to 2.0, "near" to 3.0, "failing" to 4.0)
            entries.getValue("quick").p.isNaN() shouldBe true
            entries.getValue("near").a12 shouldBe 0.0
            entries.getValue("near").method shouldBe "exact"
            val late =
                RankSumTest.of(
                    DoubleArray(6) { -1.0 / (it + 1) },
                    DoubleArray(6) { -1.0 / (3 * (it + 1)) },
                )
            entries.getValue("late").a12 shouldBe (late.u / 36 plusOrMinus 1e-12)
            // Three comparisons with the best; this one is the least certain.
            entries.getValue("late").p shouldBe (late.p plusOrMinus 1e-12)
            entries.getValue("near").p shouldBe (3 * 2 / 924.0 plusOrMinus 1e-12)
            entries.getValue("near").worse() shouldBe true
        }

        test("standings: places, duels, and a critical difference over problems") {
            val functions = (1..24).map { "bbob-f$it" }
            val review = Reviews.of(random(3, functions, listOf(2, 3), 6))
            review.summary.standings.map { it.dimension } shouldBe listOf(2, 3, 0)
            val all = review.summary.standings.last()
            all.problems shouldBe 48
            all.places.map { it.optimizer } shouldBe listOf("o1", "o2", "o3")
            all.places.sumOf { it.averageRank } shouldBe (6.0 plusOrMinus 1e-12)
            all.places.sumOf { it.best } shouldBe 48
            (all.places[0].rating > all.places[2].rating) shouldBe true
            // Demšar: q = 2.343 for three; sqrt(3 · 4 / (6 · 48)).
            all.criticalDifference shouldBe (2.3437 * Math.sqrt(12.0 / 288) plusOrMinus 1e-4)
            all.duels.map { it.first + it.second } shouldBe listOf("o1o2", "o1o3", "o2o3")
            all.duels.forEach { it.wins + it.losses + it.undecided shouldBe 48 }
            (all.duels[1].a12 > 0.9) shouldBe true
            (all.duels[1].adjustedP < 1e-6) shouldBe true
        }

        test("BBOB's five groups, and all of them") {
            val functions = listOf(3, 7, 11, 15, 19, 24).map { "bbob-f$it" }
            val groups = Reviews.of(random(1, functions, listOf(2), 1)).groups
            groups.map { it.id to it.functions } shouldBe
                listOf(
                    "separable" to listOf("bbob-f3"),
                    "moderate" to listOf("bbob-f7"),
                    "ill-conditioned" to listOf("bbob-f11"),
                    "multi-modal" to listOf("bbob-f15", "bbob-f19"),
                    "weakly-structured" to listOf("bbob-f24"),
                    "all" to functions,
                )
            Reviews.of(TWO_TRIALS).groups.map { it.id } shouldBe listOf("all")
        }

        test("a group adds up its cells; its area is that of the distribution") {
            val group =
                Reviews
                    .of(TWO_TRIALS)
                    .summary.groups
                    .single()
            group.trials shouldBe 2
            group.successes shouldBe 1
            group.solved shouldBe 1
            group.evaluations shouldBe 1020
            group.hits shouldBe (4 / 6.0 plusOrMinus 1e-15)
            // Hits at 8, 10, 20, 20 of 1000: 1 - log e / log B each, over six pairs.
            val area = listOf(8, 10, 20, 20).sumOf { 1 - Math.log10(it.toDouble()) / 3 } / 6
            group.ecdfArea shouldBe (area plusOrMinus 1e-14)
        }

        test("the best of 2009 stands beside targets that it knows") {
            val records =
                listOf(2, 5).map { record("o", "bbob-f1", it, 1, listOf(30L to 1e-9)) } +
                    record("o", "sphere", 2, 1, listOf(30L to 1e-9))
            val review = Reviews.of(records, benchwright.suite.Targets(1e2, 1e-8, 5))
            val row = review.summary.rows.single { it.function == "bbob-f1" && it.dimension == 5 }
            // best-2009 on f1 in 5-D: 12 evaluations to 1e-8 (COCO's refalgs).
            row.targets.last().bestOf2009 shouldBe 12.0
            row.targets[1].bestOf2009.isNaN() shouldBe true
            review.scaling
                .single { it.function == "bbob-f1" && it.target == 1e-8 }
                .points
                .map { it.dimension to it.best } shouldBe listOf(2 to 6.0, 5 to 12.0)
            review.summary.rows
                .single { it.function == "sphere" }
                .targets
                .all { it.bestOf2009.isNaN() } shouldBe true
        }

        test("where nobody knows the optimum there are ranks, but no targets") {
            val records =
                listOf("a" to 1.0, "b" to 2.0).map { (o, v) ->
                    record(o, "f", 2, 1, listOf(1L to v), optimum = Double.NaN)
                }
            val review = Reviews.of(records)
            review.distributions.shouldBeEmpty()
            review.profiles.shouldBeEmpty()
            review.summary.groups.all { it.hits.isNaN() && it.successes == 0 } shouldBe true
            review.summary.rows[0]
                .budgets
                .last()
                .geometricMean
                .isNaN() shouldBe true
            review.contests
                .single()
                .entries
                .map { it.rank } shouldBe listOf(1.0, 2.0)
            review.convergence.none { it.known } shouldBe true
        }

        test("a single optimizer has no rivals, an optimizer that misses problems no standing") {
            Reviews
                .of(TWO_TRIALS)
                .summary.standings
                .shouldBeEmpty()
            Reviews.of(TWO_TRIALS).contests.shouldBeEmpty()
            Reviews
                .of(TWO_TRIALS + record("p", "g", 2, 1, listOf(1L to 1.0)))
                .summary.standings
                .shouldBeEmpty()
        }

        test("nothing at all is a review of nothing") {
            val review = Reviews.of(listOf())
            review.summary.rows.shouldBeEmpty()
            review.distributions.shouldBeEmpty()
        }

        test("the order in which records arrive changes nothing") {
            val records = random(2, listOf("bbob-f1", "bbob-f8"), listOf(2, 3), 7)
            val builder =
                ReviewBuilder(Reviews.manifest(), Optional.empty(), Summary.of("run", listOf()))
            records.forEach(builder::add)
            val other =
                ReviewBuilder(Reviews.manifest(), Optional.empty(), Summary.of("run", listOf()))
            records.groupBy { it.key.optimizer to it.key.function }.values.forEach { some ->
                some.shuffled(Random(1)).forEach(other::add)
            }
            other.build() shouldBe builder.build()
        }

        test("failures by kind, and what trials took") {
            val builder =
                ReviewBuilder(Reviews.manifest(), Optional.empty(), Summary.of("run", listOf()))
            (1L..7L).forEach { seed ->
                val failed =
                    record("o", "f", 2, seed, listOf(), evaluations = 10, stop = Stop.FAILED)
                builder.add(failed)
                builder.add(failed.key, Circumstance(1000 * seed, 250 * seed, 5 * seed))
            }
            val review = builder.build()
            val failure = review.failures.single()
            failure.kind shouldBe "exception"
            failure.message shouldBe "it broke"
            failure.trials shouldBe 7
            failure.examples.size shouldBe 5
            val times = review.times.single()
            times.median shouldBe 4000.0
            times.total shouldBe 28_000.0
            times.nanosPerEvaluation shouldBe 400.0
            times.outside shouldBe (0.75 plusOrMinus 1e-12)
            times.peakBytes shouldBe 35
        }
    })
