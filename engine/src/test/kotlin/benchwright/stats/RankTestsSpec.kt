package benchwright.stats

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll

private val INFINITE = Double.POSITIVE_INFINITY

/** Twice the smaller tail over all ways to choose who belongs to the first sample, one by one. */
private fun byEnumeration(
    first: DoubleArray,
    second: DoubleArray,
): Double {
    val all = first + second
    val observed = sumOfRanks(all, (1 shl first.size) - 1)
    val sums =
        (0 until (1 shl all.size))
            .filter { Integer.bitCount(it) == first.size }
            .map { sumOfRanks(all, it) }
    val below = sums.count { it <= observed } / sums.size.toDouble()
    val above = sums.count { it >= observed } / sums.size.toDouble()
    return minOf(1.0, 2 * minOf(below, above))
}

private fun sumOfRanks(
    all: DoubleArray,
    chosen: Int,
): Double =
    all.indices.filter { chosen shr it and 1 == 1 }.sumOf { i ->
        1 + all.count { it < all[i] } + (all.count { it == all[i] } - 1) / 2.0
    }

class RankTestsSpec :
    FunSpec({
        context("Mann and Whitney") {
            test("exact, as R 4.2 wilcox.test: Hollander and Wolfe's amniotic membranes") {
                val x = doubleArrayOf(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46)
                val y = doubleArrayOf(1.15, 0.88, 0.90, 0.74, 1.21)
                val test = RankSumTest.of(x, y)
                test.u shouldBe 35.0
                test.p shouldBe (0.254412254412254 plusOrMinus 1e-14)
                test.method shouldBe PMethod.EXACT
                RankSumTest.of(y, x).p shouldBe (test.p plusOrMinus 1e-14)
                RankSumTest.of(y, x).u shouldBe 15.0
            }

            test("exact, as R: six below six others are 2 in 924; 30 against 25") {
                val low = DoubleArray(6) { it.toDouble() }
                val high = DoubleArray(6) { it + 6.0 }
                RankSumTest.of(low, high).p shouldBe (2 / 924.0 plusOrMinus 1e-16)
                val test =
                    RankSumTest.of(
                        DoubleArray(30) { it + 1.25 },
                        DoubleArray(25) { (it + 1) * 1.7 },
                    )
                test.u shouldBe 263.0
                test.p shouldBe (0.0590662353188701 plusOrMinus 1e-13)
            }

            test("normal, corrected for ties and continuity, as R: wilcox.test(exact = FALSE)") {
                val x = doubleArrayOf(17.0, 22.0, 18.0, 19.0, 14.0, 22.0, 24.0, 25.0, 24.0, 15.0)
                val y =
                    doubleArrayOf(
                        20.0,
                        24.0,
                        27.0,
                        22.0,
                        25.0,
                        28.0,
                        26.0,
                        29.0,
                        21.0,
                        23.0,
                        24.0,
                        26.0,
                    )
                // Twice each, as 22 numbers with ties are still counted out; p as R gives it.
                val test = RankSumTest.of(x + x, y + y)
                test.method shouldBe PMethod.NORMAL
                test.u shouldBe 86.0
                test.p shouldBe (0.000275505163682944 plusOrMinus 1e-14)
            }

            test("with ties as by counting all choices one by one") {
                checkAll(
                    60,
                    Arb.list(Arb.int(0, 4), 1..6),
                    Arb.list(Arb.int(0, 4), 1..6),
                ) { a, b ->
                    val first = a.map { it.toDouble() }.toDoubleArray()
                    val second = b.map { it.toDouble() }.toDoubleArray()
                    RankSumTest.of(first, second).p shouldBe
                        (byEnumeration(first, second) plusOrMinus 1e-12)
                }
            }

            test("infinities are numbers, and where all are equal nothing is strange") {
                val never = doubleArrayOf(INFINITE, INFINITE, INFINITE)
                RankSumTest.of(never, never).p shouldBe 1.0
                RankSumTest
                    .of(
                        DoubleArray(60) { INFINITE },
                        DoubleArray(60) { INFINITE },
                    ).p shouldBe
                    1.0
                RankSumTest.of(doubleArrayOf(1.0, 2.0, 3.0), never).u shouldBe 0.0
            }

            test("NaN and nothing are refused") {
                shouldThrow<IllegalArgumentException> {
                    RankSumTest.of(doubleArrayOf(Double.NaN), doubleArrayOf(1.0))
                }
                shouldThrow<IllegalArgumentException> {
                    RankSumTest.of(doubleArrayOf(), doubleArrayOf(1.0))
                }
            }
        }

        context("Wilcoxon") {
            test("exact, as R: Hollander and Wolfe's depression scores") {
                val x = doubleArrayOf(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
                val y = doubleArrayOf(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
                val test = SignedRankTest.of(*DoubleArray(9) { x[it] - y[it] })
                test.positive shouldBe 40.0
                test.p shouldBe (0.0390625 plusOrMinus 1e-15)
                test.method shouldBe PMethod.EXACT
            }

            test("normal, as R: wilcox.test(((1:60) - 22) * 1.01 + 0.3 * (-1)^(1:60))") {
                val test =
                    SignedRankTest.of(
                        *DoubleArray(60) { (it + 1 - 22) * 1.01 + if (it % 2 == 0) -0.3 else 0.3 },
                    )
                test.positive shouldBe 1357.0
                test.p shouldBe (0.00115345074553508 plusOrMinus 1e-14)
                test.method shouldBe PMethod.NORMAL
            }

            test("zeros are left out, ties share ranks: all signs counted one by one") {
                checkAll(60, Arb.list(Arb.int(-3, 3), 0..9)) { whole ->
                    val differences = whole.map { it.toDouble() }.toDoubleArray()
                    val rest = differences.filter { it != 0.0 }
                    val ranks =
                        rest.map { r ->
                            val less = rest.count { Math.abs(it) < Math.abs(r) }
                            val same = rest.count { Math.abs(it) == Math.abs(r) }
                            less + (same + 1) / 2.0
                        }
                    val observed = rest.indices.filter { rest[it] > 0 }.sumOf { ranks[it] }
                    val sums =
                        (0 until (1 shl rest.size)).map { signs ->
                            ranks.indices.filter { signs shr it and 1 == 1 }.sumOf { ranks[it] }
                        }
                    val below = sums.count { it <= observed } / sums.size.toDouble()
                    val above = sums.count { it >= observed } / sums.size.toDouble()
                    val test = SignedRankTest.of(*differences)
                    test.used shouldBe rest.size
                    test.p shouldBe (minOf(1.0, 2 * minOf(below, above)) plusOrMinus 1e-12)
                }
            }
        }

        context("Kruskal and Wallis") {
            test("as R: Hollander and Wolfe's mucociliary efficiency") {
                val test =
                    KruskalWallis.of(
                        doubleArrayOf(2.9, 3.0, 2.5, 2.6, 3.2),
                        doubleArrayOf(3.8, 2.7, 4.0, 2.4),
                        doubleArrayOf(2.8, 3.4, 3.7, 2.2, 2.0),
                    )
                test.statistic shouldBe (0.771428571428572 plusOrMinus 1e-13)
                test.p shouldBe (0.679964773578894 plusOrMinus 1e-13)
            }

            test("corrected for ties, as R: kruskal.test(Ozone ~ Month, data = airquality)") {
                val ozone =
                    listOf(
                        "41 36 12 18 28 23 19 8 7 16 11 14 18 14 34 6 30 11 1 11 4 32 23 45 115 37",
                        "29 71 39 23 21 37 20 12 13",
                        "135 49 32 64 40 77 97 97 85 10 27 7 48 35 61 79 63 16 80 108 20 52 82 " +
                            "50 64 59",
                        "39 9 16 78 35 66 122 89 110 44 28 65 22 59 23 31 44 21 9 45 168 73 76 " +
                            "118 84 85",
                        "96 78 73 91 47 32 20 23 21 24 44 21 28 9 13 46 18 13 24 16 13 23 36 7 " +
                            "14 30 14 18 20",
                    ).map { month -> month.split(" ").map { it.toDouble() }.toDoubleArray() }
                val test = KruskalWallis.of(*ozone.toTypedArray())
                test.statistic shouldBe (29.2665763061169 plusOrMinus 1e-11)
                test.p shouldBe (6.90071411854678e-06 plusOrMinus 1e-17)
            }

            test("two samples without ties are Mann and Whitney's, by the normal distribution") {
                val test = KruskalWallis.of(doubleArrayOf(1.0, 2.0), doubleArrayOf(1.0, 2.0))
                test.statistic shouldBe (0.0 plusOrMinus 1e-12)
                KruskalWallis.of(doubleArrayOf(1.0), doubleArrayOf(1.0)).p shouldBe 1.0
            }
        }

        context("Vargha and Delaney") {
            test("by counting pairs, which is U over all pairs") {
                val x = doubleArrayOf(1.0, 3.0, 3.0, INFINITE)
                val y = doubleArrayOf(2.0, 3.0, INFINITE)
                // 1 beats none; 3 beats 2 and draws once, twice over; infinity beats two, draws one.
                Superiority.a12(x, y) shouldBe ((1.5 + 1.5 + 2.5) / 12 plusOrMinus 1e-15)
                Superiority.a12(y, x) shouldBe (1 - 5.5 / 12 plusOrMinus 1e-15)
                Superiority.a12(x, y) shouldBe (RankSumTest.of(x, y).u / 12 plusOrMinus 1e-15)
            }
        }

        context("Holm") {
            test("as R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), 'holm')") {
                val adjusted = Holm.adjusted(0.01, 0.04, 0.03, Double.NaN, 0.005, 0.5)
                listOf(0.04, 0.09, 0.09, Double.NaN, 0.025, 0.5).forEachIndexed { i, p ->
                    if (p.isNaN()) {
                        adjusted[i].isNaN() shouldBe true
                    } else {
                        adjusted[i] shouldBe (p plusOrMinus 1e-15)
                    }
                }
            }
        }
    })
