package benchwright.report

import benchwright.artifact.CommitStamp
import benchwright.artifact.ComparedRun
import benchwright.artifact.Comparison
import benchwright.artifact.ComparisonRow
import benchwright.artifact.Design
import benchwright.artifact.Formats
import benchwright.artifact.Grade
import benchwright.artifact.Interval
import benchwright.artifact.Outcome
import benchwright.artifact.SuiteStamp
import benchwright.artifact.Verdict
import benchwright.artifact.VerdictState
import benchwright.suite.Measure

/** What every renderer of comparisons has to get through: all outcomes, nothing known, hostile names. */
internal object SampleComparisons {
    private const val NAN = Double.NaN

    private fun run(
        name: String,
        sha: String,
        startedAt: String,
        title: String = "Quick look",
    ) = ComparedRun(
        name,
        "$name-run",
        SuiteStamp("quick", title, "suites/quick.bench.kts", "ab".repeat(32)),
        "full",
        CommitStamp(sha.repeat(40), "main", false),
        startedAt,
        "0123456789abcdef",
        "A CPU, 2 cores, Linux 6.1 amd64",
        "17.0.15",
        "cd".repeat(32),
        "ef".repeat(32),
    )

    val base = run("main", "a", "2026-11-17T10:00:00.000Z")
    val head = run("head", "b", "2026-11-20T11:45:12.345Z")

    /** Somebody's answer to: what if nobody knows anything? */
    val unknown =
        ComparedRun(
            "",
            "",
            SuiteStamp("", "", "", ""),
            "",
            CommitStamp.UNKNOWN,
            "",
            "",
            "",
            "",
            "",
            "",
        )

    fun row(
        outcome: Outcome,
        verdict: VerdictState = VerdictState.PASSED,
        subject: String = "cma-es",
        function: String = "bbob-f1",
        worse: Double = 0.0,
        warns: Boolean = false,
        reason: String = "",
        measure: Measure = Measure.EXPECTED_RUNTIME,
        unit: String = "evaluations",
        base: Double = 1000.0,
        head: Double = base * (1 + worse),
        caseText: String = "",
    ): ComparisonRow {
        val timed = measure != Measure.EXPECTED_RUNTIME && measure != Measure.SUCCESS_RATE
        return ComparisonRow(
            measure,
            subject,
            if (timed) "" else function,
            if (timed) 0 else 5,
            caseText,
            if (measure == Measure.EXPECTED_RUNTIME) 1e-8 else NAN,
            unit,
            base,
            head,
            worse,
            if (worse == 0.0) Interval.UNKNOWN else Interval(worse - 0.05, worse + 0.05),
            if (timed) "sign-test" else "exact",
            if (worse == 0.0) NAN else 0.00001,
            if (worse == 0.0) NAN else 0.0123,
            0.5,
            15,
            0.08,
            if (measure == Measure.MEMORY) 0.2 else 0.1,
            if (measure == Measure.MEMORY) "warn" else "fail",
            outcome,
            Grade.of(worse),
            verdict,
            warns,
            reason,
        )
    }

    fun of(
        state: VerdictState,
        rows: List<ComparisonRow>,
        reasons: List<String> = listOf(),
        warnings: List<String> = listOf(),
        design: Design = Design.STORED,
        identical: Boolean = false,
        notes: List<String> = listOf(),
        base: ComparedRun = this.base,
        head: ComparedRun = this.head,
    ) = Comparison(
        Formats.COMPARISON,
        Formats.VERSION,
        design,
        base,
        head,
        identical,
        Verdict(state, reasons, warnings),
        0.95,
        rows,
        notes,
    )

    val failed =
        of(
            VerdictState.FAILED,
            listOf(
                row(
                    Outcome.REGRESSED,
                    VerdictState.FAILED,
                    worse = 0.27,
                    reason = "It takes 27 % more evaluations, and 10 % are allowed.",
                ),
                row(
                    Outcome.REGRESSED,
                    VerdictState.FAILED,
                    worse = Double.POSITIVE_INFINITY,
                    function = "bbob-f8",
                    head = Double.POSITIVE_INFINITY,
                ),
                row(
                    Outcome.UNDECIDED,
                    worse = 0.12,
                    subject = "manta-ray",
                    reason = "Too few trials to tell.",
                ),
                row(
                    Outcome.REMOVED,
                    VerdictState.UNDECIDED,
                    subject = "gone",
                    head = NAN,
                    worse = NAN,
                ),
                row(Outcome.IMPROVED, worse = -0.4, function = "sphere"),
                row(
                    Outcome.REGRESSED,
                    warns = true,
                    worse = 0.31,
                    measure = Measure.MEMORY,
                    unit = "bytes",
                    base = 12_300_000.0,
                    subject = "c-o3",
                    caseText = "size=small workers=2",
                ),
                row(Outcome.SAME, function = "rastrigin"),
                row(Outcome.SAME, measure = Measure.SUCCESS_RATE, unit = "share", base = 0.83),
                row(
                    Outcome.ADDED,
                    subject = "new",
                    measure = Measure.TIME,
                    unit = "ns",
                    base = NAN,
                    head = 1_234_000.0,
                    worse = NAN,
                ),
            ),
            reasons =
                listOf(
                    "cma-es on bbob-f8 in 5-D no longer reaches 1e-08.",
                    "cma-es on bbob-f1 in 5-D takes 27 % more evaluations.",
                ),
            warnings = listOf("c-o3 takes 31 % more memory."),
            notes = listOf("Both ran on one machine."),
        )

    val identical = of(VerdictState.PASSED, listOf(row(Outcome.SAME)), identical = true)

    val paired =
        of(
            VerdictState.PASSED,
            listOf(
                row(
                    Outcome.SAME,
                    subject = "start",
                    measure = Measure.TIME,
                    unit = "ns",
                    base = 4.2e8,
                    worse = 0.01,
                ),
            ),
            warnings = listOf("The machine was busy."),
            design = Design.PAIRED,
        )

    val nothing =
        of(
            VerdictState.UNDECIDED,
            listOf(),
            reasons = listOf("There is no baseline."),
            base = unknown,
            head = unknown,
        )

    /** Whoever names branches and optimizers may try to write the page. */
    const val EVIL: String =
        "</details><script>x</script> | [a](http://b) ![i](http://c) @everyone #1 `t` ::error::%0A\n\n# H"

    val hostile =
        of(
            VerdictState.FAILED,
            listOf(
                row(
                    Outcome.REGRESSED,
                    VerdictState.FAILED,
                    subject = EVIL,
                    function = EVIL,
                    worse = 0.5,
                    reason = EVIL,
                    caseText = EVIL,
                    unit = EVIL,
                ),
            ),
            reasons = listOf(EVIL),
            warnings = listOf(EVIL),
            notes = listOf(EVIL),
            base =
                run(
                    EVIL,
                    "a",
                    EVIL,
                    EVIL,
                ).copy(commit = CommitStamp(EVIL, EVIL, true), machine = EVIL),
            head =
                run(EVIL, "b", EVIL, EVIL).copy(
                    suite = SuiteStamp(EVIL, EVIL, "a,b:c\n.kts", ""),
                    fingerprint = EVIL,
                ),
        )

    /** More rows than any page takes. */
    fun huge(rows: Int) =
        of(
            VerdictState.FAILED,
            (1..rows).map {
                row(
                    if (it % 3 == 0) Outcome.SAME else Outcome.REGRESSED,
                    VerdictState.FAILED,
                    function = "bbob-f$it",
                    worse = 0.3,
                    reason = "It takes 30 % more evaluations, and 10 % are allowed.",
                )
            },
            reasons = (1..rows).map { "bbob-f$it became worse." },
            notes = (1..rows).map { "Note $it." },
        )
}
