package benchwright.stats

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.double
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll

class SampleSpec :
    FunSpec({
        test("mean, median, deviation, ends of a sample worked out by hand") {
            val sample = Sample.of(4.0, 2.0, 9.0, 1.0)
            sample.mean() shouldBe 4.0
            sample.median() shouldBe 3.0
            sample.standardDeviation() shouldBe (Math.sqrt(38.0 / 3) plusOrMinus 1e-15)
            sample.smallest() shouldBe 1.0
            sample.largest() shouldBe 9.0
        }

        test("quantiles are those of type 7: R's quantile(c(1, 2, 4, 9), 0.9) is 7.5") {
            Sample.of(9.0, 4.0, 2.0, 1.0).quantile(0.9) shouldBe (7.5 plusOrMinus 1e-14)
            Sample.of(9.0, 4.0, 2.0, 1.0).quantile(1.0) shouldBe 9.0
        }

        test("a single number deviates by nobody knows what") {
            Sample.of(3.0).standardDeviation().isNaN() shouldBe true
            Sample.of(3.0).median() shouldBe 3.0
        }

        test("an empty sample has no numbers to tell") {
            Sample.of().mean().isNaN() shouldBe true
            Sample.of().median().isNaN() shouldBe true
            Sample.of().smallest().isNaN() shouldBe true
        }

        test("an infinity is a number: it is the mean, and it can be the median") {
            val far = Sample.of(1.0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
            far.mean() shouldBe Double.POSITIVE_INFINITY
            far.median() shouldBe Double.POSITIVE_INFINITY
            Sample
                .of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
                .median() shouldBe Double.POSITIVE_INFINITY
        }

        test("the order in which the numbers come changes no bit") {
            checkAll(Arb.list(Arb.double(-1e300, 1e300), 1..20)) { numbers ->
                val one = Sample.of(*numbers.toDoubleArray())
                val other = Sample.of(*numbers.shuffled().toDoubleArray())
                one.mean().toRawBits() shouldBe other.mean().toRawBits()
                one.standardDeviation().toRawBits() shouldBe other.standardDeviation().toRawBits()
            }
        }
    })
