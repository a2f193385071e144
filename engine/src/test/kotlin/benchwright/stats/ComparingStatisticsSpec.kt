package benchwright.stats

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.double
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.map
import io.kotest.property.checkAll

private infix fun Double.near(other: Double) = this shouldBe (other plusOrMinus 1e-4 * other)

/** Tests for two sides of which little is known. */
class ComparingStatisticsSpec :
    FunSpec({
        fun signs(
            positive: Int,
            negative: Int,
        ) = SignTest.of(*DoubleArray(positive) { 1.0 + it }, *DoubleArray(negative) { -1.0 - it })

        test("the sign test counts, as binom.test of R does") {
            signs(3, 12).p shouldBe (2 * (1 + 15 + 105 + 455) / 32768.0 plusOrMinus 1e-15)
            signs(12, 3).p shouldBe signs(3, 12).p
            signs(0, 6).p shouldBe (2 / 64.0 plusOrMinus 1e-15)
            signs(5, 5).p shouldBe 1.0
            SignTest.of(0.0, -0.0).p shouldBe 1.0
            signs(21, 7).p near 0.01254
        }

        test("differences of 0 are left out, infinite ones count, NaN is refused") {
            SignTest.of(0.0, 1.0, Double.POSITIVE_INFINITY, 0.0).p near 0.5
            shouldThrow<IllegalArgumentException> { SignTest.of(Double.NaN) }
        }

        test("the least probability is that of all signs alike") {
            checkAll(Arb.int(1..60)) { n ->
                signs(n, 0).p shouldBe (signs(n / 2, n - n / 2).least() plusOrMinus 1e-15)
            }
        }

        test("the interval of a median has the ranks that tables give for 95 %") {
            fun ranks(n: Int) = SignTest.median(DoubleArray(n) { it + 1.0 }, 0.05)
            ranks(5).lower.isNaN() shouldBe true
            ranks(6) shouldBe SignTest.Range(1.0, 6.0)
            ranks(8) shouldBe SignTest.Range(1.0, 8.0)
            ranks(9) shouldBe SignTest.Range(2.0, 8.0)
            ranks(10) shouldBe SignTest.Range(2.0, 9.0)
            ranks(20) shouldBe SignTest.Range(6.0, 15.0)
            ranks(50) shouldBe SignTest.Range(18.0, 33.0)
        }

        test("the interval excludes 0 exactly when the test does") {
            checkAll(
                Arb.list(
                    Arb.double(-3.0, 5.0, false).map {
                        if (it ==
                            0.0
                        ) {
                            1.0
                        } else {
                            it
                        }
                    },
                    6..40,
                ),
            ) {
                val values = it.toDoubleArray()
                val range = SignTest.median(values, 0.05)
                (range.lower > 0 || range.upper < 0) shouldBe (SignTest.of(*values).p <= 0.05)
            }
        }

        test("Fisher's test gives what fisher.test of R gives") {
            FisherTest.of(3, 4, 1, 4).p near 0.4857143
            FisherTest.of(2, 12, 15, 18).p near 0.0005367
            FisherTest.of(6, 6, 0, 6).p near 2 / 924.0
            FisherTest.of(5, 5, 5, 5).p shouldBe 1.0
        }

        test("Fisher's test does not ask which side is which, and knows its least probability") {
            checkAll(Arb.int(0..12), Arb.int(0..9)) { a, b ->
                val one = FisherTest.of(a, 12, b, 9)
                one.p shouldBe (FisherTest.of(b, 9, a, 12).p plusOrMinus 1e-12)
                one.least shouldBeLessThanOrEqual one.p
            }
            FisherTest.of(1, 2, 1, 2).least near 1 / 3.0
        }

        test("tests that are too small to tell anything cost the others nothing") {
            val p = doubleArrayOf(0.01, *DoubleArray(10) { 0.5 }, Double.NaN)
            val least = doubleArrayOf(0.001, *DoubleArray(10) { 0.5 }, Double.NaN)
            val adjusted = Tarone.adjusted(p, least, 0.05)
            adjusted[0] shouldBe 0.01
            adjusted[1] shouldBe 1.0
            adjusted[11].isNaN() shouldBe true
            Tarone.level(p, least, 0.05) shouldBe 0.05
        }

        test("where all tests can tell something, Tarone's correction is Holm's") {
            checkAll(Arb.list(Arb.double(0.0, 1.0, false), 1..20)) { values ->
                val p = values.toDoubleArray()
                Tarone.adjusted(p, DoubleArray(p.size), 0.05).toList() shouldBe
                    Holm.adjusted(*p).toList()
            }
        }

        test("the share that would be found is that of pwr.2p.test of R") {
            // pwr.2p.test(n = 100, power = 0.8): h = 0.3962; sin(pi/4 - h/2)^2
            Detectable.ofShares(0.5, 100, 100, 0.05) near 0.30705
            Detectable.ofShares(1.0, 1, 1, 0.05).isNaN() shouldBe true
        }

        test("more differences show smaller shifts, and too few show none") {
            fun spread(n: Int) = DoubleArray(n) { it % 7 - 3.0 + 0.01 * it }
            Detectable.bySigns(spread(5), 0.05).isNaN() shouldBe true
            Detectable.bySigns(spread(300), 0.05) shouldBeLessThanOrEqual
                Detectable.bySigns(spread(30), 0.05)
            Detectable.ofMeans(spread(30), spread(30), 0.05) near
                (1.959964 + 0.8416212) *
                Math.sqrt(2.0 / 30) *
                Sample.of(*spread(30)).standardDeviation()
        }

        test("the interval of a ratio of quotients holds the ratio of what was drawn from") {
            val ones = DoubleArray(40) { 1.0 }
            val side = QuotientRatio.Side(DoubleArray(40) { 100.0 + it }, ones)
            val twice = QuotientRatio.Side(DoubleArray(40) { 2 * (100.0 + it) }, ones)
            val paired = QuotientRatio.of(twice, side, true)
            paired.lower shouldBe (2.0 plusOrMinus 1e-12)
            paired.upper shouldBe (2.0 plusOrMinus 1e-12)
            val apart = QuotientRatio.of(twice, side, false)
            (apart.lower < 2.0 && apart.upper > 2.0) shouldBe true
            QuotientRatio
                .of(
                    QuotientRatio.Side(DoubleArray(4), DoubleArray(4)),
                    QuotientRatio.Side(DoubleArray(4), DoubleArray(4)),
                    true,
                ).lower
                .isNaN() shouldBe true
        }
    })
