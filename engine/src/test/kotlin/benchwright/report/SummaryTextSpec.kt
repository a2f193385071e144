package benchwright.report

import benchwright.artifact.FinalValues
import benchwright.artifact.Interval
import benchwright.artifact.Summary
import benchwright.artifact.SummaryRow
import benchwright.artifact.TargetRow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.comparables.shouldBeLessThanOrEqualTo
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain

private fun row(
    optimizer: String,
    function: String,
    dimension: Int,
    ert: Double,
    successes: Int,
    median: Double = 0.0,
    failed: Int = 0,
    known: Boolean = true,
) = SummaryRow(
    optimizer,
    function,
    dimension,
    6,
    failed,
    successes,
    successes / 6.0,
    Interval(0.0, 1.0),
    Interval(0.0, 1.0),
    12_000,
    if (known) {
        listOf(TargetRow(1e2, 10.0, 6), TargetRow(1e-8, ert, successes))
    } else {
        listOf()
    },
    FinalValues(median, median, 0.0, median, median),
    0.5,
)

private const val NEVER = Double.POSITIVE_INFINITY

class SummaryTextSpec :
    FunSpec({
        val rows =
            listOf(
                row("random-search", "sphere", 2, NEVER, 0, 0.031),
                row("random-search", "bbob-f10", 10, NEVER, 0, 3.25e5),
                row("random-search", "tilted", 2, NEVER, 0, -1.5, known = false),
                row("manta-ray", "sphere", 2, 1234.4, 6),
                row("manta-ray", "bbob-f10", 10, 123_456.0, 2, 0.5, failed = 2),
                row("manta-ray", "tilted", 2, NEVER, 0, -2.5, known = false),
            )

        test("a line for each function and dimension, a column for each optimizer") {
            SummaryText(Palette.PLAIN, 80).render(Summary.of("r", rows)) shouldBe
                """
                function  dim  random-search    manta-ray
                sphere      2   +3.1e-02 0/6    1,234 6/6
                bbob-f10   10   +3.3e+05 0/6  123k 2/6 !2
                tilted      2       -1.5e+00     -2.5e+00

                1,234 6/6     expected evaluations until the optimum is 1e-08 away, hits/trials
                +3.1e-02 0/6  no hit: how far away the median trial ended
                3.1e-02       the median of the best values, where no optimum is known
                !2            so many of the trials failed

                """.trimIndent()
        }

        test("what does not fit beside the others stands in a table below") {
            val many = (1..9).map { row("optimizer-$it", "sphere", 2, 50.0 + it, 6) }
            val text = SummaryText(Palette.PLAIN, 80).render(Summary.of("r", many))
            text.lines().forEach { it.length shouldBeLessThanOrEqualTo 80 }
            text.lines().filter { it.startsWith("function") }.size shouldBe 2
            text shouldContain "optimizer-9"
        }

        test("the soonest is green, and only where colours are wanted") {
            val coloured = SummaryText(Palette.COLOURED, 80).render(Summary.of("r", rows))
            coloured shouldContain "\u001b[32m1,234 6/6\u001b[0m"
            val plain = SummaryText(Palette.PLAIN, 80).render(Summary.of("r", rows))
            plain shouldNotContain "\u001b"
            coloured.replace(Regex("\u001b\\[[0-9]+m"), "") shouldBe plain
        }

        test("a run without a result has no table") {
            SummaryText(Palette.PLAIN, 80).render(Summary.of("r", listOf())) shouldBe ""
        }
    })

class ProgressTextSpec :
    FunSpec({
        test("bar, count, time left, finish time and the trial at work") {
            ProgressText.line(
                ProgressText.State(
                    12,
                    84,
                    1,
                    0.5,
                    "manta-ray/sphere/d2/i1/s1",
                    12_000_000_000,
                    "14:03:10",
                ),
                120,
            ) shouldBe
                "[##########----------] 12/84, 1 failed, 12.0 s left (until 14:03:10)" +
                "  manta-ray/sphere/d2/i1/s1"
        }

        test("no estimate before there is one, and never more than fits") {
            val state = ProgressText.State(0, 84, 0, 0.0, "x".repeat(200), -1, "")
            ProgressText.line(state, 60).length shouldBe 60
            ProgressText.line(state, 60) shouldNotContain "left"
        }

        test("when all is done, no time is left and the histories are written") {
            val state = ProgressText.State(84, 84, 0, 1.0, "", 300, "14:03:10")
            ProgressText.line(state, 60) shouldBe "[####################] 84/84, writing histories"
        }
    })
