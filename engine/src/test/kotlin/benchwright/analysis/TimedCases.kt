package benchwright.analysis

import benchwright.artifact.CaseKey
import benchwright.artifact.CaseStatus
import benchwright.artifact.CommitStamp
import benchwright.artifact.Conditions
import benchwright.artifact.Documents
import benchwright.artifact.Formats
import benchwright.artifact.Metric
import benchwright.artifact.Samples
import benchwright.artifact.Stage
import benchwright.artifact.Start
import benchwright.artifact.Steady
import benchwright.artifact.SuiteStamp
import benchwright.artifact.Summary
import benchwright.artifact.TimedCase
import benchwright.artifact.TimingStatistics
import benchwright.artifact.Timings
import benchwright.suite.Command
import benchwright.suite.Implementation
import benchwright.suite.Operation
import benchwright.suite.Speed
import benchwright.suite.Within
import kotlinx.serialization.json.JsonObject

/** Timings made up for tests. */
internal object TimedCases {
    fun command(
        id: String,
        vanilla: Boolean = false,
    ): Command = Command(id, id, ".", listOf(), listOf(), "x", listOf(), "", mapOf(), vanilla)

    fun operation(id: String): Operation = Operation(id, id)

    fun key(
        size: Long = 0,
        workers: Int = 1,
    ): CaseKey = CaseKey(if (size == 0L) "" else "s$size", size, workers, 0)

    /** Runs of a command: wall times in milliseconds, busy for as long. */
    fun runs(
        vararg millis: Double,
        busy: Double = 1.0,
    ): Samples =
        Samples(
            millis.map { it * 1e6 },
            List(millis.size) { it + 1 },
            millis.map { it * busy * 0.75e6 },
            millis.map { it * busy * 0.25e6 },
            List(millis.size) { 1000L + it },
            listOf(),
            listOf(),
            listOf(),
        )

    /** Forks of an operation: the times of each in nanoseconds. */
    fun forks(vararg nanos: DoubleArray): Samples =
        Samples(
            nanos.flatMap { it.toList() },
            nanos.flatMapIndexed { fork, times -> List(times.size) { fork + 1 } },
            listOf(),
            listOf(),
            listOf(),
            nanos.map { 16.0 },
            nanos.map { 2.0 },
            nanos.map { 5000.0 },
        )

    fun case(
        key: CaseKey,
        samples: Samples,
        status: CaseStatus = CaseStatus.MEASURED,
        result: List<Double> = listOf(),
        stages: List<Stage> = listOf(),
        metrics: List<Metric> = listOf(),
    ): TimedCase =
        TimedCase(
            key,
            status,
            if (status == CaseStatus.MEASURED) "" else "why not",
            "ns",
            Start.WARM,
            1,
            Steady.UNKNOWN,
            samples,
            TimingStatistics.NONE,
            metrics,
            stages,
            result,
            Conditions.UNKNOWN,
        )

    fun timings(
        implementation: Implementation,
        vararg cases: TimedCase,
    ): Timings =
        Timings(
            Formats.TIMINGS,
            Formats.VERSION,
            "run",
            SuiteStamp("s", "S", "", ""),
            CommitStamp.UNKNOWN,
            implementation,
            cases.toList(),
        )

    /** `timings/b.json.gz`. */
    fun timingsDocument(): JsonObject =
        Documents.toJson(
            timings(
                command("b"),
                case(
                    key(10),
                    runs(1.0, 2.0),
                    result = listOf(1.0),
                    stages = listOf(Stage("load", listOf(0.001))),
                    metrics = listOf(Metric("images", "1/s", listOf(3.0))),
                ),
            ),
        )

    /** `summary.json` of a suite that measured time, with every kind of row. */
    fun summaryDocument(): JsonObject {
        val all =
            listOf(true, false).map { vanilla ->
                timings(
                    command(if (vanilla) "a" else "b", vanilla),
                    *listOf(10L, 20L)
                        .map { size ->
                            case(
                                key(size),
                                runs(1.0 * size, 1.1 * size),
                                result = listOf(if (vanilla) 1.0 else 2.0),
                                stages = listOf(Stage("load", listOf(0.001))),
                                metrics = listOf(Metric("images", "1/s", listOf(3.0))),
                            )
                        }.toTypedArray(),
                )
            }
        val speed =
            Speed(all.map { it.implementation }, Speed.NONE.full, Speed.NONE.quick, Within(0.1))
        val summary = TimingSummarizer.of(all, speed)
        return Documents.toJson(
            Summary
                .of("run", listOf())
                .withTimings(summary.rows, summary.growth, summary.equivalence),
        )
    }
}
