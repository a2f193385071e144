package benchwright.artifact

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.JsonObject

/** `summary.json`: the aggregate that documents and comparisons read. */
@JvmRecord
@Serializable
public data class Summary(
    @SerialName("\$schema")
    val schema: String,
    val formatVersion: Int,
    val runId: String,
    val rows: List<SummaryRow>,
    val timings: List<JsonObject>,
    val groups: List<JsonObject>,
) {
    public companion object {
        /** A summary of optimizer results in the format of today. */
        @JvmStatic
        public fun of(
            runId: String,
            rows: List<SummaryRow>,
        ): Summary = Summary(Formats.SUMMARY, Formats.VERSION, runId, rows, listOf(), listOf())
    }
}

/** All trials of one optimizer on one function in one dimension. */
@JvmRecord
@Serializable
public data class SummaryRow(
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
)

/** An interval of confidence 95 %. */
@JvmRecord
@Serializable
public data class Interval(
    val lower: Decimal,
    val upper: Decimal,
)

/** How soon and how often one target was hit. */
@JvmRecord
@Serializable
public data class TargetRow(
    /** A distance to the optimum. */
    val target: Decimal,
    /** The expected running time in evaluations; infinite (in JSON: null) if no trial hit the target. */
    val ert: DecimalOrNull,
    val successes: Int,
)

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
