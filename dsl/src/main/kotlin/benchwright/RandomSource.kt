package benchwright

import java.security.MessageDigest

/**
 * A stream of random numbers that is the same on every JVM: xoshiro256** (Blackman and Vigna, Scrambled Linear
 * Pseudorandom Number Generators, ACM TOMS 47, 2021), keyed by name. Not safe for use by several threads at once.
 */
public class RandomSource private constructor(
    private var a: Long,
    private var b: Long,
    private var c: Long,
    private var d: Long,
) {
    private var spare = 0.0
    private var hasSpare = false

    /** The next 64 bits. */
    public fun nextLong(): Long {
        val result = java.lang.Long.rotateLeft(b * 5, 7) * 9
        val t = b shl 17
        c = c xor a
        d = d xor b
        b = b xor c
        a = a xor d
        c = c xor t
        d = java.lang.Long.rotateLeft(d, 45)
        return result
    }

    /** Uniform in [0, 1): one of the 2^53 multiples of 2^-53. */
    public fun nextDouble(): Double = (nextLong() ushr 11) * UNIT

    /** Uniform in [[lower], [upper]): lower + (upper − lower) · [nextDouble]. */
    public fun nextDouble(
        lower: Double,
        upper: Double,
    ): Double = lower + (upper - lower) * nextDouble()

    /**
     * Uniform in 0 until [bound], without bias: 31 bits, drawn again while they fall into the incomplete last part.
     *
     * @throws IllegalArgumentException unless [bound] is positive.
     */
    public fun nextInt(bound: Int): Int {
        require(bound > 0) { "a bound must be positive; got $bound" }
        while (true) {
            val bits = (nextLong() ushr 33).toInt()
            val value = bits % bound
            if (bits - value + (bound - 1) >= 0) return value
        }
    }

    /** Standard normal, by the polar method (Marsaglia and Bray, 1964) on StrictMath. */
    public fun nextGaussian(): Double {
        if (hasSpare) {
            hasSpare = false
            return spare
        }
        while (true) {
            val u = 2.0 * nextDouble() - 1.0
            val v = 2.0 * nextDouble() - 1.0
            val s = u * u + v * v
            if (s < 1.0 && s != 0.0) {
                val factor = Math.sqrt(-2.0 * StrictMath.log(s) / s)
                spare = v * factor
                hasSpare = true
                return u * factor
            }
        }
    }

    /** Brings [items] into a uniformly random order (Fisher and Yates, from the last place down). */
    public fun shuffle(items: IntArray) {
        for (i in items.size - 1 downTo 1) {
            val j = nextInt(i + 1)
            val item = items[i]
            items[i] = items[j]
            items[j] = item
        }
    }

    /** A point of the box, each coordinate uniform in its interval, the first coordinate drawn first. */
    public fun nextPoint(bounds: Bounds): DoubleArray =
        DoubleArray(bounds.dimension()) { nextDouble(bounds.lower(it), bounds.upper(it)) }

    public companion object {
        private const val UNIT = 1.0 / (1L shl 53)

        /** The version of the keys; it heads the parts of every stream of the engine. */
        public const val STREAM_VERSION: String = "benchwright-stream-v1"

        /**
         * The stream named by [parts]: its state is SHA-256 over the parts as UTF-8, each after its length in four
         * bytes, big-endian, read as four little-endian longs.
         */
        @JvmStatic
        public fun of(vararg parts: String): RandomSource {
            val digest = MessageDigest.getInstance("SHA-256")
            for (part in parts) {
                val bytes = part.toByteArray(Charsets.UTF_8)
                for (shift in intArrayOf(
                    24,
                    16,
                    8,
                    0,
                )) {
                    digest.update((bytes.size ushr shift).toByte())
                }
                digest.update(bytes)
            }
            val hash = digest.digest()
            val state =
                LongArray(4) { word ->
                    (7 downTo 0).fold(0L) { sum, i ->
                        (sum shl 8) or
                            (hash[8 * word + i].toLong() and 0xff)
                    }
                }
            // The all-zero state is the one that xoshiro never leaves.
            if (state.all { it == 0L }) state[0] = -0x61c8864680b583ebL
            return RandomSource(state[0], state[1], state[2], state[3])
        }
    }
}
