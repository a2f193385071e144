package benchwright.artifact

import benchwright.suite.Implementation
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** `timings/<implementation>.json.gz`: the raw samples of everything that was timed. */
@JvmRecord
@Serializable
public data class Timings(
    @SerialName("\$schema")
    val schema: String,
    val formatVersion: Int,
    val runId: String,
    val suite: SuiteStamp,
    val commit: CommitStamp,
    val implementation: Implementation,
    val cases: List<TimedCase>,
)

/** Which of its cases an implementation was measured in. */
@JvmRecord
@Serializable
public data class CaseKey(
    /** Empty (in JSON: null) where there are no sizes. */
    val size: TextOrNull,
    /** 0 where there are no sizes. */
    val sizeValue: Long,
    val workers: Int,
    /** How many devices it was offered. */
    val gpus: Int,
) {
    /** `size=small workers=2`: what differs from the plainest case; empty for that one. */
    override fun toString(): String =
        listOf(
            if (size.isEmpty()) "" else "size=$size",
            if (workers == 1) "" else "workers=$workers",
            if (gpus == 0) "" else "gpus=$gpus",
        ).filter { it.isNotEmpty() }.joinToString(" ")
}

/** What came of measuring a case. */
@Serializable
public enum class CaseStatus {
    /** Its samples can be believed. */
    @SerialName("measured")
    MEASURED,

    /** A run crashed, timed out or ended with an exit value other than 0. */
    @SerialName("failed")
    FAILED,

    /** It cannot be measured here, such as for want of a device. */
    @SerialName("skipped")
    SKIPPED,

    /** The time limit was reached before its first run. */
    @SerialName("left-out")
    LEFT_OUT,
    ;

    /** The word in the artifact: `measured`, `failed`, `skipped`, `left-out`. */
    public val word: String get() = name.lowercase().replace('_', '-')
}

/** Whether a measured process starts from nothing each time. */
@Serializable
public enum class Start {
    /** Runs before the measured ones have warmed caches, files and compilers. */
    @SerialName("warm")
    WARM,

    /** No run was made before; each sample is a first one. */
    @SerialName("cold")
    COLD,
}

/** Whether times had stopped falling before the first sample was taken. */
@Serializable
public enum class Steady {
    @SerialName("yes")
    YES,

    @SerialName("no")
    NO,

    @SerialName("unknown")
    UNKNOWN,
}

/** One case of one implementation. */
@JvmRecord
@Serializable
public data class TimedCase
    @JvmOverloads
    constructor(
        /** `case` in JSON, which Java cannot say. */
        @SerialName("case")
        val key: CaseKey,
        val status: CaseStatus,
        /** Why it was not measured, or not to the end; empty (in JSON: null) if there is nothing to say. */
        val reason: TextOrNull,
        /** Of times: `ns`, for one run of a command or one call of an operation. */
        val unit: String,
        val start: Start,
        /** The runs before the first sample; of an operation the iterations in each fork. */
        val warmups: Int,
        val steady: Steady,
        val samples: Samples,
        val statistics: TimingStatistics,
        /** What the program said of itself, by name. */
        val metrics: List<Metric>,
        /** The parts of a run, in the order in which the program told them. */
        val stages: List<Stage>,
        /** The numbers in the result, at most 10,000 of them, in their order; the same in each run. */
        val result: List<Decimal>,
        /** What it was measured under. */
        val conditions: Conditions,
        /** What measured it, where that is a tool of its own; of operations alone. */
        val harness: Harness = Harness.NONE,
    )

/** The tool that measured an operation, as far as its figures depend on it. */
@JvmRecord
@Serializable
public data class Harness(
    /** With its version: `jmh 1.37`; empty (in JSON: null) for none. */
    val tool: TextOrNull,
    /** How results are used up, so that no work is left out: `compiler`, or `full` and its kinds. */
    val blackhole: TextOrNull,
    /** What the JVMs were started with, beside their own defaults. */
    val options: List<String>,
    /** How long an iteration that only warms up goes on, in milliseconds; 0 where none does. */
    val warmupMillis: Long = 0,
    /** How long one that is kept goes on, in milliseconds; 0 for a single call. */
    val iterationMillis: Long = 0,
) {
    public companion object {
        /** No tool of its own. */
        @JvmField
        public val NONE: Harness = Harness("", "", listOf())
    }
}

/** Raw samples, in the order in which they were taken; lists that do not apply are empty. */
@JvmRecord
@Serializable
public data class Samples(
    val wallNanos: List<Decimal>,
    /** Which process each sample of [wallNanos] was taken in, from 1 on: a fork gives several. */
    val process: List<Int>,
    val userNanos: List<Decimal>,
    val systemNanos: List<Decimal>,
    /** The largest process of the tree, one value a run. */
    val peakRssBytes: List<Long>,
    /** One value a fork. */
    val allocatedBytesPerOperation: List<Decimal>,
    /** Garbage collections, one value a fork. */
    val collections: List<Decimal>,
    /** The time that they took, one value a fork. */
    val collectionNanos: List<Decimal>,
) {
    public companion object {
        /** Of a case that was not measured. */
        @JvmField
        public val NONE: Samples =
            Samples(listOf(), listOf(), listOf(), listOf(), listOf(), listOf(), listOf(), listOf())
    }
}

/** A number that a program reports of itself: `{"metric": "images", "value": 3.5, "unit": "1/s"}`. */
@JvmRecord
@Serializable
public data class Metric(
    val name: String,
    val unit: String,
    /** One value a run. */
    val values: List<Decimal>,
)

/** A part of a run: `{"stage": "load", "seconds": 1.5}`. */
@JvmRecord
@Serializable
public data class Stage(
    val name: String,
    /** One value a run. */
    val seconds: List<Decimal>,
)

/** What samples add up to: times in nanoseconds; NaN where there are too few samples. */
@JvmRecord
@Serializable
public data class TimingStatistics(
    /** The values that the figures are of: the runs of a command, the forks' medians of an operation. */
    val count: Int,
    val mean: Decimal,
    val median: Decimal,
    /** With n − 1. */
    val standardDeviation: Decimal,
    /** The median absolute deviation from the median, as it is: not scaled to a normal distribution. */
    val mad: Decimal,
    val least: Decimal,
    val greatest: Decimal,
    /** Of all samples, type 7. */
    val p50: Decimal,
    val p95: Decimal,
    val p99: Decimal,
    /** Of the mean, by Student's t, 95 %. */
    val meanInterval: Interval,
    /** Of the median, by the bootstrap, 95 %. */
    val medianInterval: Interval,
    /** Half of [medianInterval] over the median. */
    val relativeError: Decimal,
    val outliers: Outliers,
    /** `one`, `maybe-several`, `two`, `several` or `unknown`. */
    val modality: String,
) {
    public companion object {
        private val NOWHERE = Interval(Double.NaN, Double.NaN)

        /** Of no samples at all. */
        @JvmField
        public val NONE: TimingStatistics =
            TimingStatistics(
                0,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                NOWHERE,
                NOWHERE,
                Double.NaN,
                Outliers(0, 0, 0, 0),
                "unknown",
            )
    }
}

/** How many samples lie outside the fences of Tukey, each counted once; all of them are kept. */
@JvmRecord
@Serializable
public data class Outliers(
    /** More than 3 interquartile ranges below the first quartile. */
    val farBelow: Int,
    /** More than 1.5, not more than 3. */
    val below: Int,
    /** More than 1.5 interquartile ranges above the third quartile, not more than 3. */
    val above: Int,
    /** More than 3. */
    val farAbove: Int,
)

/** The state of the machine while a case was measured. */
@JvmRecord
@Serializable
public data class Conditions
    @JvmOverloads
    constructor(
        /** Runnable processes in the last minute, before the first and after the last run; NaN if unknown. */
        val loadBefore: Decimal,
        val loadAfter: Decimal,
        /** The share of processor time that other virtual machines took meanwhile; NaN if unknown. */
        val stealShare: Decimal,
        /** The processors that it was held to, as it was written: `2,3`; empty (in JSON: null) for all. */
        val pinned: TextOrNull,
        /** What makes the figures doubtful, as sentences. */
        val warnings: List<String>,
        /** The frequency governors in use, with commas; empty (in JSON: null) if unknown. */
        val governor: TextOrNull = "",
        /** `on` or `off`; empty (in JSON: null) if unknown. */
        val turbo: TextOrNull = "",
        /** Address-space layout randomization: `full`, `partial` or `off`; empty (in JSON: null) if unknown. */
        val aslr: TextOrNull = "",
        /** Of the hottest zone, after the last run; NaN if unknown. */
        val celsius: Decimal = Double.NaN,
        /** How often processors were slowed down for heat meanwhile. */
        val throttlings: Long = 0,
    ) {
        /** The same with one more warning. */
        public fun withWarning(warning: String): Conditions = copy(warnings = warnings + warning)

        public companion object {
            /** Nobody looked. */
            @JvmField
            public val UNKNOWN: Conditions =
                Conditions(Double.NaN, Double.NaN, Double.NaN, "", listOf())
        }
    }
