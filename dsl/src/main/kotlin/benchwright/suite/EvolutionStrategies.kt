package benchwright.suite

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * The (1+1)-ES with the one-fifth success rule (Rechenberg, 1973), restarted when its step size vanishes (Auger,
 * BBOB-2009).
 */
@JvmRecord
@Serializable
@SerialName("one-plus-one-es")
public data class OnePlusOneEs(
    override val id: String = "one-plus-one-es",
    /** The first step size, in tenths of the box's width in each coordinate; above 0. */
    val sigma: Double = 2.0,
) : OptimizerSpec

/**
 * Covariance matrix adaptation (Hansen and Ostermeier, 2001; Hansen's tutorial, arXiv 1604.00772) with a population of
 * 4 + ⌊3 ln d⌋: one run, which ends by its own tests.
 */
@JvmRecord
@Serializable
@SerialName("cma-es")
public data class CmaEs(
    override val id: String = "cma-es",
    /** The first step size, in tenths of the box's width in each coordinate; above 0. */
    val sigma: Double = 2.0,
) : OptimizerSpec

/** CMA-ES restarted with a larger population each time, until the budget is spent (Auger and Hansen, CEC 2005). */
@JvmRecord
@Serializable
@SerialName("ipop-cma-es")
public data class IpopCmaEs(
    override val id: String = "ipop-cma-es",
    /** The first step size of every run, in tenths of the box's width in each coordinate; above 0. */
    val sigma: Double = 2.0,
    /** What the population is multiplied by at each restart: 1 to 10. It ends its growth at 512 times the first. */
    val growth: Double = 2.0,
) : OptimizerSpec

/**
 * CMA-ES restarted with large and with small populations, which share the evaluations evenly, until the budget is
 * spent (Hansen, BBOB-2009).
 */
@JvmRecord
@Serializable
@SerialName("bipop-cma-es")
public data class BipopCmaEs(
    override val id: String = "bipop-cma-es",
    /** The first step size of runs with a large population, in tenths of the box's width; above 0. */
    val sigma: Double = 2.0,
) : OptimizerSpec
