package benchwright.analysis

import benchwright.artifact.Comparison
import benchwright.artifact.Grade
import benchwright.artifact.Outcome
import benchwright.artifact.PairedCase
import benchwright.artifact.Sides
import benchwright.artifact.VerdictState
import benchwright.stats.SignBoundary
import benchwright.suite.Measure
import benchwright.suite.Severity
import benchwright.suite.Threshold
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.doubles.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.util.SplittableRandom
import kotlin.math.exp
import kotlin.math.ln
import kotlin.math.sin
import kotlin.math.sqrt

private fun rules(
    vararg cases: PairedCase,
    least: Int = 6,
    most: Int = 30,
    thresholds: List<Threshold> = listOf(),
) = PairRules.of(least, most, PairRules.withDefaults(thresholds), cases.toList())

private fun compare(
    vararg cases: PairedCase,
    thresholds: List<Threshold> = listOf(),
): Comparison =
    PairedComparison(rules(*cases, thresholds = thresholds))
        .of(PairedCases.pairs(*cases), listOf())

private fun Comparison.time(subject: String = "c") =
    rows.single { it.measure == Measure.TIME && it.subject == subject }

private fun same(
    pairs: Int,
    head: Double,
) = DoubleArray(pairs) { head }

class PairedComparisonSpec :
    FunSpec({
        test("twelve of twelve pairs, 20 % slower: failed, with the figures and the reason") {
            val comparison = compare(PairedCases.command(*same(12, 120.0)))
            comparison.verdict.state shouldBe VerdictState.FAILED
            comparison.verdict.reasons shouldContainExactly
                listOf(
                    "c size=small: time +20 % (+20 % to +20 %), worse in 12 of 12 pairs; 10 % are allowed.",
                )
            val row = comparison.time()
            row.outcome shouldBe Outcome.REGRESSED
            row.grade shouldBe Grade.HIGH
            row.worse shouldBe (0.2 plusOrMinus 1e-12)
            row.base shouldBe 100.0
            row.head shouldBe 120.0
            row.samples shouldBe 12
            row.test shouldBe "sign-test"
            row.p shouldBe (2.0 / 4096 plusOrMinus 1e-12)
            // Of memory and utilization nothing leans, so nothing is tested beside it.
            row.adjustedP shouldBe row.p
            row.a12 shouldBe 0.0
            row.threshold shouldBe 0.1
            row.severity shouldBe "fail"
        }

        test("six of six pairs are no proof yet: undecided, and it says how many are needed") {
            val comparison = compare(PairedCases.command(*same(6, 150.0)))
            comparison.verdict.state shouldBe VerdictState.UNDECIDED
            comparison.verdict.reasons.single() shouldContain "at least 12 pairs are needed"
            comparison.time().outcome shouldBe Outcome.UNDECIDED
        }

        test("over the threshold with pairs that disagree: undecided after all pairs") {
            val head = DoubleArray(30) { if (it % 3 == 0) 90.0 else 130.0 }
            val comparison = compare(PairedCases.command(*head))
            comparison.verdict.state shouldBe VerdictState.UNDECIDED
            comparison.verdict.reasons.single() shouldContain
                "worse in 20 of 30 pairs: over the 10 % that are allowed, and not surely worse;" +
                " so many pairs must say it 25 times."
        }

        test("surely slower, and less than the threshold: passed, and told") {
            val comparison = compare(PairedCases.command(*same(6, 105.0)))
            comparison.verdict.state shouldBe VerdictState.PASSED
            comparison.time().outcome shouldBe Outcome.REGRESSED
            comparison.time().reason shouldContain "time +5.0 %"
            comparison.verdict.warnings.shouldBeEmpty()
        }

        test("surely faster: improved") {
            val row = compare(PairedCases.command(*same(6, 80.0))).time()
            row.outcome shouldBe Outcome.IMPROVED
            row.grade shouldBe Grade.NONE
            row.worse shouldBe (-0.2 plusOrMinus 1e-12)
            row.a12 shouldBe 1.0
        }

        test("a threshold that warns never fails, however clear it is") {
            val warn = listOf(Threshold(Measure.TIME, 10.0, Severity.WARN, listOf()))
            val comparison =
                compare(PairedCases.command(*same(30, 200.0)), thresholds = warn)
            comparison.verdict.state shouldBe VerdictState.PASSED
            comparison.verdict.warnings.single() shouldContain "time +100 %"
            comparison.time().warns shouldBe true
        }

        test("a threshold for one subject holds for that one, the general one for the others") {
            val thresholds =
                listOf(
                    Threshold(Measure.TIME, 10.0, Severity.FAIL, listOf()),
                    Threshold(Measure.TIME, 50.0, Severity.FAIL, listOf("slow")),
                )
            val comparison =
                compare(
                    PairedCases.command(*same(20, 130.0), id = "slow"),
                    PairedCases.command(*same(20, 130.0), id = "fast"),
                    thresholds = thresholds,
                )
            comparison.time("slow").verdict shouldBe VerdictState.PASSED
            comparison.time("fast").verdict shouldBe VerdictState.FAILED
            // What fails stands first.
            comparison.rows.first().subject shouldBe "fast"
        }

        test("what utilization loses is what is worse, and it warns from 5 % on") {
            val plain = PairedCases.command(*same(6, 100.0))
            val idle =
                plain.copy(
                    pairs =
                        plain.pairs.map {
                            it.copy(head = PairedCases.reading(100.0, utilization = 0.8))
                        },
                )
            val comparison = compare(idle)
            val row = comparison.rows.single { it.measure == Measure.UTILIZATION }
            row.worse shouldBe (0.2 plusOrMinus 1e-12)
            row.outcome shouldBe Outcome.REGRESSED
            comparison.verdict.warnings.single() shouldContain "utilization −20 %"
        }

        test("an operation that begins to allocate is worse by as many bytes") {
            val comparison = compare(PairedCases.operation(1e-5, 24.0, 6))
            val row = comparison.rows.single { it.measure == Measure.MEMORY }
            row.unit shouldBe "bytes/operation"
            row.worse shouldBe (23.0 plusOrMinus 1e-9)
            row.warns shouldBe true
            comparison.rows.none { it.measure == Measure.UTILIZATION } shouldBe true
        }

        test("what only one side has is added or removed, and alone it decides nothing") {
            val comparison =
                compare(
                    PairedCases.command(id = "new", sides = Sides.HEAD),
                    PairedCases.command(id = "old", sides = Sides.BASE),
                )
            comparison.rows.map { it.outcome } shouldContainExactly
                listOf(Outcome.ADDED, Outcome.REMOVED)
            comparison.verdict.state shouldBe VerdictState.UNDECIDED
            comparison.verdict.reasons.single() shouldContain "nothing was compared"
            comparison.verdict.warnings.single() shouldContain "old size=small"
        }

        test("what broke, or was cut before it had its pairs, is undecided, with the reason") {
            val broken = compare(PairedCases.command(problem = "it ended with 1"))
            broken.verdict.state shouldBe VerdictState.UNDECIDED
            broken.verdict.reasons.single() shouldBe
                "c size=small could not be measured in the head: it ended with 1"
            val cut = compare(PairedCases.command(100.0, 100.0, cut = true))
            cut.verdict.reasons.single() shouldContain "2 of at least 6 pairs, for want of time"
        }

        test("a table of twenty rows begins with more pairs, and asks for more of them") {
            val cases = Array(20) { PairedCases.command(id = "c$it") }
            val wide = rules(*cases)
            wide.tests() shouldBe 20
            wide.least() shouldBe 10
            (wide.boundary().first() > 12) shouldBe true
        }

        test("pairs are enough when none is over its threshold without proof") {
            val rules = rules(PairedCases.command())
            val boundary = rules.boundary()

            fun enough(vararg head: Double) = rules.isEnough(PairedCases.command(*head), boundary)
            enough(*same(5, 100.0)) shouldBe false
            enough(*same(6, 100.0)) shouldBe true
            enough(*same(6, 109.0)) shouldBe true
            enough(*same(6, 111.0)) shouldBe false
            enough(*same(11, 150.0)) shouldBe false
            enough(*same(12, 150.0)) shouldBe true
            enough(*DoubleArray(30) { if (it % 3 == 0) 90.0 else 130.0 }) shouldBe true
        }
    })

/**
 * The whole rule on a machine that is made up: noise that is shared by neighbours (drift), interruptions that make one
 * reading in eight much longer, and a log-normal rest.
 */
class PairedRateSpec :
    FunSpec({
        class Machine(
            seed: Long,
            val noise: Double,
        ) {
            private val random = SplittableRandom(seed)
            private var moment = 0

            private fun gauss() =
                sqrt(-2 * ln(1 - random.nextDouble())) * sin(2 * Math.PI * random.nextDouble())

            fun reading(work: Double): Double {
                val drift = 0.3 * sin(moment++ / 7.0)
                val interruption =
                    if (random.nextInt(8) ==
                        0
                    ) {
                        5 * noise * random.nextDouble()
                    } else {
                        0.0
                    }
                return work * exp(drift + noise * gauss() + interruption)
            }
        }

        fun verdict(
            machine: Machine,
            slower: Double,
            rules: PairRules,
            boundary: SignBoundary,
            comparison: PairedComparison,
        ): VerdictState {
            var case = PairedCases.command()
            while (!rules.isEnough(case, boundary)) {
                val baseFirst = case.pairs.size % 2 == 0
                val one = machine.reading(if (baseFirst) 100.0 else 100.0 * slower)
                val other = machine.reading(if (baseFirst) 100.0 * slower else 100.0)
                val pair =
                    benchwright.artifact.Pair(
                        baseFirst,
                        PairedCases.reading(if (baseFirst) one else other),
                        PairedCases.reading(if (baseFirst) other else one),
                    )
                case = case.copy(pairs = case.pairs + pair)
            }
            return comparison.of(PairedCases.pairs(case), listOf()).verdict.state
        }

        fun failed(
            noise: Double,
            slower: Double,
            tables: Int,
            least: Int = 6,
            most: Int = 30,
        ): Double {
            val machine = Machine(20261128, noise)
            val rules = rules(PairedCases.command(), least = least, most = most)
            val boundary = rules.boundary()
            val comparison = PairedComparison(rules)
            return (1..tables)
                .count {
                    verdict(machine, slower, rules, boundary, comparison) == VerdictState.FAILED
                }.toDouble() / tables
        }

        test("identical code fails in at most one of a thousand tables, whatever the noise") {
            for (noise in listOf(0.02, 0.15, 0.5)) {
                // Three standard errors above one in a thousand.
                failed(noise, 1.0, 2000) shouldBeLessThanOrEqual 0.001 + 3 * sqrt(0.001 / 2000)
            }
        }

        test(
            "20 % slower is found by 30 pairs, 50 % slower by 10, where readings vary by a twentieth",
        ) {
            failed(0.05, 1.2, 200, 30, 30) shouldBeGreaterThan 0.9
            failed(0.05, 1.5, 200, 10, 10) shouldBeGreaterThan 0.9
            failed(0.05, 1.2, 200) shouldBeGreaterThan 0.8
        }

        test("5 % slower is under the threshold: it seldom fails, and never on a quiet machine") {
            failed(0.02, 1.05, 200) shouldBe 0.0
            failed(0.15, 1.05, 500) shouldBeLessThan 0.03
        }
    })
