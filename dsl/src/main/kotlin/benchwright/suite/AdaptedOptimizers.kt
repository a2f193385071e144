package benchwright.suite

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * A method of another library, restarted from a uniform point of the box whenever it stops by its own tests.
 *
 * Methods that refuse to know the box say what happens to their points outside: `evaluated` where they lie, or
 * `clipped` to the nearest point of the box and evaluated there.
 */
@Serializable
public sealed interface AdaptedOptimizer : OptimizerSpec

/**
 * Apache Commons Math 3: CMA-ES (Hansen and Ostermeier, 2001; active update by Jastrebski and Arnold, 2006) with
 * 4 + ⌊3 ln d⌋ points in each iteration. Never leaves the box.
 */
@JvmRecord
@Serializable
@SerialName("commons-cma-es")
public data class CommonsCmaEs(
    override val id: String = "commons-cma-es",
    /** The initial step size in tenths of the box's width in each coordinate, 1e-5 to 5. */
    val sigma: Double = 2.0,
) : AdaptedOptimizer

/**
 * Apache Commons Math 3: BOBYQA (Powell, 2009) with 2 d + 1 interpolation points, from 2 dimensions. Never leaves the
 * box.
 */
@JvmRecord
@Serializable
@SerialName("commons-bobyqa")
public data class CommonsBobyqa(
    override val id: String = "commons-bobyqa",
    /** The first trust region's radius in tenths of the box's width in each coordinate, 1e-5 to 5. */
    val radius: Double = 1.7,
) : AdaptedOptimizer

/** Apache Commons Math 3: Nelder and Mead's simplex (1965). */
@JvmRecord
@Serializable
@SerialName("commons-nelder-mead")
public data class CommonsNelderMead(
    override val id: String = "commons-nelder-mead",
    /** The edges of the first simplex in tenths of the box's width in each coordinate, 1e-5 to 10. */
    val edge: Double = 1.37,
    /** What happens to points outside the box: `evaluated` or `clipped`. */
    val outside: String = "evaluated",
) : AdaptedOptimizer

/** Apache Commons Math 3: The multidirectional simplex (Torczon, 1989). */
@JvmRecord
@Serializable
@SerialName("commons-multidirectional")
public data class CommonsMultidirectional(
    override val id: String = "commons-multidirectional",
    /** The edges of the first simplex in tenths of the box's width in each coordinate, 1e-5 to 10. */
    val edge: Double = 1.37,
    /** What happens to points outside the box: `evaluated` or `clipped`. */
    val outside: String = "evaluated",
) : AdaptedOptimizer

/** Apache Commons Math 3: Powell's conjugate directions (1964) with line searches by Brent's method. */
@JvmRecord
@Serializable
@SerialName("commons-powell")
public data class CommonsPowell(
    override val id: String = "commons-powell",
    /** The first step of a line search in tenths of the box's width in each coordinate, 1e-5 to 10. */
    val step: Double = 0.83,
    /** What happens to points outside the box: `evaluated` or `clipped`. */
    val outside: String = "evaluated",
) : AdaptedOptimizer

/**
 * Hipparchus: CMA-ES (Hansen and Ostermeier, 2001; active update by Jastrebski and Arnold, 2006) with 4 + ⌊3 ln d⌋
 * points in each iteration. Never leaves the box.
 */
@JvmRecord
@Serializable
@SerialName("hipparchus-cma-es")
public data class HipparchusCmaEs(
    override val id: String = "hipparchus-cma-es",
    /** The initial step size in tenths of the box's width in each coordinate, 1e-5 to 5. */
    val sigma: Double = 2.0,
) : AdaptedOptimizer

/** Hipparchus: BOBYQA (Powell, 2009) with 2 d + 1 interpolation points, from 2 dimensions. Never leaves the box. */
@JvmRecord
@Serializable
@SerialName("hipparchus-bobyqa")
public data class HipparchusBobyqa(
    override val id: String = "hipparchus-bobyqa",
    /** The first trust region's radius in tenths of the box's width in each coordinate, 1e-5 to 5. */
    val radius: Double = 1.7,
) : AdaptedOptimizer

/** Hipparchus: Nelder and Mead's simplex (1965). */
@JvmRecord
@Serializable
@SerialName("hipparchus-nelder-mead")
public data class HipparchusNelderMead(
    override val id: String = "hipparchus-nelder-mead",
    /** The edges of the first simplex in tenths of the box's width in each coordinate, 1e-5 to 10. */
    val edge: Double = 1.37,
    /** What happens to points outside the box: `evaluated` or `clipped`. */
    val outside: String = "evaluated",
) : AdaptedOptimizer

/** Hipparchus: The multidirectional simplex (Torczon, 1989). */
@JvmRecord
@Serializable
@SerialName("hipparchus-multidirectional")
public data class HipparchusMultidirectional(
    override val id: String = "hipparchus-multidirectional",
    /** The edges of the first simplex in tenths of the box's width in each coordinate, 1e-5 to 10. */
    val edge: Double = 1.37,
    /** What happens to points outside the box: `evaluated` or `clipped`. */
    val outside: String = "evaluated",
) : AdaptedOptimizer

/** Hipparchus: Powell's conjugate directions (1964) with line searches by Brent's method. */
@JvmRecord
@Serializable
@SerialName("hipparchus-powell")
public data class HipparchusPowell(
    override val id: String = "hipparchus-powell",
    /** The first step of a line search in tenths of the box's width in each coordinate, 1e-5 to 10. */
    val step: Double = 0.83,
    /** What happens to points outside the box: `evaluated` or `clipped`. */
    val outside: String = "evaluated",
) : AdaptedOptimizer
