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

/**
 * L-SHADE (Tanabe and Fukunaga, CEC 2014): differential evolution whose F and CR follow a history of success, and whose
 * population shrinks linearly over the budget, to 4 at its end; with restarts when it has collapsed before.
 */
@JvmRecord
@Serializable
@SerialName("l-shade")
public data class LShade(
    override val id: String = "l-shade",
    /** The size of the first population for each dimension, r^Ninit, 1 to 1,000; at least 4 vectors are used. */
    val populationPerDimension: Int = 18,
    /** The number of places in the history, H, 1 to 1,000. */
    val history: Int = 6,
    /** The share p of the population that counts as best, 0 to 1; at least 2 vectors do. */
    val bestShare: Double = 0.11,
    /** The size of the archive in sizes of the population, r^arc, 0 to 100. */
    val archive: Double = 2.6,
) : OptimizerSpec

/**
 * Standard particle swarm optimization 2011 (Zambrano-Bigiarini, Clerc and Rojas, CEC 2013; Clerc, 2012), by whole
 * iterations, with restarts when the swarm has collapsed or found nothing better in 100 iterations. The weight of the
 * velocity is 1/(2 ln 2), that of both memories 1/2 + ln 2, each unless said otherwise.
 */
@JvmRecord
@Serializable
@SerialName("particle-swarm")
public data class ParticleSwarm(
    override val id: String = "particle-swarm",
    /** The number of particles, S, 2 to 100,000. */
    val population: Int = 40,
    /** How many particles each one informs beside itself, K, 1 to 1,000. */
    val informed: Int = 3,
    /** The weight w of the velocity, 0 to 1: by default 1/(2 ln 2). */
    val inertia: Double = 0.7213475204444817,
    /** The weight c of both memories, above 0 and at most 4: by default 1/2 + ln 2. */
    val attraction: Double = 1.1931471805599454,
) : OptimizerSpec

/**
 * A real-coded genetic algorithm: binary tournaments, simulated binary crossover (Deb and Agrawal, Complex Systems 9,
 * 1995), polynomial mutation (Deb and Goyal, 1996) and survival of the best of parents and children, with restarts when
 * the population has collapsed.
 */
@JvmRecord
@Serializable
@SerialName("genetic-algorithm")
public data class GeneticAlgorithm(
    override val id: String = "genetic-algorithm",
    /** The number of points, 2 to 100,000; one more if it is odd. */
    val population: Int = 100,
    /** The probability that a pair is crossed, 0 to 1. */
    val crossover: Double = 0.9,
    /** The distribution index of the crossover, above 0 and at most 1,000: the smaller, the wider. */
    val crossoverIndex: Double = 2.0,
    /** The expected number of coordinates of a child that are mutated, 0 to 10,000: divided by the dimension. */
    val mutation: Double = 1.0,
    /** The distribution index of the mutation, above 0 and at most 1,000: the smaller, the wider. */
    val mutationIndex: Double = 20.0,
) : OptimizerSpec
