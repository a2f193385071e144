package benchwright.report

import benchwright.artifact.CaseKey
import benchwright.artifact.CaseStatus
import benchwright.artifact.CommitStamp
import benchwright.artifact.Conditions
import benchwright.artifact.Formats
import benchwright.artifact.Interval
import benchwright.artifact.Outliers
import benchwright.artifact.Samples
import benchwright.artifact.Start
import benchwright.artifact.Steady
import benchwright.artifact.SuiteStamp
import benchwright.artifact.TimedCase
import benchwright.artifact.TimingStatistics
import benchwright.artifact.Timings
import benchwright.script.Command
import benchwright.suite.Implementation
import benchwright.suite.Operation
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain

private fun timed(
    median: Double,
    size: String = "",
    status: CaseStatus = CaseStatus.MEASURED,
    steady: Steady = Steady.YES,
    count: Int = 10,
    peak: List<Long> = listOf(),
    allocated: List<Double> = listOf(),
) = TimedCase(
    CaseKey(size, 0, 1, 0),
    status,
    "",
    "ns",
    Start.WARM,
    1,
    steady,
    Samples(listOf(), listOf(), listOf(), listOf(), peak, allocated, listOf(), listOf()),
    if (count == 0) {
        TimingStatistics.NONE
    } else {
        val interval = Interval(median, median)
        TimingStatistics(
            count,
            median,
            median,
            0.0,
            0.0,
            median,
            median,
            median,
            median,
            median,
            interval,
            interval,
            0.012,
            Outliers(0, 0, 0, 0),
            "one",
        )
    },
    listOf(),
    listOf(),
    listOf(),
    Conditions.UNKNOWN,
)

private fun of(
    implementation: Implementation,
    vararg cases: TimedCase,
) = Timings(
    Formats.TIMINGS,
    Formats.VERSION,
    "run",
    SuiteStamp("s", "S", "", ""),
    CommitStamp.UNKNOWN,
    implementation,
    cases.asList(),
)

class TimingTextSpec :
    FunSpec({
        val text = TimingText(Palette.PLAIN, 80)
        val slow = Command("slow", run = "./s", vanilla = true)
        val fast = Command("fast", run = "./f")

        test("cases of the same work stand together, each beside the vanilla one of its own work") {
            val told =
                text.render(
                    listOf(
                        of(
                            slow,
                            timed(2e6, "tiny"),
                            timed(8e9, "small", peak = listOf(1, 3_000_000)),
                        ),
                        of(fast, timed(1.5e6, "tiny"), timed(2e9, "small")),
                    ),
                )
            told.lines().take(5) shouldContainExactly
                listOf(
                    "implementation  case         median      ±   n  times   memory",
                    "slow            size=tiny   2.00 ms  1.2 %  10   1.00",
                    "fast            size=tiny   1.50 ms  1.2 %  10   0.75",
                    "slow            size=small   8.00 s  1.2 %  10   1.00  3.00 MB",
                    "fast            size=small   2.00 s  1.2 %  10   0.25",
                )
            told shouldContain "times   as long as slow takes for the same"
        }

        test("what failed, was left out or had not settled is marked, and the mark explained") {
            val told =
                text.render(
                    listOf(
                        of(slow, timed(1e3, status = CaseStatus.FAILED)),
                        of(fast, timed(0.0, status = CaseStatus.LEFT_OUT, count = 0)),
                        of(Operation("add", "add"), timed(0.81, steady = Steady.NO)),
                    ),
                )
            told.lines().subList(1, 4) shouldContainExactly
                listOf(
                    "slow             !1.00 µs  1.2 %  10   1.00",
                    "fast             left-out",
                    "add             ~0.810 ns  1.2 %  10",
                )
            told shouldContain "!       failed after so many runs"
            told shouldContain "~       had not stopped changing"
            text.render(listOf(of(fast, timed(1.0)))) shouldNotContain "~"
        }

        test("columns that nobody has anything for are not there") {
            text.render(listOf(of(fast, timed(1e6)))).lines().first() shouldBe
                "implementation   median      ±   n"
            text.render(listOf()) shouldBe ""
        }

        test("long names are cut in their middle, and no line is wider than the terminal") {
            val names = listOf("evaluate a hundred points of the function ", "write ")
            val told =
                text.render(
                    names.map {
                        of(
                            Operation("o", it + "x".repeat(70 - it.length) + "f1"),
                            timed(1.0),
                        )
                    },
                )
            for (line in told.lines()) check(line.length <= 80) { line }
            told shouldContain "f1  "
            told shouldContain "…"
        }
    })
