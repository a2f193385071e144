package benchwright.suite

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Something whose time and memory is measured. */
@Serializable
public sealed interface Implementation {
    /** What reports and files call it: lower-case letters, digits and single hyphens. */
    public val id: String

    /** What its author calls it, one line: `evaluate bbob-f10`, `c -O3`. */
    public val name: String
}

/** A piece of code inside the JVM, whose body stands in the script. */
@JvmRecord
@Serializable
@SerialName("operation")
public data class Operation
    @JvmOverloads
    constructor(
        override val id: String,
        override val name: String,
        /** Whether it is measured for each of the suite's sizes; its set-up then asks for the size. */
        val perSize: Boolean = false,
        /** Whether it is measured for each of the suite's numbers of workers: so many threads at a time. */
        val perWorkers: Boolean = false,
        /** What a call gives back. */
        val result: ResultKind = ResultKind.OBJECT,
    ) : Implementation

/** What a call of an operation gives back; all but an object without a box around it. */
@Serializable
public enum class ResultKind {
    @SerialName("double")
    DOUBLE,

    @SerialName("long")
    LONG,

    @SerialName("int")
    INT,

    /** An object, or nothing. */
    @SerialName("object")
    OBJECT,
}

/**
 * A program, measured as a process from its start to its end.
 *
 * Commands are lists of words, split at spaces and never handed to a shell. All are carried out in [directory].
 */
@JvmRecord
@Serializable
@SerialName("command")
public data class Command(
    override val id: String,
    override val name: String,
    /** Relative to the directory in which `bench` is started. */
    val directory: String,
    /** The steps that build it, once in a run, in their order. */
    val build: List<String>,
    /** Steps before each run, outside the measured time. */
    val prepare: List<String>,
    /** What is measured; `{size}`, `{workers}` and `{gpus}` are filled in. */
    val run: String,
    /** Steps after each run, outside the measured time. */
    val conclude: List<String>,
    /** The file in [directory] that it writes its results to; empty for standard output. */
    val results: String,
    /** Variables that it sees beside those of every measured command. */
    val environment: Map<String, String>,
    /** Whether it is what the others are compared to. */
    val vanilla: Boolean,
) : Implementation {
    public companion object {
        /** What [run] may ask for. */
        @JvmField
        public val BLANKS: List<String> = listOf("size", "workers", "gpus")
    }
}

/** How much an implementation has to do: one case each. */
@JvmRecord
@Serializable
public data class Size(
    val name: String,
    val value: Long,
)

/** How measurements are made. */
@JvmRecord
@Serializable
public data class Timing
    @JvmOverloads
    constructor(
        /** Runs, or iterations of a fork, whose time is not kept; 0 measures cold starts. */
        val warmups: Int = 3,
        /** At least so many measured runs of a command. */
        val leastRuns: Int = 10,
        /** At most so many. */
        val mostRuns: Int = 100,
        /** So many JVMs for an operation at least; more, up to four times as many, while its interval is too wide. */
        val forks: Int = 5,
        /** Enough when half of the interval is no wider than this share of the median, in percent; 0 for never. */
        val untilErrorPercent: Double = 2.0,
        /** After so many seconds no further run of the same case is begun; 0 for no limit. */
        val limitSeconds: Long = 0,
        /** A run that takes longer, in seconds, has failed. */
        val timeoutSeconds: Long = 600,
    )

/** One extent of a suite that measures time. */
@JvmRecord
@Serializable
public data class SpeedProfile(
    /** Empty where nothing depends on a size. */
    val sizes: List<Size>,
    /** How many workers at a time. */
    val workers: List<Int>,
    val timing: Timing,
)

/** What a suite measures; nothing in a suite of optimizers. */
@JvmRecord
@Serializable
public data class Speed(
    val implementations: List<Implementation>,
    val full: SpeedProfile,
    val quick: SpeedProfile,
    /** How far numbers of implementations of the same job may lie apart. */
    val sameResults: Tolerance,
) {
    /** Whether the suite measures time at all. */
    public val isAsked: Boolean get() = implementations.isNotEmpty()

    public companion object {
        private val ONCE = SpeedProfile(listOf(), listOf(1), Timing())

        /** Of a suite of optimizers. */
        @JvmField
        public val NONE: Speed = Speed(listOf(), ONCE, ONCE, NoTolerance)
    }
}

/** Whether implementations must agree. */
@Serializable
public sealed interface Tolerance

/** They need not, or cannot be compared. */
@Serializable
@SerialName("none")
public data object NoTolerance : Tolerance

/** Numbers a and b agree if |a − b| ≤ [value] · max(1, |a|, |b|). */
@JvmRecord
@Serializable
@SerialName("within")
public data class Within(
    val value: Double,
) : Tolerance
