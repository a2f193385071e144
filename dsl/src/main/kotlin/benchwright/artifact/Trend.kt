package benchwright.artifact

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** `trend.json`: how the measures of a suite went over its runs, where they changed, and what alarms. */
@JvmRecord
@Serializable
public data class Trend(
    @SerialName("\$schema")
    val schema: String,
    val formatVersion: Int,
    /** Failed if an alarm fails, undecided if nothing is long enough to tell. */
    val verdict: Verdict,
    /** The oldest first. */
    val runs: List<TrendRun>,
    /** What lies in the store and was not used. */
    val leftOut: List<LeftOutRun>,
    /** Those that alarm first, the worst of them on top. */
    val series: List<TrendSeries>,
    /** What a reader should know, as sentences. */
    val notes: List<String>,
)

/** A run that series have points of. */
@JvmRecord
@Serializable
public data class TrendRun(
    val runId: String,
    val suite: String,
    /** `quick` or `full`. */
    val profile: String,
    val commit: CommitStamp,
    /** UTC. */
    val startedAt: String,
    /** 16 hexadecimal digits, as bench doctor shows them. */
    val fingerprint: String,
    /** The machine for people: processor, cores, system. */
    val machine: String,
    val jvm: String,
    val planDigest: String,
)

/** A run, or what might be one, that was not used. */
@JvmRecord
@Serializable
public data class LeftOutRun(
    /** Its directory, as short as it can be typed. */
    val place: String,
    /** Why, as words: `not finished`. */
    val reason: String,
)

/** What alarms in a series. */
@Serializable
public enum class Alarm {
    /** Nothing. */
    @SerialName("none")
    NONE,

    /** One change of level, to the worse. */
    @SerialName("step")
    STEP,

    /** Several small changes, or a slope, that add up to a worse level than the best. */
    @SerialName("creep")
    CREEP,
    ;

    /** The word in the file: `none`, `step`, `creep`. */
    public val word: String get() = name.lowercase()
}

/** One measure of one thing over the runs. */
@JvmRecord
@Serializable
public data class TrendSeries(
    /** `time/parse/size=small`, `time/parse@0123abcd`, `expected-runtime/cma-es/bbob-f1/d10`. */
    val id: String,
    val suite: String,
    val profile: String,
    /** `expected-runtime`, `success-rate`, `aocc`, `time`, `memory`, `allocation`, `utilization`. */
    val measure: String,
    /** The id of an optimizer or an implementation. */
    val subject: String,
    /** Empty (in JSON: null) for what was timed. */
    val function: TextOrNull,
    /** 0 for what was timed. */
    val dimension: Int,
    /** `size=small workers=2`; empty (in JSON: null) for the plainest case, and for optimizers. */
    @SerialName("case")
    val caseText: TextOrNull,
    /** The machine, by 8 digits, and the JVM of its runs, where several take turns; else empty (in JSON: null). */
    val place: TextOrNull,
    /** `evaluations`, `share`, `ns`, `bytes`, `bytes/operation`. */
    val unit: String,
    /** The distance to the optimum that is to be reached; NaN where there is none. */
    val target: Decimal,
    /** Whether a smaller value is a better one. */
    val lowerIsBetter: Boolean,
    /** Whether values know no noise, so that each difference is a change. */
    val exact: Boolean,
    /** The oldest first. */
    val points: List<TrendPoint>,
    /** Stretches of one level; together they are all points. */
    val segments: List<TrendSegment>,
    /** What was found between segments, in their order. */
    val changes: List<TrendChange>,
    /** What was known to change, and so begins anew without alarm. */
    val known: List<TrendBreak>,
    /** The best level since the last known change; NaN without points. */
    val best: DecimalOrNull,
    /** The level of today. */
    val current: DecimalOrNull,
    /** How much worse [current] is than [best], as a share; 0 or more, null for infinitely much. */
    val worse: DecimalOrNull,
    /** The share by which it may become worse; infinite where the suite sets none. */
    val limit: Decimal,
    /** `fail` or `warn`. */
    val severity: String,
    val alarm: Alarm,
    val grade: Grade,
    /** The line through the last segment, as a share of its level a run, above 0 for worse; NaN unless significant. */
    val slope: Decimal,
    /** The probability of such a slope if there were none; NaN below ten points. */
    val slopeP: Decimal,
    /** When it will cross its limit; empty where that cannot be told or will not be. */
    val forecasts: List<TrendForecast>,
    /** What is to be said of it, as a sentence; empty (in JSON: null) where there is nothing. */
    val reason: TextOrNull,
)

/** A value of one run. */
@JvmRecord
@Serializable
public data class TrendPoint(
    /** Its place in the list of runs, from 0 on. */
    val run: Int,
    /** Infinite (in JSON: null) where a target was never reached. */
    val value: DecimalOrNull,
)

/** Points of one level. */
@JvmRecord
@Serializable
public data class TrendSegment(
    /** The first point, from 0 on. */
    val from: Int,
    /** The point after the last. */
    val to: Int,
    /** The median. */
    val level: DecimalOrNull,
)

/** A change of level. */
@JvmRecord
@Serializable
public data class TrendChange(
    /** The first point of the new level. */
    val at: Int,
    val before: DecimalOrNull,
    val after: DecimalOrNull,
    /** How much worse the new level is, as a share; below 0 for better, null for infinitely much. */
    val worse: DecimalOrNull,
    /** How probable it were without a change, over all places of the series; 0 where values know no noise. */
    val p: Decimal,
    /** The commit of the last run before; empty (in JSON: null) if unknown. */
    val lastGood: TextOrNull,
    /** The commit of the first run after. */
    val firstBad: TextOrNull,
)

/** Something that was known to change. */
@JvmRecord
@Serializable
public data class TrendBreak(
    /** The first point after it. */
    val at: Int,
    /** `machine`, `jvm`, `plan`, or what a note says. */
    val kind: String,
    val text: String,
)

/** When a series that grows worse will cross its limit. */
@JvmRecord
@Serializable
public data class TrendForecast(
    /** The value that is crossed. */
    val threshold: Decimal,
    /** In how many runs from the last one. */
    val runs: Decimal,
    /** Where [runs] lies, with confidence 95 %. */
    val interval: Interval,
    /** The day, if runs come as often as they did: `2026-12-24`. */
    val date: String,
    val earliest: String,
    val latest: String,
)

/** `benchmarks/known-changes.json`: what changed and is no regression, written by hand. */
@JvmRecord
@Serializable
public data class KnownChanges(
    @SerialName("\$schema")
    val schema: String = Formats.KNOWN_CHANGES,
    val formatVersion: Int = Formats.VERSION,
    val changes: List<KnownChange>,
)

/** One of them. It holds from the first run that is of [commit], or not older than [date]. */
@JvmRecord
@Serializable
public data class KnownChange(
    /** `2026-11-20`, or a moment in UTC; empty (in JSON: null or absent) if a commit says it. */
    val date: TextOrNull = "",
    /** Its first digits, at least seven; empty (in JSON: null or absent) if a date says it. */
    val commit: TextOrNull = "",
    /** Why, for the charts. */
    val text: String,
    /** Which series, by their ids, with `*` and `?`; by default all. */
    val series: String = "*",
    /** `accepted`, `environment` or `measurement`. */
    val kind: String = "accepted",
)
