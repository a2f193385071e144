package benchwright.artifact

import kotlinx.serialization.EncodeDefault
import kotlinx.serialization.ExperimentalSerializationApi
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** `summary.json`: the aggregate that documents and comparisons read. */
@OptIn(ExperimentalSerializationApi::class)
@JvmRecord
@Serializable
public data class Summary(
    @SerialName("\$schema")
    val schema: String,
    val formatVersion: Int,
    val runId: String,
    val rows: List<SummaryRow>,
    /** What was timed; empty in a suite of optimizers. */
    val timings: List<TimingRow>,
    /** What the rows add up to, by group of functions and dimension; empty where nobody worked it out. */
    val groups: List<GroupRow> = emptyList(),
    /** How the optimizers stand to each other, by dimension; empty where nobody worked it out. */
    @EncodeDefault(EncodeDefault.Mode.NEVER)
    val standings: List<Standing> = emptyList(),
    /** How times grow with sizes; empty where there are fewer than two. */
    @EncodeDefault(EncodeDefault.Mode.NEVER)
    val growth: List<GrowthRow> = emptyList(),
    /** Whether implementations agree; empty where they need not. */
    @EncodeDefault(EncodeDefault.Mode.NEVER)
    val equivalence: List<EquivalenceRow> = emptyList(),
) {
    /** The same with what was timed; results of optimizers stay. */
    public fun withTimings(
        timings: List<TimingRow>,
        growth: List<GrowthRow>,
        equivalence: List<EquivalenceRow>,
    ): Summary = copy(timings = timings, growth = growth, equivalence = equivalence)

    /** The same with other results of optimizers; what was timed stays. */
    public fun withResults(
        rows: List<SummaryRow>,
        groups: List<GroupRow>,
        standings: List<Standing>,
    ): Summary = copy(rows = rows, groups = groups, standings = standings)

    public companion object {
        /** A summary of optimizer results in the format of today. */
        @JvmStatic
        public fun of(
            runId: String,
            rows: List<SummaryRow>,
        ): Summary = Summary(Formats.SUMMARY, Formats.VERSION, runId, rows, listOf())
    }
}

/** All trials of one optimizer on one function in one dimension. */
@OptIn(ExperimentalSerializationApi::class)
@JvmRecord
@Serializable
public data class SummaryRow
    @JvmOverloads
    constructor(
        val optimizer: String,
        val function: String,
        val dimension: Int,
        val trials: Int,
        /** How many of [trials] failed. */
        val failed: Int,
        /** How many of [trials] hit the hardest target. */
        val successes: Int,
        /** NaN if the optimum is unknown. */
        val successRate: Decimal,
        /** Where the true success rate lies, by Wilson; both NaN if the optimum is unknown. */
        val wilson: Interval,
        /** Where the true success rate lies, by Clopper and Pearson; both NaN if the optimum is unknown. */
        val clopperPearson: Interval,
        /** The evaluations of all trials together. */
        val evaluations: Long,
        /** Empty if the optimum is unknown. */
        val targets: List<TargetRow>,
        /** `final` in JSON, which Java cannot say. */
        @SerialName("final")
        val finalValues: FinalValues,
        /** Area over the convergence curve; NaN if the optimum is unknown. */
        val aocc: Decimal,
        /** What was reached after some numbers of evaluations, ascending; empty where nobody worked it out. */
        @EncodeDefault(EncodeDefault.Mode.NEVER)
        val budgets: List<BudgetRow> = emptyList(),
        /** How long the hardest target takes if failed trials are begun anew. */
        @EncodeDefault(EncodeDefault.Mode.NEVER)
        val restarts: Restarts = Restarts.UNKNOWN,
    ) {
        /** The same with all that takes more than counting. */
        public fun withMeasures(
            targets: List<TargetRow>,
            budgets: List<BudgetRow>,
            restarts: Restarts,
        ): SummaryRow = copy(targets = targets, budgets = budgets, restarts = restarts)
    }

/** An interval of confidence 95 %. */
@JvmRecord
@Serializable
public data class Interval(
    val lower: Decimal,
    val upper: Decimal,
) {
    public companion object {
        /** Nobody worked it out: both ends NaN. */
        @JvmField
        public val UNKNOWN: Interval = Interval(Double.NaN, Double.NaN)
    }
}

/** How soon and how often one target was hit. */
@OptIn(ExperimentalSerializationApi::class)
@JvmRecord
@Serializable
public data class TargetRow
    @JvmOverloads
    constructor(
        /** A distance to the optimum. */
        val target: Decimal,
        /** The expected running time in evaluations; infinite (in JSON: null) if no trial hit the target. */
        val ert: DecimalOrNull,
        val successes: Int,
        /** Where [ert] lies, by the bootstrap over trials; the upper end infinite where all trials may fail. */
        @EncodeDefault(EncodeDefault.Mode.NEVER)
        val interval: Interval = Interval.UNKNOWN,
        /** The expected running time of the best entry of BBOB-2009; NaN where there is none. */
        @EncodeDefault(EncodeDefault.Mode.NEVER)
        val bestOf2009: Decimal = Double.NaN,
    )

/** What trials had reached after so many evaluations: distances to the optimum, or raw values where it is unknown. */
@JvmRecord
@Serializable
public data class BudgetRow(
    val evaluations: Long,
    val mean: Decimal,
    val median: Decimal,
    /** Of distances, those below the floor of 1e-8 counted as the floor; NaN if the optimum is unknown. */
    val geometricMean: Decimal,
    /** With n − 1; NaN for a single trial. */
    val standardDeviation: Decimal,
    /** The quartiles, type 7. */
    val lowerQuartile: Decimal,
    val upperQuartile: Decimal,
)

/** Running times in evaluations when trials are drawn with replacement until one succeeds; NaN if none does. */
@JvmRecord
@Serializable
public data class Restarts(
    val p10: Decimal,
    val p50: Decimal,
    val p90: Decimal,
) {
    public companion object {
        /** No trial succeeds, or nobody worked it out. */
        @JvmField
        public val UNKNOWN: Restarts = Restarts(Double.NaN, Double.NaN, Double.NaN)
    }
}

/** The best values at the end of the trials: distances to the optimum, or raw values where it is unknown. */
@JvmRecord
@Serializable
public data class FinalValues(
    val mean: Decimal,
    val median: Decimal,
    /** With n − 1; NaN for a single trial. */
    val standardDeviation: Decimal,
    val best: Decimal,
    val worst: Decimal,
)
