package benchwright.artifact

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** `pairs.json.gz`: all that was measured to compare two revisions, so that others can work it out again. */
@JvmRecord
@Serializable
public data class Pairs(
    @SerialName("\$schema")
    val schema: String,
    val formatVersion: Int,
    val base: ComparedRun,
    val head: ComparedRun,
    /** In the order of the suite. */
    val cases: List<PairedCase>,
    /** What the machine was like from the first reading to the last. */
    val conditions: Conditions,
)

/** One case, and what both sides needed for it. */
@JvmRecord
@Serializable
public data class PairedCase(
    /** The id of an implementation. */
    val implementation: String,
    /** `operation` or `command`. */
    val kind: String,
    @SerialName("case")
    val key: CaseKey,
    /** Which sides have it. */
    val sides: Sides,
    /** How many runs of a command make one reading; 1 for operations, whose reading is a fork. */
    val runs: Int,
    /** In the order in which they were measured. */
    val pairs: List<Pair>,
    /** Why there are no more, if something broke: `base` or `head`; empty (in JSON: null) if nothing did. */
    val brokenSide: TextOrNull,
    /** What broke, for people. */
    val problem: TextOrNull,
    /** Whether the time was up before enough was known. */
    val cut: Boolean,
    /** What the results of the sides differ in, as a sentence; empty (in JSON: null) if in nothing. */
    val difference: TextOrNull,
) {
    public companion object {
        /** A [kind]. */
        public const val OPERATION: String = "operation"

        /** A [kind]. */
        public const val COMMAND: String = "command"
    }
}

/** Which sides have a case. */
@Serializable
public enum class Sides {
    @SerialName("both")
    BOTH,

    @SerialName("base")
    BASE,

    @SerialName("head")
    HEAD,
}

/** A reading of each side, taken next to each other. */
@JvmRecord
@Serializable
public data class Pair(
    /** Which side came first; with several runs they alternate A B B A. */
    val baseFirst: Boolean,
    val base: PairedReading,
    val head: PairedReading,
)

/** What one side needed, raw: a value for each run of a command, or for each iteration of a fork. */
@JvmRecord
@Serializable
public data class PairedReading(
    val wallNanos: List<Decimal>,
    /** Processor time, user and system; a value for each run of a command. */
    val cpuNanos: List<Decimal>,
    /** Of the largest process; a value for each run of a command. */
    val peakRssBytes: List<Long>,
    /** Of a fork: one value. */
    val allocatedBytesPerOperation: List<Decimal>,
)
