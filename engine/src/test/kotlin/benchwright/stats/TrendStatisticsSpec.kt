package benchwright.stats

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.ints.shouldBeInRange
import io.kotest.matchers.shouldBe
import java.util.SplittableRandom
import kotlin.math.abs
import kotlin.math.cos
import kotlin.math.ln
import kotlin.math.sqrt

/** The yearly flow of the Nile at Aswan, 1871 to 1970 (Cobb, Biometrika 65, 1978): R's `Nile`. */
private val NILE =
    (
        "1120 1160 963 1210 1160 1160 813 1230 1370 1140 995 935 1110 994 1020 960 1180 " +
            "799 958 1140 1100 1210 1150 1250 1260 1220 1030 1100 774 840 874 694 940 833 701 " +
            "916 692 1020 1050 969 831 726 456 824 702 1120 1100 832 764 821 768 845 864 862 " +
            "698 845 744 796 1040 759 781 865 845 944 984 897 822 1010 771 676 649 846 812 " +
            "742 801 1040 860 874 848 890 744 749 838 1050 918 986 797 923 975 815 1020 906 " +
            "901 1170 912 746 919 718 714 740"
    ).split(" ").map { it.toDouble() }.toDoubleArray()

private fun SplittableRandom.normal(): Double =
    sqrt(-2 * ln(1 - nextDouble())) * cos(2 * Math.PI * nextDouble())

class TrendStatisticsSpec :
    FunSpec({
        fun noise(
            seed: Long,
            length: Int,
            level: (Int) -> Double = { 0.0 },
        ): DoubleArray {
            val random = SplittableRandom(seed)
            return DoubleArray(length) { level(it) + random.normal() }
        }

        test("Mann-Kendall of the Nile: S, its variance with ties, tau-b and p of SciPy 1.17") {
            val test = MannKendall.of(*NILE)
            test.s() shouldBe -1387.0
            test.variance() shouldBe (112728.33333333333 plusOrMinus 1e-6)
            test.tau() shouldBe (-0.2807413347246131 plusOrMinus 1e-12)
            test.p() shouldBe (3.658262921664327e-05 plusOrMinus 1e-12)
        }

        test("Mann-Kendall of equal values tells nothing, and correlation makes it less sure") {
            MannKendall.of(2.0, 2.0, 2.0, 2.0).p() shouldBe 1.0
            val alone = MannKendall.of(NILE, 0.0)
            val alike = MannKendall.of(NILE, 0.5)
            alike.variance() shouldBe (3 * alone.variance() plusOrMinus 1e-6)
            check(alike.p() > alone.p())
        }

        test("Theil-Sen with Sen's interval is that of SciPy 1.17: theilslopes") {
            val y = doubleArrayOf(1.0, -1.0, 2.0, 0.0, 3.0, 1.0, 4.0, 2.0, 5.0, 3.5, 5.5, 4.0)
            val slope = Slope.of(y, 0.0)
            slope.value() shouldBe (0.5 plusOrMinus 1e-12)
            slope.lower() shouldBe (0.2222222222222222 plusOrMinus 1e-12)
            slope.upper() shouldBe (0.5625 plusOrMinus 1e-12)
        }

        test("a line crosses a limit where it should, and its interval holds the place") {
            val line = DoubleArray(20) { 10 + 0.5 * it + if (it % 2 == 0) 0.05 else -0.05 }
            val crossing = Slope.of(line, 0.0).crossing(22.5)
            crossing.place() shouldBe (25.0 plusOrMinus 0.5)
            check(crossing.lower() <= crossing.place() && crossing.place() <= crossing.upper())
            Slope.of(line, 0.0).crossing(5.0).place() shouldBe Double.POSITIVE_INFINITY
        }

        test("the Nile changed once, after 1898: where Cobb, and many since, place it") {
            val found = ChangePoint.allIn(NILE, 0.001, 0.0)
            found.map { it.at() } shouldBe listOf(28)
        }

        test("the two published series of Hunter change where it says: at 6, and at 4") {
            val first =
                doubleArrayOf(1.02, 0.95, 0.99, 1.00, 1.12, 0.90, 0.50, 0.51, 0.48, 0.48, 0.55)
            ChangePoint.allIn(first, 0.001, 0.0).map { it.at() } shouldBe listOf(6)
            // A level has five values here at least, so the second is found one place later.
            val second =
                doubleArrayOf(2.02, 2.03, 2.01, 2.04, 1.82, 1.85, 1.79, 1.81, 1.80, 1.76, 1.78)
            val shift = LevelShift.strongest(second, 0.0)
            shift.from() shouldBe 5
            check(shift.p() <= 0.01)
        }

        test("several changes, and a stretch that comes back, are found near their places") {
            for (seed in 1L..5L) {
                val stairs =
                    noise(seed, 90) {
                        if (it < 30) {
                            0.0
                        } else if (it < 60) {
                            5.0
                        } else {
                            10.0
                        }
                    }
                val steps = ChangePoint.allIn(stairs, 0.001, 0.0).map { it.at() }
                steps.size shouldBe 2
                steps[0] shouldBeInRange 28..32
                steps[1] shouldBeInRange 58..62
                val bump = noise(seed, 100) { if (it in 45..54) 5.0 else 0.0 }
                val ends = ChangePoint.allIn(bump, 0.001, 0.0).map { it.at() }
                ends.size shouldBe 2
                ends[0] shouldBeInRange 43..47
                ends[1] shouldBeInRange 53..57
            }
        }

        test("a straight slope is no flight of stairs") {
            for (seed in 1L..5L) {
                ChangePoint.allIn(noise(seed, 60) { 0.3 * it }, 0.001, 0.0).shouldBeEmpty()
            }
        }

        test("up to three wild runs in a row are no change of level") {
            for (seed in 1L..5L) {
                val wild = noise(seed, 60) { if (it in 30..32) 50.0 else 0.0 }
                ChangePoint.allIn(wild, 0.002, 0.0).shouldBeEmpty()
            }
        }

        test("neither scale, nor an offset, nor the direction of time changes what is found") {
            for (seed in 1L..10L) {
                val series = noise(seed, 60) { if (it < 35) 0.0 else 3.0 }
                val shift = LevelShift.strongest(series, 0.0)
                val scaled = LevelShift.strongest(series.map { 1000 * it + 7 }.toDoubleArray(), 0.0)
                scaled.from() shouldBe shift.from()
                check(abs(scaled.p() - shift.p()) <= 1e-6 * shift.p())
                val reversed = LevelShift.strongest(series.reversedArray(), 0.0)
                check(abs(reversed.p() - shift.p()) <= 1e-6 * shift.p())
                if (shift.to() == 60) reversed.from() shouldBe 60 - shift.from()
            }
        }

        test("half of the error is for the newest places: what has just happened is found sooner") {
            for (seed in 1L..5L) {
                val series = noise(seed, 60) { if (it < 55) 0.0 else 9.0 }
                val newest = LevelShift.strongest(series, 0.0)
                val oldest = LevelShift.strongest(series.reversedArray(), 0.0)
                newest.from() shouldBe 55
                oldest.from() shouldBe 5
                // 8 places of 51, and the other 43.
                check(abs(oldest.p() / newest.p() - 43.0 / 8) < 1e-6)
            }
        }

        test("values without noise change wherever they differ") {
            ChangePoint.exact(doubleArrayOf(1.0, 1.0, 2.0, 2.0, 1.0)).map { it.at() } shouldBe
                listOf(2, 4)
            ChangePoint.exact(doubleArrayOf(3.0)).shouldBeEmpty()
        }
    })
