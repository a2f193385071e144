@file:Suppress("ktlint:standard:filename")

package benchwright.suite

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * Differential evolution, DE/rand/1/bin (Storn and Price, Journal of Global Optimization 11, 1997), by whole
 * generations, with restarts when the population has collapsed.
 */
@JvmRecord
@Serializable
@SerialName("differential-evolution")
public data class DifferentialEvolution(
    override val id: String = "differential-evolution",
    /** The size of the population, NP, for each dimension, 1 to 1,000; at least 4 vectors are used. */
    val populationPerDimension: Int = 10,
    /** The weight F of the difference of two vectors, above 0 and at most 2. */
    val weight: Double = 0.5,
    /** The probability CR that a coordinate is the mutant's, 0 to 1. */
    val crossover: Double = 0.9,
) : OptimizerSpec
