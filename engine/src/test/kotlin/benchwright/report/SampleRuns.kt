package benchwright.report

import benchwright.Bounds
import benchwright.analysis.ReviewBuilder
import benchwright.analysis.TimingSummarizer
import benchwright.analysis.TrialResult
import benchwright.artifact.CaseKey
import benchwright.artifact.CaseStatus
import benchwright.artifact.Circumstance
import benchwright.artifact.CommitStamp
import benchwright.artifact.Conditions
import benchwright.artifact.Environment
import benchwright.artifact.Failure
import benchwright.artifact.Formats
import benchwright.artifact.History
import benchwright.artifact.Interval
import benchwright.artifact.Manifest
import benchwright.artifact.Metric
import benchwright.artifact.Outliers
import benchwright.artifact.Resources
import benchwright.artifact.RunStatus
import benchwright.artifact.Samples
import benchwright.artifact.Shard
import benchwright.artifact.Stage
import benchwright.artifact.Start
import benchwright.artifact.Steady
import benchwright.artifact.Stop
import benchwright.artifact.SuiteStamp
import benchwright.artifact.Summary
import benchwright.artifact.TimedCase
import benchwright.artifact.TimingStatistics
import benchwright.artifact.Timings
import benchwright.artifact.Totals
import benchwright.artifact.TrialKey
import benchwright.artifact.TrialRecord
import benchwright.suite.Command
import benchwright.suite.FixedBudget
import benchwright.suite.Profile
import benchwright.suite.Speed
import benchwright.suite.SpeedProfile
import benchwright.suite.Suite
import benchwright.suite.Targets
import benchwright.suite.Timing
import benchwright.suite.Within
import java.util.Optional

/** What every renderer has to get through: failures, unknown optima, hostile names, all that is timed. */
internal object SampleRuns {
    /** What somebody might write to see what becomes of it. */
    const val HOSTILE: String =
        "Quick <script>alert(1)</script> | `tick` @someone #12 [x](https://example.com) **b**"

    private const val MESSAGE =
        "Index 5 out of bounds | <img src=x> `a`\n\tat Mine.kt:12 \u0001\u001b[31m 😀 @someone"

    fun manifest(title: String = HOSTILE) =
        Manifest(
            Formats.MANIFEST,
            Formats.VERSION,
            "20261120T114512Z-quick-3f9a",
            RunStatus.COMPLETE,
            "quick",
            SuiteStamp("quick", title, "suites/my quick's.bench.kts", "ab".repeat(32)),
            "cd".repeat(32),
            Shard.WHOLE,
            "ef".repeat(32),
            CommitStamp("0123456789abcdef0123456789abcdef01234567", "feature/<b>|x", true),
            "2026-11-20T11:45:12.345Z",
            "2026-11-20T11:45:13.345Z",
            Environment(
                "host<1>",
                "Linux 6.1 amd64",
                "A CPU @ 3.00GHz",
                2,
                1L shl 33,
                "17.0.15",
                "2.4.10",
                "0.1.0",
                "powersave",
                listOf("The machine was busy (load 4.26 on 2 cores) <b>."),
            ),
            Totals(24, 2, 4_000),
            Resources(200_000_000, 350_000_000, 120_000_000, 40_000_000),
            listOf("--quick", "--function", "sph*"),
            "process",
            listOf(),
            listOf(),
            "",
        )

    /** Two optimizers on two functions in two dimensions, three trials each; the second fails twice. */
    fun records(): List<TrialRecord> =
        listOf("alpha", "beta").flatMap { optimizer ->
            listOf("sphere", "tilted").flatMap { function ->
                listOf(2, 5).flatMap { dimension ->
                    (1..3).map {
                        record(TrialKey(optimizer, function, dimension, it, 1L))
                    }
                }
            }
        }

    private fun record(key: TrialKey): TrialRecord {
        val slow = if (key.optimizer == "alpha") 1L else 3L
        val evaluations = LongArray(11) { 1 + it * slow * key.dimension * (1 + key.instance % 2) }
        val values = DoubleArray(11) { Math.scalb(64.0, -4 * it) + if (slow == 3L) 1e-3 else 0.0 }
        val failed = slow == 3L && key.function == "sphere" && key.instance == 3
        return TrialRecord(
            key,
            Bounds.cube(key.dimension, -5.0, 5.0),
            100L * key.dimension,
            if (key.function == "sphere") 0.0 else Double.NaN,
            100L * key.dimension,
            if (failed) Stop.FAILED else Stop.BUDGET,
            if (failed) Failure("exception", MESSAGE) else TrialRecord.NO_FAILURE,
            History(evaluations, values),
            DoubleArray(key.dimension),
        )
    }

    private val circumstance = Circumstance(1_234_000, 234_000, 99_000_000)

    /** A run of optimizers. */
    fun optimizers(
        manifest: Manifest = manifest(),
        records: List<TrialRecord> = records(),
        gaps: List<String> = listOf(),
        planned: Int = records.size,
    ): Findings {
        val builder =
            ReviewBuilder(manifest, Optional.empty(), Summary.of(manifest.runId, listOf()))
        records.forEach {
            builder.add(it)
            builder.add(it.key, circumstance)
        }
        return Findings(
            "results/a run",
            builder.build(),
            planned,
            records.map { TrialResult.of(it).under(circumstance) },
            listOf(),
            gaps,
        )
    }

    private fun command(
        id: String,
        vanilla: Boolean,
    ) = Command(id, "$id <1>", ".", listOf(), listOf(), "./$id", listOf(), "", mapOf(), vanilla)

    private fun statistics(
        median: Double,
        count: Int,
    ) = TimingStatistics(
        count,
        median * 1.01,
        median,
        median / 20,
        median / 30,
        median * 0.9,
        median * 1.2,
        median,
        median * 1.15,
        median * 1.19,
        Interval(median * 0.97, median * 1.05),
        Interval(median * 0.98, median * 1.04),
        0.03,
        Outliers(0, 0, 1, 0),
        "one",
    )

    private fun case(
        key: CaseKey,
        median: Double,
        result: Double = 1.5,
    ) = TimedCase(
        key,
        CaseStatus.MEASURED,
        "",
        "ns",
        Start.WARM,
        3,
        Steady.YES,
        Samples(
            listOf(median, median * 0.9, median * 1.2),
            listOf(1, 2, 3),
            listOf(median * 0.8),
            listOf(median * 0.1),
            listOf(50_000_000L, 52_000_000L, 51_000_000L),
            listOf(),
            listOf(),
            listOf(),
        ),
        statistics(median, 3),
        listOf(Metric("images, \"all\"", "1/s", listOf(3.5, 3.25, 3.75))),
        listOf(
            Stage("load|file", listOf(median / 4e9, median / 4e9)),
            Stage("=work", listOf(median / 2e9, median / 2e9)),
        ),
        listOf(result),
        Conditions(0.5, 0.75, 0.0, "", listOf()),
    )

    private fun without(
        key: CaseKey,
        status: CaseStatus,
        reason: String,
    ) = TimedCase(
        key,
        status,
        reason,
        "ns",
        Start.WARM,
        3,
        Steady.UNKNOWN,
        Samples.NONE,
        TimingStatistics.NONE,
        listOf(),
        listOf(),
        listOf(),
        Conditions.UNKNOWN,
    )

    fun timings(): List<Timings> =
        listOf(
            document(
                "plain-c",
                true,
                listOf(
                    case(CaseKey("small", 10, 1, 0), 2e9),
                    case(CaseKey("large", 100, 1, 0), 2e10),
                    case(CaseKey("large", 100, 2, 0), 1.1e10),
                ),
            ),
            document(
                "fast",
                false,
                listOf(
                    case(CaseKey("small", 10, 1, 0), 1.6e9, 1.25),
                    without(CaseKey("large", 100, 1, 0), CaseStatus.FAILED, MESSAGE),
                    without(
                        CaseKey("large", 100, 2, 0),
                        CaseStatus.LEFT_OUT,
                        "The limit was reached.",
                    ),
                    without(CaseKey("large", 100, 1, 1), CaseStatus.SKIPPED, "No device."),
                ),
            ),
        )

    private fun document(
        id: String,
        vanilla: Boolean,
        cases: List<TimedCase>,
    ) = Timings(
        Formats.TIMINGS,
        Formats.VERSION,
        "20261120T114512Z-quick-3f9a",
        SuiteStamp("quick", HOSTILE, "", ""),
        CommitStamp.UNKNOWN,
        command(id, vanilla),
        cases,
    )

    private val once = SpeedProfile(listOf(), listOf(1), Timing(timeoutSeconds = 30))
    private val speed =
        Speed(timings().map { it.implementation }, once, once, Within(1e-9))

    private val allowed =
        Profile(listOf(), listOf(), listOf(), listOf(), FixedBudget(1), limitSeconds = 60)
    private val suite =
        Suite(
            "quick",
            HOSTILE,
            listOf(),
            allowed,
            allowed,
            Targets(),
            listOf(),
            listOf(),
            speed,
        )

    /** A run that measured time. */
    fun timed(): Findings {
        val manifest = manifest("Programs")
        val timed = TimingSummarizer.of(timings(), speed)
        val summary =
            Summary
                .of(manifest.runId, listOf())
                .withTimings(timed.rows, timed.growth, timed.equivalence)
        return Findings(
            "results/timed",
            ReviewBuilder(manifest, Optional.of(suite), summary).build(),
            7,
            listOf(),
            timings(),
            listOf(),
        )
    }
}
