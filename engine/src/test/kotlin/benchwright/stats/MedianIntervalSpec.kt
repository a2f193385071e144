package benchwright.stats

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.double
import io.kotest.property.arbitrary.filter
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll
import kotlin.math.abs

class MedianIntervalSpec :
    FunSpec({
        /** The medians of all n^n resamples, sorted. */
        fun everyMedian(values: DoubleArray): List<Double> {
            val n = values.size
            val all = ArrayList<Double>()
            var total = 1
            repeat(n) { total *= n }
            for (code in 0 until total) {
                var rest = code
                val draw =
                    DoubleArray(n) {
                        val value = values[rest % n]
                        rest /= n
                        value
                    }
                all.add(Sample.of(*draw).median())
            }
            return all.sorted()
        }

        test("it is the interval that all possible resamples give") {
            val samples =
                listOf(
                    doubleArrayOf(3.0, 1.0),
                    doubleArrayOf(2.0, 9.0, 4.0),
                    doubleArrayOf(1.0, 1.5, 7.0, 7.25),
                    doubleArrayOf(5.0, 3.0, 8.0, 8.5, 20.0),
                    doubleArrayOf(5.0, 3.0, 8.0, 8.5, 20.0, 1.0),
                    doubleArrayOf(0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4),
                )
            for (values in samples) {
                val medians = everyMedian(values)

                // The first of them that at least this share does not exceed.
                fun at(share: Double) = medians[Math.ceil(share * medians.size - 1e-9).toInt() - 1]
                val interval = MedianInterval.of(*values)
                interval.lower() shouldBe (at(0.025) plusOrMinus 1e-12)
                interval.upper() shouldBe (at(0.975) plusOrMinus 1e-12)
            }
        }

        test("it is what scipy 1.17 finds with a million resamples") {
            // scipy.stats.bootstrap((x,), numpy.median, method='percentile', n_resamples=1_000_000,
            // rng=1), x = i * i / 7 for i of 1..30 and of 1..31.
            val even = DoubleArray(30) { (it + 1) * (it + 1) / 7.0 }
            val odd = DoubleArray(31) { (it + 1) * (it + 1) / 7.0 }
            MedianInterval.of(*even).lower() shouldBe (EVEN_LOWER plusOrMinus 1e-9)
            MedianInterval.of(*even).upper() shouldBe (EVEN_UPPER plusOrMinus 1e-9)
            MedianInterval.of(*odd).lower() shouldBe (ODD_LOWER plusOrMinus 1e-9)
            MedianInterval.of(*odd).upper() shouldBe (ODD_UPPER plusOrMinus 1e-9)
        }

        test("one number says nothing of its spread, and none says nothing at all") {
            MedianInterval.of(7.0).median() shouldBe 7.0
            MedianInterval.halfWidthOverMedian(7.0).isNaN() shouldBe true
            MedianInterval.of().median().isNaN() shouldBe true
        }

        test("half of the interval over the median is the error that schedules stop at") {
            MedianInterval.halfWidthOverMedian(90.0, 100.0, 110.0) shouldBe (0.1 plusOrMinus 1e-15)
            MedianInterval.halfWidthOverMedian(5.0, 5.0, 5.0, 5.0) shouldBe 0.0
        }

        test("neighbouring sizes of a large sample have neighbouring intervals") {
            // Odd and even sizes are computed in different ways.
            for (n in listOf(100, 1_000, 20_000)) {
                fun width(size: Int): Double {
                    val values = DoubleArray(size) { 1000.0 + it * 1000.0 / size }
                    return MedianInterval.of(*values).relativeError()
                }
                abs(width(n) / width(n + 1) - 1) shouldBeLessThan 3.0 / Math.sqrt(n.toDouble())
            }
        }

        val times = Arb.double(0.5, 1e6).filter { it.isFinite() }

        test("it lies within the sample, holds its median, and follows its unit") {
            checkAll(200, Arb.list(times, 2..40)) { numbers ->
                val values = numbers.toDoubleArray()
                val interval = MedianInterval.of(*values)
                check(values.min() <= interval.lower() && interval.upper() <= values.max())
                check(interval.lower() <= interval.median())
                check(interval.median() <= interval.upper())
                val scaled = MedianInterval.of(*values.map { it * 4 }.toDoubleArray())
                scaled.lower() shouldBe interval.lower() * 4
                scaled.relativeError() shouldBe interval.relativeError()
            }
        }
    }) {
    private companion object {
        const val EVEN_LOWER = 110.5 / 7
        const val EVEN_UPPER = 420.5 / 7
        const val ODD_LOWER = 121 / 7.0
        const val ODD_UPPER = 441 / 7.0
    }
}
