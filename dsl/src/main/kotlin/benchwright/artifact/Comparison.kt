package benchwright.artifact

import benchwright.suite.Measure
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What somebody may conclude from a comparison. */
@Serializable
public enum class VerdictState {
    /** Everything that could be compared was, and no threshold is crossed. */
    @SerialName("passed")
    PASSED,

    /** A threshold that fails is crossed, by more than chance or noise explains. */
    @SerialName("failed")
    FAILED,

    /** What there is does not tell: no baseline, another machine, too few trials or pairs. */
    @SerialName("undecided")
    UNDECIDED,
    ;

    /** The word in the file: `passed`, `failed`, `undecided`. */
    public val word: String get() = name.lowercase()
}

/** The end of a comparison, with its reasons. */
@JvmRecord
@Serializable
public data class Verdict(
    val state: VerdictState,
    /** Why it is not passed, as sentences; what weighs most comes first. */
    val reasons: List<String>,
    /** What somebody should look at though it fails nothing, as sentences. */
    val warnings: List<String>,
)

/** How two sides came to be measured. */
@Serializable
public enum class Design {
    /** Each in a run of its own: times differ by whatever the machine did between them. */
    @SerialName("stored")
    STORED,

    /** In turns A B B A in one job: neighbours in time share what the machine does. */
    @SerialName("paired")
    PAIRED,
    ;

    /** The word in the file: `stored`, `paired`. */
    public val word: String get() = name.lowercase()
}

/** What became of one measure of one thing. */
@Serializable
public enum class Outcome {
    /** No difference, or none that could be told from chance. */
    @SerialName("same")
    SAME,

    @SerialName("improved")
    IMPROVED,

    @SerialName("regressed")
    REGRESSED,

    /** There seems to be a difference that matters, and what there is does not tell whether it is one. */
    @SerialName("undecided")
    UNDECIDED,

    /** There is no base to compare with. */
    @SerialName("added")
    ADDED,

    /** The head lacks what the base has. */
    @SerialName("removed")
    REMOVED,
    ;

    /** The word in the file: `same`, `improved`, … */
    public val word: String get() = name.lowercase()
}

/** How much a regression is, whatever its threshold: worse by up to 5 %, 10 %, 25 %, or more. */
@Serializable
public enum class Grade {
    /** Up to 5 %, or no regression at all. */
    @SerialName("none")
    NONE,

    /** More than 5 %. */
    @SerialName("medium")
    MEDIUM,

    /** More than 10 %. */
    @SerialName("high")
    HIGH,

    /** More than 25 %. */
    @SerialName("critical")
    CRITICAL,
    ;

    /** The word in the file: `none`, `medium`, `high`, `critical`. */
    public val word: String get() = name.lowercase()

    public companion object {
        /** Of something that is worse by [share], such as 0.12 for 12 %; NaN is [NONE]. */
        @JvmStatic
        public fun of(share: Double): Grade =
            when {
                share > 0.25 -> CRITICAL
                share > 0.10 -> HIGH
                share > 0.05 -> MEDIUM
                else -> NONE
            }
    }
}

/** `comparison.json`: what became better or worse from a base to a head, and the verdict. */
@JvmRecord
@Serializable
public data class Comparison(
    @SerialName("\$schema")
    val schema: String,
    val formatVersion: Int,
    val design: Design,
    val base: ComparedRun,
    val head: ComparedRun,
    /** Whether both have the same results digest: then no result of an optimizer differs in a single bit. */
    val identical: Boolean,
    val verdict: Verdict,
    /** Of all intervals and of the whole table together: 0.95. */
    val confidence: Decimal,
    /** The regressions first, then what is undecided, then the rest in the order of the run. */
    val rows: List<ComparisonRow>,
    /** What a reader should know of how the two were compared, as sentences. */
    val notes: List<String>,
)

/** One side of a comparison. Texts are empty (in JSON: null) where nobody knows. */
@JvmRecord
@Serializable
public data class ComparedRun(
    /** As somebody named it: a run, a baseline, a revision. */
    val name: String,
    val runId: TextOrNull,
    val suite: SuiteStamp,
    /** `quick` or `full`. */
    val profile: TextOrNull,
    val commit: CommitStamp,
    /** UTC. */
    val startedAt: TextOrNull,
    /** 16 hexadecimal digits, as bench doctor shows them. */
    val fingerprint: TextOrNull,
    /** The machine for people: processor, cores, system. */
    val machine: TextOrNull,
    val jvm: TextOrNull,
    val planDigest: TextOrNull,
    val resultsDigest: TextOrNull,
)

/** One measure of one thing, before and after. */
@JvmRecord
@Serializable
public data class ComparisonRow(
    val measure: Measure,
    /** The id of an optimizer or an implementation. */
    val subject: String,
    /** Empty (in JSON: null) for all functions together, and for what was timed. */
    val function: TextOrNull,
    /** 0 for all dimensions together, and for what was timed. */
    val dimension: Int,
    /** `size=small workers=2`; empty (in JSON: null) for the plainest case, and for optimizers. */
    @SerialName("case")
    val caseText: TextOrNull,
    /** The distance to the optimum that is to be reached; NaN where there is none. */
    val target: Decimal,
    /**
     * Of [base] and [head]: `evaluations`, `share`, `ns`, `bytes`, `bytes/operation`; where no target tells anything,
     * `distance` to the optimum at the end of the median trial, or its `value` where the optimum is unknown.
     */
    val unit: String,
    val base: Decimal,
    val head: Decimal,
    /** How much worse the head is, as a share: 0.1 for 10 % worse, below 0 for better; NaN where it cannot be told. */
    val worse: Decimal,
    /** Where [worse] lies. */
    val interval: Interval,
    /** How it was tested: `exact`, `sign-test`, `wilcoxon`, `fisher`, `mann-whitney`, or `none`. */
    val test: String,
    /** How probable at least this difference were if there were none; NaN where nothing was tested. */
    val p: Decimal,
    /** The same after Holm over the whole table. */
    val adjustedP: Decimal,
    /** Vargha and Delaney's A12: how probably a sample of the head is better than one of the base. */
    val a12: Decimal,
    /** How many trials, samples or pairs stand behind the figures, on the side that has fewer. */
    val samples: Int,
    /** The smallest worsening, as a share, that so many would show four times in five; NaN where nobody knows. */
    val detectable: Decimal,
    /** The share by which it may become worse; NaN where there is no threshold. */
    val threshold: Decimal,
    /** `fail` or `warn`; empty (in JSON: null) where there is no threshold. */
    val severity: TextOrNull,
    val outcome: Outcome,
    val grade: Grade,
    /** Whether this row makes the verdict failed, undecided, or neither. */
    val verdict: VerdictState,
    /** Whether it warns. */
    val warns: Boolean,
    /** Why, as a sentence; empty (in JSON: null) where there is nothing to say. */
    val reason: TextOrNull,
)
