package benchwright

/**
 * The box in which an optimizer searches: a finite lower and upper bound for each coordinate.
 *
 * @throws IllegalArgumentException if the arrays are empty, differ in length, hold a value that is not finite, or a
 *   lower bound is not below its upper bound.
 */
public class Bounds(
    lower: DoubleArray,
    upper: DoubleArray,
) {
    private val lower: DoubleArray = lower.copyOf()
    private val upper: DoubleArray = upper.copyOf()

    init {
        require(lower.isNotEmpty() && lower.size == upper.size) {
            "bounds need as many upper as lower values, and at least one; got ${lower.size} and ${upper.size}"
        }
        for (i in lower.indices) {
            require(lower[i].isFinite() && upper[i].isFinite() && lower[i] < upper[i]) {
                "bounds of coordinate $i must be finite with lower < upper; got [${lower[i]}, ${upper[i]}]"
            }
        }
    }

    /** The number of coordinates. */
    public fun dimension(): Int = lower.size

    /** The lower bound of coordinate [i], counted from 0. */
    public fun lower(i: Int): Double = lower[i]

    /** The upper bound of coordinate [i], counted from 0. */
    public fun upper(i: Int): Double = upper[i]

    /** The extent of coordinate [i]: upper − lower. */
    public fun width(i: Int): Double = upper[i] - lower[i]

    /** A copy of all lower bounds. */
    public fun lower(): DoubleArray = lower.copyOf()

    /** A copy of all upper bounds. */
    public fun upper(): DoubleArray = upper.copyOf()

    /** Whether [x] has the right length and every coordinate lies in the closed box. */
    public operator fun contains(x: DoubleArray): Boolean =
        x.size == lower.size && x.indices.all { x[it] >= lower[it] && x[it] <= upper[it] }

    override fun equals(other: Any?): Boolean =
        other is Bounds && lower.contentEquals(other.lower) && upper.contentEquals(other.upper)

    override fun hashCode(): Int = 31 * lower.contentHashCode() + upper.contentHashCode()

    override fun toString(): String =
        lower.indices.joinToString(" × ") {
            "[${lower[it]}, ${upper[it]}]"
        }

    public companion object {
        /** The same interval for each of [dimension] coordinates. */
        @JvmStatic
        public fun cube(
            dimension: Int,
            lower: Double,
            upper: Double,
        ): Bounds {
            require(dimension >= 1) { "a box has at least one dimension; got $dimension" }
            return Bounds(DoubleArray(dimension) { lower }, DoubleArray(dimension) { upper })
        }
    }
}
