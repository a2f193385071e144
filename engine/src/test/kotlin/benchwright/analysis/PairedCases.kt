package benchwright.analysis

import benchwright.artifact.CaseKey
import benchwright.artifact.CommitStamp
import benchwright.artifact.ComparedRun
import benchwright.artifact.Conditions
import benchwright.artifact.Formats
import benchwright.artifact.Pair
import benchwright.artifact.PairedCase
import benchwright.artifact.PairedReading
import benchwright.artifact.Pairs
import benchwright.artifact.Sides
import benchwright.artifact.SuiteStamp

/** Pairs whose numbers are written out, for tests. */
internal object PairedCases {
    fun reading(
        wall: Double,
        peak: Long = 1_000_000,
        utilization: Double = 1.0,
    ) = PairedReading(listOf(wall), listOf(wall * utilization), listOf(peak), listOf())

    /** A command whose base always takes 100, and whose head takes [head]. */
    fun command(
        vararg head: Double,
        id: String = "c",
        sides: Sides = Sides.BOTH,
        problem: String = "",
        cut: Boolean = false,
    ) = PairedCase(
        id,
        PairedCase.COMMAND,
        CaseKey("small", 10, 1, 0),
        sides,
        1,
        head.mapIndexed { i, wall -> Pair(i % 2 == 0, reading(100.0), reading(wall)) },
        if (problem.isEmpty()) "" else "head",
        problem,
        cut,
        "",
    )

    fun operation(
        base: Double,
        head: Double,
        pairs: Int,
    ) = PairedCase(
        "o",
        PairedCase.OPERATION,
        CaseKey("", 0, 1, 0),
        Sides.BOTH,
        1,
        List(pairs) {
            Pair(
                it % 2 == 0,
                PairedReading(listOf(10.0, 11.0, 12.0), listOf(), listOf(), listOf(base)),
                PairedReading(listOf(10.0, 11.0, 12.0), listOf(), listOf(), listOf(head)),
            )
        },
        "",
        "",
        false,
        "",
    )

    fun pairs(vararg cases: PairedCase) =
        Pairs(
            Formats.PAIRS,
            Formats.VERSION,
            side("main (1a2b3c4)", "ab".repeat(20)),
            side("working tree", "cd".repeat(20)),
            cases.toList(),
            Conditions(0.5, 0.75, 0.0, "", listOf()),
        )

    private fun side(
        name: String,
        sha: String,
    ) = ComparedRun(
        name,
        "",
        SuiteStamp("speed", "Speed", "suites/speed.bench.kts", "12".repeat(32)),
        "full",
        CommitStamp(sha, "main", false),
        "2026-11-20T11:45:12.345Z",
        "0123456789abcdef",
        "A processor, 2 processors, Linux",
        "OpenJDK 17",
        "34".repeat(32),
        "",
    )
}
