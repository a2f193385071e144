package benchwright.stats

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.double
import io.kotest.property.arbitrary.filter
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll
import kotlin.math.cos
import kotlin.math.exp
import kotlin.math.ln
import kotlin.math.sqrt
import kotlin.random.Random

/** A number from the normal distribution, by Box and Muller. */
private fun Random.nextNormal(): Double =
    sqrt(-2 * ln(1 - nextDouble())) * cos(2 * Math.PI * nextDouble())

class TimingStatisticsSpec :
    FunSpec({
        val sample = doubleArrayOf(9.5, 10.1, 10.4, 9.9, 12.7, 10.0, 10.2, 9.8, 15.3, 10.6)

        test("the interval of the mean is that of R 4.2: t.test(x)\$conf.int") {
            val interval = MeanInterval.of(*sample)
            interval.lower() shouldBe (9.5653416808673395 plusOrMinus 1e-9)
            interval.upper() shouldBe (12.1346583191326580 plusOrMinus 1e-9)
            MeanInterval.of(3.0).lower().isNaN() shouldBe true
        }

        test("the median absolute deviation is that of R: mad(x, constant = 1)") {
            Sample.of(*sample).medianAbsoluteDeviation() shouldBe (0.3 plusOrMinus 1e-12)
            Sample.of().medianAbsoluteDeviation().isNaN() shouldBe true
        }

        test("outliers are counted once, beyond the farthest fence that they passed") {
            // Quartiles of R: 9.925 and 10.55, so fences at 8.05, 8.9875, 11.4875, 12.425; then 9.8 and 10.6.
            Fences.of(*sample) shouldBe Fences(0, 0, 0, 2)
            Fences.of(*sample, 12.0, 8.5, 1.0) shouldBe Fences(1, 1, 2, 1)
            // Quartiles 2 and 4 of 1, 2, 3, 4, 7: 7 is on the upper inner fence, and so inside.
            Fences.of(1.0, 2.0, 3.0, 4.0, 7.0).count() shouldBe 0
            Fences.of().count() shouldBe 0
        }

        test("every number is inside or outside, whichever way the axis points") {
            checkAll(200, Arb.list(Arb.double(-1e3, 1e3).filter { it.isFinite() }, 1..40)) { all ->
                val values = all.toDoubleArray()
                val fences = Fences.of(*values)
                fences.count() shouldBeLessThanOrEqual values.size / 2 + 1
                val mirrored = Fences.of(*values.map { -it }.toDoubleArray())
                // Rounding may move a number across a fence that it lies on.
                check(kotlin.math.abs(mirrored.count() - fences.count()) <= 2)
            }
        }

        test("one hump has the m-value 2; the steps of others worked out by hand") {
            // 16 numbers: 8 at 1.0 and 8 at 9.0, s = 4.13, width 3.94: bins 8, 0, 8; m = 32/8.
            val two = DoubleArray(16) { if (it % 2 == 0) 1.0 else 9.0 }
            Modality.value(*two) shouldBe 4.0
            Modality.of(*two) shouldBe Modality.TWO
            Modality.value(*DoubleArray(20) { 5.0 }) shouldBe 2.0
            Modality.of(*DoubleArray(14) { 5.0 }) shouldBe Modality.UNKNOWN
            val three = DoubleArray(600) { doubleArrayOf(1.0, 2.0, 3.0)[it % 3] }
            Modality.value(*three) shouldBe 6.0
            Modality.of(*three) shouldBe Modality.SEVERAL
        }

        test("one hump is seldom taken for two, two humps far apart seldom for one") {
            val random = Random(7)
            val one = List(200) { DoubleArray(50) { 100 + random.nextNormal() } }
            one.count { Modality.of(*it) != Modality.ONE } shouldBeLessThanOrEqual 12
            val two =
                List(200) {
                    DoubleArray(50) { i -> 100 + random.nextNormal() + if (i % 2 == 0) 6 else 0 }
                }
            two.count { Modality.of(*it) == Modality.ONE } shouldBeLessThanOrEqual 30
        }

        test("a far outlier neither hides what is there nor costs memory") {
            Modality.of(*DoubleArray(50) { if (it == 7) 1e300 else 10.0 + it % 5 }) shouldBe
                Modality.ONE
        }

        fun runs(
            count: Int,
            noise: Double,
            seed: Int,
            fall: (Int) -> Double,
        ): DoubleArray {
            val random = Random(seed)
            return DoubleArray(count) { 1e6 * (1 + fall(it)) * exp(noise * random.nextNormal()) }
        }

        test("times that keep falling are not steady, times that do not fall are") {
            val falling = runs(40, 0.01, 1) { 0.5 * exp(-it / 10.0) }
            Steadiness.of(listOf(falling)) shouldBe Steadiness.NO
            Steadiness.of(listOf(runs(40, 0.01, 2) { 0.0 })) shouldBe Steadiness.YES
            // The first quarter of the samples stands above the rest.
            Steadiness.of(
                listOf(runs(40, 0.01, 3) { if (it < 10) 0.1 else 0.0 }),
            ) shouldBe Steadiness.NO
            val forks = List(5) { fork -> runs(5, 0.01, fork) { if (it < 2) 0.2 else 0.0 } }
            Steadiness.of(forks) shouldBe Steadiness.NO
            Steadiness.of(List(5) { runs(8, 0.01, 10 + it) { 0.0 } }) shouldBe Steadiness.YES
        }

        test("too few times, or times that scatter too much, say nothing") {
            Steadiness.of(listOf(runs(9, 0.0, 1) { 0.0 })) shouldBe Steadiness.UNKNOWN
            Steadiness.of(listOf()) shouldBe Steadiness.UNKNOWN
            Steadiness.of(listOf(runs(10, 0.4, 1) { 0.0 })) shouldBe Steadiness.UNKNOWN
            Steadiness.of(List(5) { runs(3, 0.01, it) { 0.0 } }) shouldBe Steadiness.UNKNOWN
        }

        test("of steady times few are called falling") {
            val verdicts = (1..200).map { Steadiness.of(listOf(runs(20, 0.03, it) { 0.0 })) }
            verdicts.count { it == Steadiness.NO } shouldBeLessThanOrEqual 16
        }

        test("very many times are judged as quickly as few") {
            Steadiness.of(listOf(runs(100_000, 0.1, 5) { 0.0 })) shouldBe Steadiness.YES
        }

        test("draws are those of SplitMix64 with the seed 1234567, on every JVM") {
            // The first outputs, as published with the generator: 6457827717110365317,
            // 3203168211198807973, 9817491932198370423; the upper 32 bits make the draw.
            val draws = Draws(1234567)
            List(3) { draws.below(1 shl 30) } shouldBe
                listOf("6457827717110365317", "3203168211198807973", "9817491932198370423").map {
                    (java.lang.Long.parseUnsignedLong(it) ushr 34).toInt()
                }
        }

        test("a slope that one wild point does not move is scipy's theilslopes") {
            val x = doubleArrayOf(1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
            val y = doubleArrayOf(1.1, 3.9, 9.2, 15.8, 25.5, 300.0)
            TheilSen.slope(x, y) shouldBe (7.2 plusOrMinus 1e-12)
            TheilSen.slope(doubleArrayOf(1.0, 1.0), doubleArrayOf(1.0, 2.0)).isNaN() shouldBe true
        }

        test("the ratio of two medians lies where a million resamples of numpy say") {
            val above =
                doubleArrayOf(12.1, 12.9, 11.8, 13.5, 12.2, 12.6, 14.0, 12.4, 12.0, 12.7)
            val below = doubleArrayOf(10.2, 9.9, 10.4, 10.1, 11.0, 10.0, 10.3, 9.8)
            val ratio = MedianRatio.of(above, below)
            ratio.value() shouldBe (1.2315270935960594 plusOrMinus 1e-12)
            ratio.lower() shouldBe (1.17874396 plusOrMinus 0.01)
            ratio.upper() shouldBe (1.29064039 plusOrMinus 0.01)
            MedianRatio.of(above, doubleArrayOf(10.0)).lower().isNaN() shouldBe true
        }

        test("numbers agree to a tolerance that is absolute below 1 and relative above") {
            val agreement = Agreement.of(doubleArrayOf(1e-9, 200.0), doubleArrayOf(0.0, 202.0))
            agreement.largest() shouldBe (2.0 / 202 plusOrMinus 1e-15)
            agreement.at() shouldBe 1
            agreement.isWithin(0.01) shouldBe true
            agreement.isWithin(0.009) shouldBe false
        }

        test("another count of numbers is no agreement, nor is NaN where a number was") {
            Agreement.of(doubleArrayOf(1.0), doubleArrayOf(1.0, 2.0)).isWithin(1.0) shouldBe false
            val nan = doubleArrayOf(Double.NaN)
            Agreement.of(nan, nan).isWithin(0.0) shouldBe true
            Agreement.of(nan, doubleArrayOf(1.0)).isWithin(1e300) shouldBe false
            val huge = doubleArrayOf(-Double.MAX_VALUE)
            Agreement.of(huge, doubleArrayOf(Double.MAX_VALUE)).largest() shouldBe 2.0
            Agreement.of(doubleArrayOf(), doubleArrayOf()).largest().isNaN() shouldBe true
        }
    })
