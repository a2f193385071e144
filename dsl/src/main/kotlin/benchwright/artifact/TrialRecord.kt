package benchwright.artifact

import benchwright.Bounds

/** Why a trial ended. */
public enum class Stop {
    /** All evaluations were spent. */
    BUDGET,

    /** The hardest target was reached. */
    TARGET,

    /** The optimizer had nothing left to try. */
    OPTIMIZER,

    /** The trial went wrong; its failure says how. */
    FAILED,
    ;

    /** The word in the artifact: `budget`, `target`, `optimizer`, `failed`. */
    public val word: String get() = name.lowercase()
}

/** How a trial went wrong. */
@JvmRecord
public data class Failure(
    /** One word for programs: `exception`, `bad-point`, `timeout`, `exit`, `out-of-memory`. */
    val kind: String,
    /** One line for people: what happened and where. */
    val message: String,
)

/**
 * Every strict improvement of the best value of one trial: [values]`[k]` was seen first at evaluation
 * [evaluations]`[k]`, counted from 1. Raw values of the function, not differences to the optimum.
 *
 * @throws IllegalArgumentException if the arrays differ in length.
 */
public class History(
    private val evaluations: LongArray,
    private val values: DoubleArray,
) {
    init {
        require(evaluations.size == values.size) { "a history needs a value for each evaluation" }
    }

    /** The number of improvements; 0 if nothing was ever evaluated. */
    public fun size(): Int = evaluations.size

    /** The evaluation of improvement [k], counted from 0. */
    public fun evaluation(k: Int): Long = evaluations[k]

    /** The value of improvement [k], counted from 0. */
    public fun value(k: Int): Double = values[k]

    /** The first evaluation whose value is at most [value], or 0 if there is none. */
    public fun firstAtMost(value: Double): Long {
        var low = 0
        var high = values.size
        while (low < high) {
            val middle = (low + high) ushr 1
            if (values[middle] <= value) high = middle else low = middle + 1
        }
        return if (low == values.size) 0 else evaluations[low]
    }

    override fun equals(other: Any?): Boolean =
        other is History && evaluations.contentEquals(other.evaluations) &&
            values.contentEquals(other.values)

    override fun hashCode(): Int = 31 * evaluations.contentHashCode() + values.contentHashCode()

    override fun toString(): String = "History(${size()} improvements)"
}

/** What a trial is known by, within a run and across runs. */
@JvmRecord
public data class TrialKey(
    val optimizer: String,
    val function: String,
    val dimension: Int,
    val instance: Int,
    val seed: Long,
) {
    /** `optimizer/function/d10/i1/s1`: the id of the trial. */
    override fun toString(): String = "$optimizer/$function/d$dimension/i$instance/s$seed"
}

/**
 * The result of one trial: the same bytes wherever, whenever and beside whatever it was run.
 *
 * @property optimum the smallest value of the function, NaN where nobody knows it.
 * @property evaluations how many were spent.
 * @property failure what went wrong; an empty kind unless [stop] is [Stop.FAILED].
 * @property bestPoint where the last improvement of [history] was seen; empty if nothing was ever evaluated.
 */
public class TrialRecord(
    public val key: TrialKey,
    public val bounds: Bounds,
    public val budget: Long,
    public val optimum: Double,
    public val evaluations: Long,
    public val stop: Stop,
    public val failure: Failure,
    public val history: History,
    bestPoint: DoubleArray,
) {
    private val bestPoint: DoubleArray = bestPoint.copyOf()

    /** A copy of the best point. */
    public fun bestPoint(): DoubleArray = bestPoint.copyOf()

    override fun equals(other: Any?): Boolean =
        other is TrialRecord &&
            key == other.key &&
            bounds == other.bounds &&
            budget == other.budget &&
            optimum.toRawBits() == other.optimum.toRawBits() &&
            evaluations == other.evaluations &&
            stop == other.stop &&
            failure == other.failure &&
            history == other.history &&
            bestPoint.contentEquals(other.bestPoint)

    override fun hashCode(): Int = 31 * key.hashCode() + history.hashCode()

    override fun toString(): String = "$key: ${stop.word} after $evaluations evaluations"

    public companion object {
        /** Of a trial that did not fail. */
        @JvmField
        public val NO_FAILURE: Failure = Failure("", "")
    }
}

/** The circumstances of one trial: never part of its result. */
@JvmRecord
public data class Circumstance(
    /** Wall time from start to end. */
    val runtimeNanos: Long,
    /** The part of it spent in the objective function. */
    val evaluationNanos: Long,
    /** Peak resident memory of the process that ran the trial, as seen when the trial ended; 0 if unknown. */
    val peakBytes: Long,
)
