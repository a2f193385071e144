package benchwright.analysis

import benchwright.Bounds
import benchwright.artifact.CommitStamp
import benchwright.artifact.Environment
import benchwright.artifact.Failure
import benchwright.artifact.Formats
import benchwright.artifact.History
import benchwright.artifact.Manifest
import benchwright.artifact.Resources
import benchwright.artifact.RunStatus
import benchwright.artifact.Shard
import benchwright.artifact.Stop
import benchwright.artifact.SuiteStamp
import benchwright.artifact.Summary
import benchwright.artifact.Totals
import benchwright.artifact.TrialKey
import benchwright.artifact.TrialRecord
import benchwright.suite.FixedBudget
import benchwright.suite.NamedFunction
import benchwright.suite.Profile
import benchwright.suite.RandomSearch
import benchwright.suite.Suite
import benchwright.suite.Targets
import java.util.Optional

/** Records by hand, and the reviews of them. */
internal object Reviews {
    fun manifest(): Manifest =
        Manifest(
            Formats.MANIFEST,
            Formats.VERSION,
            "run",
            RunStatus.COMPLETE,
            "full",
            SuiteStamp("suite", "Suite", "", ""),
            "ab",
            Shard.WHOLE,
            "",
            CommitStamp.UNKNOWN,
            "2026-11-20T11:45:12.345Z",
            "",
            Environment("h", "o", "c", 2, 1, "17", "2", "1", "", listOf()),
            Totals(0, 0, 0),
            Resources(0, 0, 0, 0),
            listOf(),
            "none",
            listOf(),
            listOf(),
            "",
        )

    fun suite(targets: Targets): Suite {
        val profile =
            Profile(
                listOf(NamedFunction("sphere")),
                listOf(2),
                listOf(1),
                listOf(1L),
                FixedBudget(9),
            )
        return Suite(
            "suite",
            "Suite",
            listOf(RandomSearch("o")),
            profile,
            profile,
            targets,
            listOf(),
            listOf(),
        )
    }

    /** A trial with these improvements: evaluation to distance. */
    fun record(
        optimizer: String,
        function: String,
        dimension: Int,
        seed: Long,
        improvements: List<Pair<Long, Double>>,
        evaluations: Long = 1000,
        budget: Long = 1000,
        stop: Stop = Stop.BUDGET,
        optimum: Double = 0.0,
    ) = TrialRecord(
        TrialKey(optimizer, function, dimension, 1, seed),
        Bounds.cube(dimension, -5.0, 5.0),
        budget,
        optimum,
        evaluations,
        stop,
        if (stop == Stop.FAILED) Failure("exception", "it broke") else TrialRecord.NO_FAILURE,
        History(
            improvements.map { it.first }.toLongArray(),
            improvements.map { it.second }.toDoubleArray(),
        ),
        DoubleArray(dimension),
    )

    fun of(
        records: List<TrialRecord>,
        targets: Targets = Targets(1.0, 1e-2, 1),
    ): Review {
        val builder =
            ReviewBuilder(manifest(), Optional.of(suite(targets)), Summary.of("run", listOf()))
        records.forEach(builder::add)
        return builder.build()
    }
}

/** The points of a line, as pairs. */
internal fun Line.points(): List<Pair<Double, Double>> = (0 until size()).map { x(it) to y(it) }
