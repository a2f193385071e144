package benchwright.analysis

import benchwright.Bounds
import benchwright.artifact.Failure
import benchwright.artifact.History
import benchwright.artifact.Restarts
import benchwright.artifact.Stop
import benchwright.artifact.TargetRow
import benchwright.artifact.TrialKey
import benchwright.artifact.TrialRecord
import benchwright.suite.Targets
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private fun record(
    seed: Long,
    improvements: List<Pair<Long, Double>>,
    evaluations: Long = 1000,
    stop: Stop = Stop.BUDGET,
    optimum: Double = 0.0,
    budget: Long = 1000,
    key: TrialKey = TrialKey("o", "f", 2, 1, seed),
) = TrialRecord(
    key,
    Bounds.cube(2, -5.0, 5.0),
    budget,
    optimum,
    evaluations,
    stop,
    if (stop == Stop.FAILED) Failure("exception", "x") else TrialRecord.NO_FAILURE,
    History(
        improvements.map { it.first }.toLongArray(),
        improvements.map { it.second }.toDoubleArray(),
    ),
    doubleArrayOf(0.0, 0.0),
)

private fun summarize(
    vararg records: TrialRecord,
    targets: Targets = Targets(1.0, 1e-2, 1),
) = Summarizer(targets, records.map { it.key })
    .also { sum -> records.forEach(sum::add) }
    .summary("run")

class SummarizerSpec :
    FunSpec({
        test("the expected running time counts hit times of successes, all of failures") {
            // 712.5 and not 1500: hits at 100 and 325, one failure of 1000; (100 + 325 + 1000) / 2.
            val row =
                summarize(
                    record(1, listOf(1L to 50.0, 100L to 0.005), evaluations = 500),
                    record(2, listOf(1L to 50.0, 325L to 0.01), evaluations = 1000),
                    record(3, listOf(1L to 50.0, 900L to 0.5), evaluations = 1000),
                ).rows.single()
            row.successes shouldBe 2
            row.targets.map { it.target } shouldBe listOf(1.0, 0.1, 0.01)
            row.targets.last().ert shouldBe 712.5
            row.targets.first().ert shouldBe (100 + 325 + 900) / 3.0
            row.successRate shouldBe 2.0 / 3
            row.evaluations shouldBe 2500
        }

        test("a target is hit at exactly its distance, above an optimum that is not 0") {
            val row = summarize(record(1, listOf(7L to 12.5 + 1.0), optimum = 12.5)).rows.single()
            row.targets.first().successes shouldBe 1
            row.targets.first().ert shouldBe 7.0
        }

        test("without a hit the expected running time is infinite") {
            val row = summarize(record(1, listOf(1L to 5.0))).rows.single()
            row.targets.last().ert shouldBe Double.POSITIVE_INFINITY
            row.successes shouldBe 0
        }

        test("a failed trial hits nothing and counts what it used") {
            val row =
                summarize(
                    record(1, listOf(10L to 0.001), evaluations = 40, stop = Stop.FAILED),
                    record(2, listOf(20L to 0.001), evaluations = 20, stop = Stop.TARGET),
                ).rows.single()
            row.failed shouldBe 1
            row.successes shouldBe 1
            row.targets.last().ert shouldBe 60.0
        }

        test("a trial that saw no number ended infinitely far away") {
            val row =
                summarize(record(1, listOf(), evaluations = 0, stop = Stop.FAILED)).rows.single()
            row.finalValues.best shouldBe Double.POSITIVE_INFINITY
            row.aocc shouldBe 0.0
        }

        test("where nobody knows the optimum there are no targets, and values are raw") {
            val row =
                summarize(
                    record(1, listOf(1L to -3.0), optimum = Double.NaN),
                    record(2, listOf(1L to -1.0), optimum = Double.NaN),
                ).rows.single()
            row.targets.shouldBeEmpty()
            row.successRate.isNaN() shouldBe true
            row.wilson.lower.isNaN() shouldBe true
            row.aocc.isNaN() shouldBe true
            row.finalValues.mean shouldBe -2.0
            row.finalValues.best shouldBe -3.0
        }

        test("the area over the curve, by hand: 4 evaluations nowhere, 4 at 1, 2 at the optimum") {
            val row = summarize(record(1, listOf(5L to 1.0, 9L to 0.0), budget = 10)).rows.single()
            row.aocc shouldBe ((4 * 0.2 + 2 * 1.0) / 10 plusOrMinus 1e-15)
        }

        test("rows stand in the order of the plan, and arrival order changes nothing") {
            val records =
                (1L..20L).map { seed ->
                    val optimizer = if (seed % 2 == 0L) "a" else "b"
                    record(
                        seed,
                        listOf(seed to 1.0 / seed, 2 * seed to 1e-3 / 3 / seed),
                        key = TrialKey(optimizer, "f", 2, 1, seed),
                    )
                }
            val inOrder = summarize(*records.toTypedArray())
            val sum = Summarizer(Targets(1.0, 1e-2, 1), records.map { it.key })
            records.reversed().forEach(sum::add)
            sum.summary("run") shouldBe inOrder
            inOrder.rows.map { it.optimizer } shouldBe listOf("b", "a")
        }

        test("a row whose trials have not been run is left out") {
            val sum =
                Summarizer(
                    Targets(),
                    listOf(TrialKey("a", "f", 2, 1, 1), TrialKey("b", "f", 2, 1, 1)),
                )
            sum.add(record(1, listOf(1L to 1.0), key = TrialKey("b", "f", 2, 1, 1)))
            sum.summary("run").rows.map { it.optimizer } shouldBe listOf("b")
        }

        test("a run of many trials has all measures and says the same otherwise; a small one not") {
            val many =
                (1L..Summarizer.MANY / 2L).flatMap { seed ->
                    listOf("b", "a").map { optimizer ->
                        val hit = if (optimizer == "b") seed else 2 * seed
                        record(
                            seed,
                            listOf(hit to 1e-3),
                            key = TrialKey(optimizer, "f", 2, 1, seed),
                        )
                    }
                }
            val summary = summarize(*many.toTypedArray())
            summary.rows.map { it.optimizer } shouldBe listOf("b", "a")
            summary.rows.forEach { row ->
                val few = many.filter { it.key.optimizer == row.optimizer }
                row.withMeasures(
                    row.targets.map { TargetRow(it.target, it.ert, it.successes) },
                    listOf(),
                    Restarts.UNKNOWN,
                ) shouldBe summarize(*few.toTypedArray()).rows.single()
                row.budgets.size shouldBe 4
                row.targets.all { it.interval.lower <= it.ert } shouldBe true
            }
            summary.groups.map { it.optimizer } shouldBe listOf("b", "a")
            summary.standings
                .single()
                .places
                .map { it.optimizer } shouldBe listOf("b", "a")
            summarize(*many.take(10).toTypedArray()).groups.shouldBeEmpty()
        }
    })
