package benchwright.analysis

import benchwright.analysis.ComparedSides.compare
import benchwright.analysis.ComparedSides.key
import benchwright.analysis.ComparedSides.sample
import benchwright.analysis.ComparedSides.side
import benchwright.analysis.ComparedSides.trial
import benchwright.artifact.Comparison
import benchwright.artifact.ComparisonRow
import benchwright.artifact.Outcome
import benchwright.artifact.VerdictState
import benchwright.suite.Measure
import benchwright.suite.Severity
import benchwright.suite.Threshold
import io.kotest.common.ExperimentalKotest
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.comparables.shouldBeGreaterThanOrEqualTo
import io.kotest.matchers.comparables.shouldBeLessThanOrEqualTo
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.property.Arb
import io.kotest.property.PropTestConfig
import io.kotest.property.arbitrary.double
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.long
import io.kotest.property.checkAll
import java.util.Optional
import io.kotest.matchers.string.shouldContain as shouldContainText

@OptIn(ExperimentalKotest::class)
private val few = PropTestConfig(seed = 7, iterations = 40)

private fun Comparison.pooled(measure: Measure = Measure.EXPECTED_RUNTIME) =
    rows.single { it.measure == measure && it.dimension == 0 }

private fun Comparison.cell(
    function: String,
    measure: Measure = Measure.EXPECTED_RUNTIME,
) = rows.first { it.function == function && it.measure == measure }

private fun failed(comparisons: List<Comparison>) =
    comparisons.count { it.verdict.state == VerdictState.FAILED }

private fun compareAll(
    count: Int,
    pair: (Long) -> Pair<List<ComparedTrial>, List<ComparedTrial>>,
) = (1L..count).map { seed ->
    val (base, head) = pair(seed)
    compare(base, head)
}

class ComparisonsSpec :
    FunSpec({
        test("equal digests end it at once, whatever the trials say") {
            val one = side(sample(1), digest = "ab".repeat(32))
            val other = side(sample(2), digest = "ab".repeat(32))
            val comparison =
                Comparisons(Limits(listOf(), listOf()), Optional.empty()).compare(one, other)
            comparison.identical shouldBe true
            comparison.rows.shouldBeEmpty()
            comparison.verdict.state shouldBe VerdictState.PASSED
        }

        test("a run compared with itself has passed, and every row is the same") {
            checkAll(few, Arb.long()) { seed ->
                val trials = sample(seed)
                val comparison = compare(trials, trials)
                comparison.verdict.state shouldBe VerdictState.PASSED
                comparison.rows.map { it.outcome }.distinct() shouldBe listOf(Outcome.SAME)
                comparison.rows.map { it.test }.distinct() shouldBe listOf("exact")
                comparison.notes shouldContain
                    "mine: all 28 trials are the same, to the last evaluation."
            }
        }

        test("sides that are swapped swap improved and regressed") {
            checkAll(few, Arb.long(), Arb.double(1.0, 8.0)) { seed, slower ->
                val base = sample(seed)
                val head = sample(seed + 1, slower = slower)

                fun named(
                    comparison: Comparison,
                    outcome: Outcome,
                ) = comparison.rows.filter { it.outcome == outcome }.map {
                    "${it.measure} ${it.function}"
                }
                val there = compare(base, head)
                val back = compare(head, base)
                named(there, Outcome.REGRESSED) shouldContainExactlyInAnyOrder
                    named(back, Outcome.IMPROVED)
                named(there, Outcome.IMPROVED) shouldContainExactlyInAnyOrder
                    named(back, Outcome.REGRESSED)
            }
        }

        test("the order of trials changes nothing") {
            checkAll(few, Arb.long(), Arb.int()) { seed, order ->
                val base = sample(seed)
                val head = sample(seed + 1, slower = 2.0)
                val mixed = ComparedSides.shuffled(base, order)
                val other = ComparedSides.shuffled(head, order + 1)
                compare(mixed, other) shouldBe compare(base, head)
            }
        }

        test("an unrelated cell that is the same never fails what had passed") {
            checkAll(few, Arb.long(), Arb.double(0.8, 2.0)) { seed, slower ->
                val base = sample(seed, functions = 5, instances = 6)
                val head = sample(seed + 1, functions = 5, instances = 6, slower = slower)
                val more =
                    sample(seed + 2, functions = 1, instances = 6).map {
                        trial(key("other", it.key.instance), it.hits().toList())
                    }
                if (compare(base, head).verdict.state != VerdictState.FAILED) {
                    compare(base + more, head + more).verdict.state shouldNotBe VerdictState.FAILED
                }
            }
        }

        test("an algorithm that only draws other numbers fails at most 5 of 100 times") {
            val two = listOf("a", "b")
            val quick =
                compareAll(100) {
                    sample(2 * it, optimizers = two) to sample(2 * it + 1, optimizers = two)
                }
            failed(quick) shouldBeLessThanOrEqualTo 5
            val deep = compareAll(40) { sample(-2 * it, 6, 15) to sample(-2 * it - 1, 6, 15) }
            failed(deep) shouldBeLessThanOrEqualTo 2
        }

        test("twice as slow is found by all functions together, though no cell could") {
            val found = compareAll(50) { sample(2 * it) to sample(2 * it + 1, slower = 2.0) }
            failed(found) shouldBeGreaterThanOrEqualTo 38
            val cells = found.flatMap { it.rows }.filter { it.dimension > 0 }
            cells.filter { it.verdict == VerdictState.FAILED }.shouldBeEmpty()
        }

        test("a success rate that falls from all to none is found") {
            val hits = List(11) { 10L * (it + 1) }
            val base = (1..8).map { trial(key(instance = it), hits) }
            val head = (1..8).map { trial(key(instance = it), hits.dropLast(1)) }
            val comparison = compare(base, head)
            comparison.verdict.state shouldBe VerdictState.FAILED
            val row = comparison.cell("sphere", Measure.SUCCESS_RATE)
            row.test shouldBe "fisher"
            row.worse shouldBe 1.0
            row.p shouldBe (2 / 12870.0 plusOrMinus 1e-9)
            row.verdict shouldBe VerdictState.FAILED
            // The times to the hardest target that both hit are the same.
            comparison.cell("sphere").target shouldBe 1e-7
            comparison.cell("sphere").worse shouldBe 0.0
        }

        test("one function of six on which fifteen trials became three times as slow is found") {
            val found =
                (1..40L).count { seed ->
                    val base = sample(seed, 6, 15)
                    val slow = sample(1_000 + seed, 6, 15, slower = 3.0)
                    val head =
                        sample(2_000 + seed, 6, 15).filter { it.key.function != "f3" } +
                            slow.filter { it.key.function == "f3" }
                    compare(base, head).cell("f3").verdict == VerdictState.FAILED
                }
            found shouldBeGreaterThanOrEqualTo 34
        }

        test("two trials that got worse are undecided, with a reason, and never green") {
            val hits = List(11) { 10L * (it + 1) }
            val base = (1..2).map { trial(key(instance = it), hits) }
            val head = (1..2).map { trial(key(instance = it), hits.map { hit -> 2 * hit }) }
            val comparison = compare(base, head)
            comparison.verdict.state shouldBe VerdictState.UNDECIDED
            comparison.cell("sphere").outcome shouldBe Outcome.UNDECIDED
            comparison.cell("sphere").adjustedP shouldBe 1.0
            comparison.verdict.reasons.single() shouldBe
                "mine: 2 rows crossed a threshold, by as much as 100 %, but 2 trials a side " +
                "cannot tell that from chance."
        }

        test("where one side alone hits any target, the other takes infinitely long") {
            val base = (1..8).map { trial(key(instance = it), listOf(10L)) }
            val head = (1..8).map { trial(key(instance = it), listOf()) }
            val row = compare(base, head).cell("sphere")
            row.target shouldBe 100.0
            row.head shouldBe Double.POSITIVE_INFINITY
            row.worse shouldBe Double.POSITIVE_INFINITY
            row.verdict shouldBe VerdictState.FAILED
            compare(head, base).cell("sphere").outcome shouldBe Outcome.IMPROVED
        }

        test("where no target is hit, or no optimum is known, the ends are compared") {
            fun ends(
                known: Boolean,
                factor: Double,
            ) = (1..8).map {
                val last = factor * (200 + it)
                ComparedTrial(key(instance = it), 100, false, known, 100, last, LongArray(11))
            }
            val near = compare(ends(true, 1.0), ends(true, 1.5)).cell("sphere")
            near.unit shouldBe "distance"
            near.worse shouldBe (0.5 plusOrMinus 1e-12)
            near.verdict shouldBe VerdictState.FAILED
            val raw = compare(ends(false, -1.5), ends(false, -1.0))
            raw.rows.single().unit shouldBe "value"
            raw.rows.single().worse shouldBe (1 / 3.0 plusOrMinus 1e-12)
            raw.verdict.state shouldBe VerdictState.FAILED
        }

        test("a trial that fails and did not is a regression, however few there are") {
            val hits = List(11) { 10L * (it + 1) }
            val base = (1..2).map { trial(key(instance = it), hits) }
            val head = listOf(base[0], trial(key(instance = 2), hits, failed = true))
            val comparison = compare(base, head)
            comparison.verdict.state shouldBe VerdictState.FAILED
            comparison.verdict.reasons.first() shouldBe
                "mine on sphere in dimension 2, success rate: the trial mine/sphere/d2/i2/s1 " +
                "fails and did not before."
            compare(head, base).rows.map { it.outcome } shouldContain Outcome.IMPROVED
            compare(head, head).verdict.state shouldBe VerdictState.PASSED
        }

        test("what the head lacks is undecided, what it has more is told") {
            val comparison = compare(sample(1, functions = 2), sample(1, functions = 1))
            comparison.verdict.state shouldBe VerdictState.UNDECIDED
            comparison.cell("f2").outcome shouldBe Outcome.REMOVED
            val more = compare(sample(1, functions = 1), sample(1, functions = 2))
            more.verdict.state shouldBe VerdictState.PASSED
            more.cell("f2").outcome shouldBe Outcome.ADDED
        }

        test("trials of another budget are left out, and if nothing is left, nothing is told") {
            val base = (1..3).map { trial(key(instance = it), listOf(10L)) }
            val head = (1..3).map { trial(key(instance = it), listOf(10L), budget = 2_000) }
            val comparison = compare(base, head)
            comparison.verdict.state shouldBe VerdictState.UNDECIDED
            comparison.rows.shouldBeEmpty()
            comparison.notes shouldContain
                "3 trials had another budget on each side and cannot be compared."
        }

        test("a head that did not come to its end is undecided") {
            val trials = sample(3)
            val comparison =
                Comparisons(Limits(listOf(), listOf()), Optional.empty())
                    .compare(side(trials), side(trials, complete = false))
            comparison.verdict.state shouldBe VerdictState.UNDECIDED
        }

        test("trials without partners are compared by Mann and Whitney's test") {
            val base = sample(1, 3, 12)
            val head =
                sample(2, 3, 12, slower = 3.0).map {
                    val hits = it.hits().filter { hit -> hit > 0 }
                    trial(key(it.key.function, it.key.instance + 100), hits)
                }
            val comparison = compare(base, head)
            comparison.cell("f1").test shouldBe "mann-whitney"
        }

        test("the command line overrules the suite, and the suite the defaults") {
            fun threshold(
                percent: Double,
                severity: Severity = Severity.FAIL,
                vararg of: String,
            ) = Threshold(Measure.EXPECTED_RUNTIME, percent, severity, of.toList())
            val base = sample(1, 4, 15)
            val head = sample(2, 4, 15, slower = 3.0)

            fun state(limits: Limits) = compare(base, head, limits).pooled()
            state(Limits(listOf(), listOf())).verdict shouldBe VerdictState.FAILED
            val lenient = Limits(listOf(threshold(900.0)), listOf())
            state(lenient).verdict shouldBe VerdictState.PASSED
            state(Limits(listOf(threshold(900.0)), listOf(threshold(10.0)))).verdict shouldBe
                VerdictState.FAILED
            val warning = state(Limits(listOf(threshold(10.0, Severity.WARN)), listOf()))
            warning.verdict shouldBe VerdictState.PASSED
            warning.warns shouldBe true
            val other = state(Limits(listOf(threshold(10.0, Severity.FAIL, "another")), listOf()))
            other.threshold.isNaN() shouldBe true
            other.outcome shouldBe Outcome.REGRESSED
        }

        test("the median of pairs tells by how much all functions together are slower") {
            val base = sample(5, 12, 6)

            fun hits(trial: ComparedTrial) = trial.hits().filter { it > 0 }
            val head = base.map { trial(it.key, hits(it).map { hit -> hit * 2 }, 2_000) }
            val longer = base.map { trial(it.key, hits(it), 2_000) }
            val row: ComparisonRow = compare(longer, head).pooled()
            row.worse shouldBe (1.0 plusOrMinus 0.05)
            row.a12 shouldBe 0.0
            row.samples shouldBe 72
            compare(longer, head).rows.filter { it.function.isEmpty() } shouldHaveSize 2
            compare(longer, head).verdict.reasons[0] shouldContainText "sign test"
        }
    })
