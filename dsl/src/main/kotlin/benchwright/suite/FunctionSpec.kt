package benchwright.suite

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** An objective function by name; the [id] names it in reports and keys its random streams. */
@Serializable
public sealed interface FunctionSpec {
    public val id: String
}

/** One of the functions that ship with the engine, by its id: `bbob-f10`, `sphere`, `sphere-unshifted`. */
@JvmRecord
@Serializable
@SerialName("named")
public data class NamedFunction(
    override val id: String,
) : FunctionSpec

/** A function whose body stands in the suite's script; the script's hash identifies it. */
@JvmRecord
@Serializable
@SerialName("formula")
public data class FormulaFunction(
    override val id: String,
    /** The same interval for each coordinate. */
    val lower: Double,
    val upper: Double,
    val optimum: Optimum,
) : FunctionSpec

/** The smallest value of a function, as far as its author knows it. */
@Serializable
public sealed interface Optimum

/** The function is never below [value], and reaches it in its box in every dimension. */
@JvmRecord
@Serializable
@SerialName("known")
public data class KnownOptimum(
    val value: Double,
) : Optimum

/** Nobody has said how low the function goes, so no target can be set and no success counted. */
@Serializable
@SerialName("unknown")
public data object UnknownOptimum : Optimum
