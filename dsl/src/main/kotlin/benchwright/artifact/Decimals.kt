package benchwright.artifact

import java.math.BigInteger

/**
 * The one spelling of a double in every file we write: the shortest decimal that reads back as the same bits, spelled
 * as `Double.toString` of JDK 19 and later spells it (`5.0`, `0.001`, `1.0E-4`, `4.9E-324`, `-0.0`), on every JVM.
 * Older JVMs print more digits than needed here and there, so their own method would make the bytes depend on the JVM.
 * Infinities and NaN, for which JSON has no number, are the strings `"Infinity"`, `"-Infinity"` and `"NaN"`.
 *
 * The algorithm is Schubfach (Raffaello Giulietti, The Schubfach way to render doubles, 2020).
 */
public object Decimals {
    /** No double needs more bytes than this, quotes included. */
    public const val LONGEST: Int = 26

    private const val PLAIN_BELOW = 7
    private const val PLAIN_ABOVE = -3
    private const val FRACTION_BITS = 52
    private const val HIDDEN_BIT = 1L shl FRACTION_BITS
    private const val EXPONENT_BIAS = 1075
    private const val POSITIVE_INFINITY = "\"Infinity\""
    private const val NEGATIVE_INFINITY = "\"-Infinity\""
    private const val NOT_A_NUMBER = "\"NaN\""

    /** Powers of ten for the magnitudes that benchmarks meet; a table for all doubles costs start-up time. */
    private val near = PowersOfTen(-45, 60)

    /** The JSON of [value]: a number, or a string in quotes where there is no number for it. */
    @JvmStatic
    public fun json(value: Double): String {
        val bytes = ByteArray(LONGEST)
        return String(bytes, 0, write(value, bytes, 0), Charsets.ISO_8859_1)
    }

    /** As [json], but without the quotes of infinities and NaN. */
    @JvmStatic
    public fun text(value: Double): String = json(value).trim('"')

    /** The double that [text] spells, in any spelling of a decimal, or `Infinity`, `-Infinity`, `NaN`. */
    @JvmStatic
    public fun parse(text: String): Double = java.lang.Double.parseDouble(text)

    /** Writes the JSON of [value] into [to] from position [at] on, and returns the position after it. */
    @JvmStatic
    public fun write(
        value: Double,
        to: ByteArray,
        at: Int,
    ): Int {
        val bits = value.toRawBits()
        val fraction = bits and (HIDDEN_BIT - 1)
        val exponent = (bits ushr FRACTION_BITS).toInt() and 0x7ff
        var position = at
        if (exponent == 0x7ff) {
            return when {
                fraction != 0L -> copy(NOT_A_NUMBER, to, at)
                bits > 0 -> copy(POSITIVE_INFINITY, to, at)
                else -> copy(NEGATIVE_INFINITY, to, at)
            }
        }
        if (bits < 0) to[position++] = '-'.code.toByte()
        return when {
            exponent != 0 -> normal(fraction, exponent, to, position)

            // With a single digit 4.9E-324 would be 5E-324, and 9.9E-324 would be 1E-323; the JDK asks for two digits.
            fraction > 2 -> shortest(fraction, 1 - EXPONENT_BIAS, false, to, position)

            fraction == 2L -> copy("9.9E-324", to, position)

            fraction == 1L -> copy("4.9E-324", to, position)

            else -> copy("0.0", to, position)
        }
    }

    private fun normal(
        fraction: Long,
        exponent: Int,
        to: ByteArray,
        at: Int,
    ): Int {
        val c = HIDDEN_BIT or fraction
        val q = exponent - EXPONENT_BIAS
        if (q <= 0 && q > -53 && (c and ((1L shl -q) - 1)) == 0L) {
            return place(c shr -q, 0, to, at)
        }
        return shortest(c, q, fraction == 0L && exponent > 1, to, at)
    }

    /**
     * Writes the shortest decimal nearest to c·2^q among those that round to it. [narrowBelow]: the next smaller double
     * is at half the distance of the next larger one.
     */
    private fun shortest(
        c: Long,
        q: Int,
        narrowBelow: Boolean,
        to: ByteArray,
        at: Int,
    ): Int {
        val odd = c and 1L
        val k = (q * 1262611L - (if (narrowBelow) 524031L else 0L) shr 22).toInt()
        val powers = if (near.holds(-k)) near else AllPowers.table
        val high = powers.high(-k)
        val low = powers.low(-k)
        val h = q + PowersOfTen.log2(-k) + 1
        // Everything is counted in quarters of 10^k: the value and both ends of the interval that rounds to it.
        val below = scaled(high, low, 4 * c - (if (narrowBelow) 1 else 2) shl h) + odd
        val value = scaled(high, low, 4 * c shl h)
        val above = scaled(high, low, 4 * c + 2 shl h) - odd
        val s = value shr 2
        if (s >= 100) {
            val tenth = s / 10
            val downFits = below <= 40 * tenth
            val upFits = 40 * tenth + 40 <= above
            if (downFits != upFits) return place(if (upFits) tenth + 1 else tenth, k + 1, to, at)
        }
        val downFits = below <= 4 * s
        val upFits = 4 * s + 4 <= above
        val up =
            if (downFits != upFits) {
                upFits
            } else {
                value > 4 * s + 2 || (value == 4 * s + 2 && (s and 1L) != 0L)
            }
        return place(if (up) s + 1 else s, k, to, at)
    }

    /** The upper 64 of the 192 bits of (high, low)·[factor]; the last bit is set if anything was cut off. */
    private fun scaled(
        high: Long,
        low: Long,
        factor: Long,
    ): Long {
        // `high` has its top bit set and `factor` has not: the signed product is one factor short.
        val carried = Math.multiplyHigh(low, factor) + ((low shr 63) and factor)
        val lower = high * factor
        val sum = lower + carried
        val carry = if (sum + Long.MIN_VALUE < lower + Long.MIN_VALUE) 1L else 0L
        val upper = Math.multiplyHigh(high, factor) + factor + carry
        return if (sum + Long.MIN_VALUE > 1L + Long.MIN_VALUE) upper or 1L else upper
    }

    /** Writes [digits]·10^[exponent]. */
    private fun place(
        digits: Long,
        exponent: Int,
        to: ByteArray,
        at: Int,
    ): Int {
        var d = digits
        var e = exponent
        while (true) {
            val tenth = d / 10
            if (tenth * 10 != d) break
            d = tenth
            e++
        }
        val length = Digits.count(d)
        // The decimal point stands after `point` digits.
        val point = length + e
        return when {
            point in 1..PLAIN_BELOW && e >= 0 -> {
                val end = Digits.write(d, length, to, at)
                to.fill('0'.code.toByte(), end, end + e)
                copy(".0", to, end + e)
            }

            point in 1..PLAIN_BELOW -> {
                val end = Digits.write(d, length, to, at + 1)
                for (i in at until at + point) to[i] = to[i + 1]
                to[at + point] = '.'.code.toByte()
                end
            }

            point <= 0 && point > PLAIN_ABOVE -> {
                var position = copy("0.", to, at)
                for (i in point until 0) to[position++] = '0'.code.toByte()
                Digits.write(d, length, to, position)
            }

            else -> {
                scientific(d, length, point - 1, to, at)
            }
        }
    }

    private fun scientific(
        digits: Long,
        length: Int,
        exponent: Int,
        to: ByteArray,
        at: Int,
    ): Int {
        var position = Digits.write(digits, length, to, at + 1)
        to[at] = to[at + 1]
        to[at + 1] = '.'.code.toByte()
        if (length == 1) to[position++] = '0'.code.toByte()
        to[position++] = 'E'.code.toByte()
        if (exponent < 0) to[position++] = '-'.code.toByte()
        val magnitude = Math.abs(exponent).toLong()
        return Digits.write(magnitude, Digits.count(magnitude), to, position)
    }

    private fun copy(
        text: String,
        to: ByteArray,
        at: Int,
    ): Int {
        for (i in text.indices) to[at + i] = text[i].code.toByte()
        return at + text.length
    }
}

/** The 128 leading bits of powers of ten, rounded up. */
internal class PowersOfTen(
    private val first: Int,
    last: Int,
) {
    private val words = LongArray(2 * (last - first + 1))

    init {
        for (k in first..last) {
            // 10^k·2^-shift has 128 bits before the point; rounded up, so that no product comes out too small.
            val shift = log2(k) - 127
            val power = BigInteger.TEN.pow(Math.abs(k))
            val bits =
                when {
                    k < 0 -> {
                        BigInteger.ONE
                            .shiftLeft(-shift)
                            .divide(power)
                            .add(BigInteger.ONE)
                    }

                    shift <= 0 -> {
                        power.shiftLeft(-shift)
                    }

                    else -> {
                        ceiling(power, shift)
                    }
                }
            words[2 * (k - first)] = bits.shiftRight(64).toLong()
            words[2 * (k - first) + 1] = bits.toLong()
        }
    }

    fun holds(k: Int): Boolean = k >= first && k - first < words.size / 2

    fun high(k: Int): Long = words[2 * (k - first)]

    fun low(k: Int): Long = words[2 * (k - first) + 1]

    companion object {
        /** The floor of the binary logarithm of 10^[k], for |k| ≤ 400. */
        fun log2(k: Int): Int = k * 1741647 shr 19

        private fun ceiling(
            power: BigInteger,
            shift: Int,
        ): BigInteger {
            val floor = power.shiftRight(shift)
            return if (power.lowestSetBit >= shift) floor else floor.add(BigInteger.ONE)
        }
    }
}

/** All powers that doubles need; built when the first value far from 1 is written. */
private object AllPowers {
    val table = PowersOfTen(-292, 324)
}

/** Decimal digits of whole numbers as bytes. */
internal object Digits {
    /** The number of decimal digits of [value], which is not negative. */
    fun count(value: Long): Int {
        var bound = 10L
        for (length in 1..18) {
            if (value < bound) return length
            bound *= 10
        }
        return 19
    }

    /** Writes [value], which has [length] digits, from [at] on; returns the position after it. */
    fun write(
        value: Long,
        length: Int,
        to: ByteArray,
        at: Int,
    ): Int {
        var rest = value
        var position = at + length
        // Divisions of 32 bits are faster, and two digits need one of them.
        while (rest > Int.MAX_VALUE) {
            val hundredth = rest / 100
            val pair = (rest - hundredth * 100).toInt()
            to[--position] = ('0'.code + pair % 10).toByte()
            to[--position] = ('0'.code + pair / 10).toByte()
            rest = hundredth
        }
        var small = rest.toInt()
        while (position > at) {
            val tenth = small / 10
            to[--position] = ('0'.code + small - tenth * 10).toByte()
            small = tenth
        }
        return at + length
    }
}
