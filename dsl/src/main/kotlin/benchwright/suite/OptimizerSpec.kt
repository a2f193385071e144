package benchwright.suite

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** An optimizer with its parameters; the [id] names it in reports and keys its random streams. */
@Serializable
public sealed interface OptimizerSpec {
    public val id: String
}

/** Uniform points of the box, one after the other. */
@JvmRecord
@Serializable
@SerialName("random-search")
public data class RandomSearch(
    override val id: String = "random-search",
) : OptimizerSpec

/**
 * Manta Ray Foraging Optimization (Zhao, Zhang and Wang, Engineering Applications of Artificial Intelligence 87, 2020,
 * 103300), in the variant of the authors' own program.
 */
@JvmRecord
@Serializable
@SerialName("manta-ray")
public data class MantaRay(
    override val id: String = "manta-ray",
    /** The number of manta rays, at least 2. */
    val population: Int = 50,
    /** The somersault factor S, positive. */
    val somersault: Double = 2.0,
) : OptimizerSpec

/** An optimizer whose body stands in the suite's script; the script's hash identifies it. */
@JvmRecord
@Serializable
@SerialName("script")
public data class ScriptOptimizer(
    override val id: String,
) : OptimizerSpec
