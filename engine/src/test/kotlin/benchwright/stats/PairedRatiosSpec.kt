package benchwright.stats

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import kotlin.math.exp

/** Dixon and Mood 1946, table 1: the greatest number of the rarer sign that is still significant. */
private val RARER_AT_5 =
    mapOf(6 to 0, 7 to 0, 8 to 0, 9 to 1, 10 to 1, 12 to 2, 15 to 3, 20 to 5, 25 to 7, 30 to 9)
private val RARER_AT_1 = mapOf(8 to 0, 10 to 0, 12 to 1, 15 to 2, 20 to 3, 25 to 5, 30 to 7)

class PairedRatiosSpec :
    FunSpec({
        val first = doubleArrayOf(100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0)
        val second = doubleArrayOf(112.0, 108.0, 130.0, 101.0, 121.0, 95.0, 110.0)

        test("so many pairs must agree as the published table of the sign test says") {
            for ((n, rarer) in RARER_AT_5) PairedRatios.needed(n, 0.95) shouldBe n - rarer
            for ((n, rarer) in RARER_AT_1) PairedRatios.needed(n, 0.99) shouldBe n - rarer
        }

        test("six pairs are the fewest with an interval, and a wider one takes more") {
            PairedRatios.least(0.95) shouldBe 6
            PairedRatios.least(0.99) shouldBe 8
            // 2 / 2^10 = 0.00195, and 2 / 2^9 = 0.0039 is more than 0.05 / 20.
            PairedRatios.least(1 - 0.05 / 20) shouldBe 10
            PairedRatios.needed(5, 0.95) shouldBe 6
        }

        test("seven ratios: their median, their counts, their test and their whole range") {
            val ratios = PairedRatios.of(first, second)
            ratios.size() shouldBe 7
            ratios.median() shouldBe (1.10 plusOrMinus 1e-12)
            ratios.larger() shouldBe 6
            ratios.smaller() shouldBe 1
            // 2 · (1 + 7) / 128
            ratios.p() shouldBe (0.125 plusOrMinus 1e-12)
            val limits = ratios.interval(0.95)
            limits.lower() shouldBe (0.95 plusOrMinus 1e-12)
            limits.upper() shouldBe (1.30 plusOrMinus 1e-12)
            ratios.interval(0.99).lower().isNaN() shouldBe true
        }

        test("ten pairs of which nine are larger: the interval begins at the second number") {
            val logs = listOf(-0.3, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 2.0)
            val ratios =
                PairedRatios.of(
                    DoubleArray(10) { 1.0 },
                    logs.map { exp(it) }.toDoubleArray(),
                )
            // 2 · (1 + 10) / 1024
            ratios.p() shouldBe (0.021484375 plusOrMinus 1e-12)
            ratios.interval(0.95).lower() shouldBe (exp(0.01) plusOrMinus 1e-12)
            ratios.interval(0.95).upper() shouldBe (exp(0.08) plusOrMinus 1e-12)
            ratios.interval(0.99).lower() shouldBe (exp(-0.3) plusOrMinus 1e-12)
        }

        test("pairs of equal numbers lean to no side") {
            val ratios = PairedRatios.of(first, first)
            ratios.larger() + ratios.smaller() shouldBe 0
            ratios.p().isNaN() shouldBe true
            ratios.median() shouldBe 1.0
            ratios.interval(0.95) shouldBe PairedRatios.Limits(1.0, 1.0)
        }

        test("without noise any growth is seen, and with six pairs nearly none with much noise") {
            PairedRatios.of(first, first).detectable(0.95) shouldBe 0.0
            PairedRatios
                .of(
                    doubleArrayOf(1.0),
                    doubleArrayOf(1.0),
                ).detectable(0.95)
                .isNaN() shouldBe
                true
            // The median is 0; six of six must lean, with 0.8^(1/6) = 0.963 each: nearly the largest noise.
            val noisy =
                PairedRatios.of(
                    DoubleArray(6) { 1.0 },
                    listOf(-0.5, -0.2, -0.1, 0.1, 0.2, 0.5).map { exp(it) }.toDoubleArray(),
                )
            noisy.detectable(0.95) shouldBe (exp(0.5) - 1 plusOrMinus 0.02)
        }

        test("what is no ratio is refused") {
            shouldThrow<IllegalArgumentException> { PairedRatios.of(first, doubleArrayOf(1.0)) }
            shouldThrow<IllegalArgumentException> {
                PairedRatios.of(doubleArrayOf(0.0), doubleArrayOf(1.0))
            }
        }
    })

class SignBoundarySpec :
    FunSpec({
        /** How many of all sequences of coins reach the boundary at any look. */
        fun counted(
            boundary: SignBoundary,
            least: Int,
            most: Int,
        ): Double {
            var reached = 0
            for (coins in 0 until (1 shl most)) {
                var heads = 0
                for (n in 1..most) {
                    heads += (coins shr (n - 1)) and 1
                    if (n >= least && boundary.isReached(heads, n)) {
                        reached++
                        break
                    }
                }
            }
            return reached.toDouble() / (1 shl most)
        }

        test("a single look asks for what the binomial distribution says") {
            // P(B ≥ 24 of 30) = 0.000715, P(B ≥ 23) = 0.0026; 1/1024 for ten of ten.
            SignBoundary.of(30, 30, 0.001).needed(30) shouldBe 24
            SignBoundary.of(30, 30, 0.001).error() shouldBe (0.000715 plusOrMinus 1e-6)
            SignBoundary.of(10, 10, 0.001).needed(10) shouldBe 10
            SignBoundary.of(6, 6, 0.025).needed(6) shouldBe 6
            SignBoundary.of(6, 6, 0.001).first() shouldBe 7
        }

        test("the chance over all looks is exact: every sequence of coins, counted") {
            for ((least, error) in listOf(1 to 0.1, 4 to 0.05, 6 to 0.025, 6 to 0.01)) {
                val boundary = SignBoundary.of(least, 14, error)
                boundary.error() shouldBe (counted(boundary, least, 14) plusOrMinus 1e-12)
                boundary.error() shouldBeLessThanOrEqual error
                boundary.power(0.5) shouldBe boundary.error()
            }
        }

        test("looks after each of 6 to 30 pairs: 12 of 12 at the earliest, 25 of 30 at the end") {
            val boundary = SignBoundary.of(6, 30, 0.001)
            boundary.first() shouldBe 12
            (6..11).forEach { boundary.isReached(it, it) shouldBe false }
            listOf(12 to 12, 16 to 15, 20 to 18, 25 to 22, 30 to 25).forEach { (n, needed) ->
                boundary.needed(n) shouldBe needed
            }
            boundary.error() shouldBe (0.000964 plusOrMinus 1e-6)
            boundary.power(0.9) shouldBe (0.945 plusOrMinus 1e-3)
        }

        test("more rows take more pairs, and no row is ever let through by the number of looks") {
            var before = 0
            for (rows in listOf(1, 2, 5, 20, 100)) {
                val boundary = SignBoundary.of(6, 30, 0.001 / rows)
                boundary.error() shouldBeLessThanOrEqual 0.001 / rows
                (boundary.first() >= before) shouldBe true
                before = boundary.first()
            }
            shouldThrow<IllegalArgumentException> { SignBoundary.of(6, 5, 0.01) }
        }
    })
