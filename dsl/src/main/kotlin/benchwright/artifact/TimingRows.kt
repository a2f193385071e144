package benchwright.artifact

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What was timed, in [Summary]: one case of one implementation. Figures are NaN where there are none. */
@JvmRecord
@Serializable
public data class TimingRow(
    /** Its id. */
    val implementation: String,
    val name: String,
    /** `operation` or `command`. */
    val kind: String,
    /** Whether the others are compared to it. */
    val vanilla: Boolean,
    /** `case` in JSON, which Java cannot say. */
    @SerialName("case")
    val key: CaseKey,
    val status: CaseStatus,
    /** Empty (in JSON: null) if there is nothing to say. */
    val reason: TextOrNull,
    val start: Start,
    val steady: Steady,
    /** In nanoseconds, for one run of a command or one call of an operation. */
    val statistics: TimingStatistics,
    /** The largest of all runs; 0 where nobody knows. */
    val peakRssBytes: Long,
    /** The median over the forks. */
    val allocatedBytesPerOperation: Decimal,
    /** Garbage collections of a fork, the median over the forks. */
    val collections: Decimal,
    /** The time that they took, the median over the forks. */
    val collectionNanos: Decimal,
    /** Processor time over wall time and workers, the median over the runs; 1 if all workers were busy throughout. */
    val utilization: Decimal,
    /** A second by all workers: units of the size if there is one, else runs or calls. */
    val throughput: Decimal,
    /** The median time over that of the vanilla implementation in the same case. */
    val relative: Ratio,
    /** How many times faster than with the fewest workers that were measured, all else the same. */
    val speedup: Decimal,
    /** [speedup] over how many times as many workers there are: 1 is perfect. */
    val efficiency: Decimal,
    /** The share of the work that did not spread over workers, by Karp and Flatt; NaN with the fewest workers. */
    val serialFraction: Decimal,
    /** In the order in which the program told them. */
    val stages: List<StageRow>,
    val metrics: List<MetricRow>,
    /** What makes the figures doubtful, as sentences. */
    val warnings: List<String>,
)

/** How many times as large, with the interval of confidence 95 %. */
@JvmRecord
@Serializable
public data class Ratio(
    val value: Decimal,
    val interval: Interval,
) {
    public companion object {
        /** There is nothing to compare with. */
        @JvmField
        public val UNKNOWN: Ratio = Ratio(Double.NaN, Interval(Double.NaN, Double.NaN))
    }
}

/** A part of a run. */
@JvmRecord
@Serializable
public data class StageRow(
    val name: String,
    /** The median over the runs. */
    val seconds: Decimal,
    /** Of the whole run's median time. */
    val share: Decimal,
    /** Units of the size a second; NaN where there are no sizes. */
    val throughput: Decimal,
)

/** What a program said of itself. */
@JvmRecord
@Serializable
public data class MetricRow(
    val name: String,
    val unit: String,
    /** How many values there are, one a run. */
    val count: Int,
    val median: Decimal,
    /** Of the median, by the bootstrap. */
    val interval: Interval,
    val least: Decimal,
    val greatest: Decimal,
)

/** How the time of an implementation grows with its sizes, all else the same. */
@JvmRecord
@Serializable
public data class GrowthRow(
    /** Its id. */
    val implementation: String,
    val workers: Int,
    val gpus: Int,
    /** How many sizes were measured. */
    val sizes: Int,
    /** `1`, `log n`, `n`, `n log n`, `n²`, `n³` or `unknown`. */
    val law: String,
    /** The share of resamples that choose the same law; NaN below three sizes. */
    val confidence: Decimal,
    /** The root of the mean square of the relative error of the law that fits best. */
    val error: Decimal,
    /** What the law does not explain, such as the start of a program. */
    val constantNanos: Decimal,
    /** k if the time grows as n to the k. */
    val exponent: Decimal,
    val exponentInterval: Interval,
)

/** Whether an implementation gives the numbers that another gives for the same job. */
@JvmRecord
@Serializable
public data class EquivalenceRow(
    /** Its id. */
    val implementation: String,
    /** The id of what it is compared with: the vanilla implementation, or the first. */
    val reference: String,
    @SerialName("case")
    val key: CaseKey,
    val agrees: Boolean,
    /** Numbers a and b may differ by this much times max(1, |a|, |b|). */
    val tolerance: Decimal,
    /** How many pairs of numbers were compared. */
    val compared: Int,
    /** The largest |a − b| / max(1, |a|, |b|); NaN if nothing was compared. */
    val largestDifference: Decimal,
    /** Which of the numbers differs most, from 1 on; 0 if none does. */
    val at: Int,
    /** What the reference gives there. */
    val expected: Decimal,
    val found: Decimal,
    /** Why they do not agree, as a sentence; empty (in JSON: null) if they do. */
    val reason: TextOrNull,
)
