package benchwright.history

import benchwright.artifact.CaseKey
import benchwright.artifact.CaseStatus
import benchwright.artifact.Conditions
import benchwright.artifact.Metric
import benchwright.artifact.RunStatus
import benchwright.artifact.Samples
import benchwright.artifact.Stage
import benchwright.artifact.Start
import benchwright.artifact.Steady
import benchwright.artifact.Summary
import benchwright.artifact.TimedCase
import benchwright.artifact.TimingStatistics
import benchwright.script.Command
import benchwright.suite.Operation
import benchwright.suite.Size
import benchwright.suite.Speed
import benchwright.suite.SpeedProfile
import benchwright.suite.Timing
import benchwright.suite.Within
import java.nio.file.Path

/** Runs that measured time, for tests: small, and always the same. */
internal object TimedRuns {
    fun header(): RunHeader {
        val trials = Runs.header()
        val profile = SpeedProfile(listOf(Size("tiny", 10)), listOf(1), Timing())
        val speed =
            Speed(
                listOf(
                    Operation("add", "add"),
                    Command("c -O3", run = "./c {size}", vanilla = true),
                ),
                profile,
                profile,
                Within(1e-6),
            )
        return RunHeader(
            "20261120T114512Z-speed-3f9a",
            trials.suite().copy(name = "speed", optimizers = listOf(), speed = speed),
            trials.suiteFile(),
            trials.suiteSha256(),
            "full",
            trials.planDigest(),
            listOf(),
            mapOf(),
            mapOf(),
            listOf(),
            "process",
            listOf(),
            "",
            trials.commit(),
            trials.environment(),
            trials.startedAt(),
        )
    }

    fun entries(): List<TimedEntry> =
        listOf(
            TimedEntry("add", timed("", 0, CaseStatus.MEASURED, listOf(0.1 + 0.2, 1e-9, 5e22))),
            TimedEntry("c-o3", timed("tiny", 10, CaseStatus.FAILED, listOf(12.0), "exit value 3")),
            TimedEntry("c-o3", timed("small", 100, CaseStatus.LEFT_OUT, listOf(), "no time left")),
        )

    private fun timed(
        size: String,
        value: Long,
        status: CaseStatus,
        nanos: List<Double>,
        reason: String = "",
    ) = TimedCase(
        CaseKey(size, value, 1, 0),
        status,
        reason,
        "ns",
        Start.WARM,
        3,
        Steady.UNKNOWN,
        Samples(
            nanos,
            nanos.map { 1 },
            nanos,
            listOf(),
            nanos.map { 1024L },
            listOf(),
            listOf(),
            listOf(),
        ),
        TimingStatistics.NONE,
        listOf(Metric("images", "1/s", nanos.map { Double.NaN })),
        listOf(Stage("load", nanos)),
        listOf(1.0, Double.POSITIVE_INFINITY),
        Conditions.UNKNOWN,
    )

    /** A finished run in a directory of its own below [directory]. */
    fun write(directory: Path): Path {
        val writer = RunWriter.create(directory, header(), Runs.clock)
        entries().forEach { writer.append(it) }
        finish(writer)
        return writer.directory()
    }

    fun finish(writer: RunWriter) =
        writer.complete(
            RunStatus.COMPLETE,
            Runs.clock.instant(),
            Runs.resources,
            Summary.of(header().runId(), listOf()),
        )
}
