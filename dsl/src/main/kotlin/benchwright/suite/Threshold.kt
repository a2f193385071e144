package benchwright.suite

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What a comparison of two runs looks at. */
@Serializable
public enum class Measure {
    @SerialName("expected-runtime")
    EXPECTED_RUNTIME,

    @SerialName("success-rate")
    SUCCESS_RATE,

    @SerialName("time")
    TIME,

    @SerialName("memory")
    MEMORY,

    @SerialName("utilization")
    UTILIZATION,
}

/** Whether a crossed threshold fails the comparison or only warns. */
@Serializable
public enum class Severity {
    @SerialName("fail")
    FAIL,

    @SerialName("warn")
    WARN,
}

/** How much worse than its baseline a measure may become. */
@JvmRecord
@Serializable
public data class Threshold(
    val measure: Measure,
    val worseByPercent: Double,
    val severity: Severity,
    /** The ids of the optimizers it holds for; empty for all. */
    val of: List<String>,
)

/** What a publication shows. */
@Serializable
public enum class PublicationKind {
    @SerialName("table")
    TABLE,

    @SerialName("curves")
    CURVES,

    @SerialName("sparkline")
    SPARKLINE,
}

/** A marked region of a document, `path#mark`, that shows a measure of this suite's runs. */
@JvmRecord
@Serializable
public data class Publication(
    val kind: PublicationKind,
    val measure: Measure,
    val to: String,
)
