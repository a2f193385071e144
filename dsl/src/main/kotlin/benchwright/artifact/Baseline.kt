package benchwright.artifact

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** `benchmarks/baselines/<name>.json`: a run that later ones are compared with, small enough for a repository. */
@JvmRecord
@Serializable
public data class Baseline(
    @SerialName("\$schema")
    val schema: String,
    val formatVersion: Int,
    val name: String,
    /** When it was saved or promoted, UTC. */
    val savedAt: String,
    /** The name of the baseline that this one replaced, by its run id; empty (in JSON: null) for the first. */
    val replaces: TextOrNull,
    val run: ComparedRun,
    /** Where the run itself lies, relative to the directory that `bench` was started in; empty (in JSON: null) if it is not kept. */
    val place: TextOrNull,
    val summary: Summary,
    /** The targets of the suite, the easiest first; empty for a run that measured time. */
    val targets: List<Decimal>,
    /** When each trial hit each of [targets]; empty for a run that measured time, or one too large for a repository. */
    val trials: List<BaselineTrial>,
    /** The samples of each case that was timed, one value a process; empty for a run of optimizers. */
    val timings: List<BaselineTiming>,
)

/** What a comparison needs of one trial. */
@JvmRecord
@Serializable
public data class BaselineTrial(
    val optimizer: String,
    val function: String,
    val dimension: Int,
    val instance: Int,
    val seed: Long,
    val budget: Long,
    val failed: Boolean,
    val evaluations: Long,
    /** The distance to the optimum at the end, or the raw value where it is unknown. */
    @SerialName("final")
    val finalValue: Decimal,
    /** When each of the baseline's targets was hit, the easiest first; ends with the last that was. */
    val hits: List<Long>,
)

/** What a comparison needs of one case that was timed. */
@JvmRecord
@Serializable
public data class BaselineTiming(
    /** Its id. */
    val implementation: String,
    @SerialName("case")
    val key: CaseKey,
    val wallNanos: List<Decimal>,
    val peakRssBytes: List<Long>,
    val allocatedBytesPerOperation: List<Decimal>,
    val utilization: List<Decimal>,
)
