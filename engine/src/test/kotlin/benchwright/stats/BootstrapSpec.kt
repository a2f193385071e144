package benchwright.stats

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

/** Efron and Tibshirani 1993, table 14.1: spatial test A, 26 children. */
private val SPATIAL =
    doubleArrayOf(
        48.0,
        36.0,
        20.0,
        29.0,
        42.0,
        42.0,
        20.0,
        42.0,
        22.0,
        41.0,
        45.0,
        14.0,
        6.0,
        0.0,
        33.0,
        28.0,
        34.0,
        4.0,
        32.0,
        24.0,
        47.0,
        41.0,
        24.0,
        26.0,
        30.0,
        41.0,
    )

private fun variance(sample: DoubleArray): Double {
    val mean = sample.average()
    return sample.sumOf { (it - mean) * (it - mean) } / sample.size
}

class BootstrapSpec :
    FunSpec({
        test(
            "Efron and Tibshirani's variance: 171.5, acceleration 0.061, BCa 115.8 to 259.6, 90 %",
        ) {
            variance(SPATIAL) shouldBe (171.5 plusOrMinus 0.05)
            Bootstrap.acceleration(SPATIAL, ::variance) shouldBe (0.061 plusOrMinus 0.0006)
            val bca = Bootstrap(20_000, 0.10).bca(SPATIAL, ::variance)
            // The book drew 2000 times: its ends have a standard error of about 3 and 5.
            bca.lower shouldBe (115.8 plusOrMinus 6.0)
            bca.upper shouldBe (259.6 plusOrMinus 10.0)
            val percentile = Bootstrap(20_000, 0.10).percentile(SPATIAL, ::variance)
            percentile.lower shouldBe (100.8 plusOrMinus 6.0)
            percentile.upper shouldBe (233.9 plusOrMinus 8.0)
        }

        test("the same sample gives the same interval") {
            val one = Bootstrap(500, 0.05).percentile(SPATIAL, ::variance)
            Bootstrap(500, 0.05).percentile(SPATIAL, ::variance) shouldBe one
        }

        test("the ratio of sums is the percentile of that statistic over the same draws") {
            val above = doubleArrayOf(100.0, 325.0, 1000.0, 40.0)
            val below = doubleArrayOf(1.0, 1.0, 0.0, 1.0)
            val indices = doubleArrayOf(0.0, 1.0, 2.0, 3.0)
            val slow =
                Bootstrap(400, 0.05).percentile(indices) { drawn ->
                    drawn.sumOf { above[it.toInt()] } / drawn.sumOf { below[it.toInt()] }
                }
            val never = doubleArrayOf(0.0, 0.0, 0.0, 0.0)
            val ratios =
                Bootstrap(400, 0.05).ratios(
                    Array(4) { doubleArrayOf(above[it], above[it]) },
                    Array(4) { doubleArrayOf(below[it], never[it]) },
                )
            ratios[0] shouldBe slow
            ratios[1].lower shouldBe Double.POSITIVE_INFINITY
        }

        test("where resamples never differ the interval is a point, and of nothing it is unknown") {
            val range = Bootstrap(100, 0.05).bca(doubleArrayOf(3.0, 3.0, 3.0)) { it.average() }
            range shouldBe Bootstrap.Range(3.0, 3.0)
            Bootstrap(100, 0.05).bca(doubleArrayOf()) { it.average() }.lower.isNaN() shouldBe true
        }

        test("draws are even: each of ten numbers in a tenth of a hundred thousand") {
            val draws = Draws(7)
            val counts = IntArray(10)
            repeat(100_000) { counts[draws.below(10)]++ }
            // Five standard deviations of 95.
            counts.forEach { it.toDouble() shouldBe (10_000.0 plusOrMinus 475.0) }
        }
    })
