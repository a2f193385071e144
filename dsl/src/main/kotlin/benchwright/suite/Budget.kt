package benchwright.suite

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** How many evaluations a trial may spend. */
@Serializable
public sealed interface Budget {
    /** The evaluations of one trial in [dimension] dimensions, at least 1. */
    public fun evaluations(dimension: Int): Long
}

/** [evaluations] times the dimension. */
@JvmRecord
@Serializable
@SerialName("per-dimension")
public data class PerDimensionBudget(
    val evaluations: Long,
) : Budget {
    override fun evaluations(dimension: Int): Long =
        Math.multiplyExact(evaluations, dimension.toLong())
}

/** [evaluations] in every dimension. */
@JvmRecord
@Serializable
@SerialName("evaluations")
public data class FixedBudget(
    val evaluations: Long,
) : Budget {
    override fun evaluations(dimension: Int): Long = evaluations
}
