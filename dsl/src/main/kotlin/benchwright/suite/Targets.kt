package benchwright.suite

import kotlinx.serialization.Serializable

/** The distances to the optimum at which hits are counted: log-uniform from [from] down to [to], both included. */
@JvmRecord
@Serializable
public data class Targets(
    /** The easiest target. */
    val from: Double = 1e2,
    /** The hardest target: a trial that reaches it is a success and ends. */
    val to: Double = 1e-8,
    val perDecade: Int = 5,
) {
    /** All targets, the easiest first; each from its own exponent, so that no rounding adds up. */
    public fun values(): DoubleArray {
        val first = StrictMath.log10(from)
        val count = Math.rint((first - StrictMath.log10(to)) * perDecade).toInt() + 1
        return DoubleArray(count) { i ->
            when (i) {
                0 -> from
                count - 1 -> to
                else -> powerOfTen(first - i.toDouble() / perDecade)
            }
        }
    }

    /** StrictMath's 10^-5 is 9.999999999999999E-6: whole powers are read from text, which is exact. */
    private fun powerOfTen(exponent: Double): Double =
        if (exponent == Math.rint(exponent)) {
            "1e${exponent.toInt()}".toDouble()
        } else {
            StrictMath.pow(10.0, exponent)
        }
}
