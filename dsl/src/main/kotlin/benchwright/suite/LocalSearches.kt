package benchwright.suite

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * The downhill simplex (Nelder and Mead, The Computer Journal 7, 1965), restarted near its best point and elsewhere
 * (Hansen, Benchmarking the Nelder-Mead downhill simplex algorithm with many local restarts, BBOB-2009). Searches begin
 * in the box; points outside are evaluated wherever the simplex leads.
 */
@JvmRecord
@Serializable
@SerialName("nelder-mead")
public data class NelderMead(
    override val id: String = "nelder-mead",
    /** The edges of the first simplex, in tenths of the box's width in each coordinate, 1e-5 to 10. */
    val edge: Double = 2.0,
    /** How often a search is continued with a new simplex before it may begin elsewhere, 0 to 1,000,000. */
    val localRestarts: Int = 10,
    /** After this times √dimension iterations the simplex is built anew, 1 to 1,000,000. */
    val iterations: Int = 200,
    /** The edges of a new simplex as a multiple of the extent of the old one, positive. */
    val reshape: Double = 10.0,
) : OptimizerSpec

/**
 * Broyden, Fletcher, Goldfarb and Shanno's method with gradients from forward differences and with restarts (Ros,
 * Benchmarking the BFGS algorithm on the BBOB-2009 function testbed; Nocedal and Wright, Numerical Optimization, 2006).
 * Runs begin in the box; points outside are evaluated wherever a step leads.
 */
@JvmRecord
@Serializable
@SerialName("bfgs")
public data class Bfgs(
    override val id: String = "bfgs",
    /**
     * The length of a difference, relative to the coordinate and at least to a tenth of the box, 1e-15 to 1; by
     * default the square root of the machine's precision.
     */
    val difference: Double = 1.4901161193847656e-8,
) : OptimizerSpec
