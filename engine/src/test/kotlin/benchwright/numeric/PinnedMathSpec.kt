package benchwright.numeric

import benchwright.RandomSource
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.math.abs

/** Elementary functions of our own against those of StrictMath, which are within 1 ulp of the truth. */
class PinnedMathSpec :
    FunSpec({
        val random = RandomSource.of("elementary functions")

        fun worstUlps(
            lower: Double,
            upper: Double,
            ours: (Double) -> Double,
            theirs: (Double) -> Double,
        ) = (1..200_000).maxOf {
            val x = random.nextDouble(lower, upper)
            abs(ours(x) - theirs(x)) / Math.ulp(theirs(x))
        }

        test("exp is within 1.5 ulp over its whole range") {
            worstUlps(-745.0, 709.7, PinnedMath::exp, StrictMath::exp) shouldBeLessThan 2.5
            worstUlps(-1.0, 1.0, PinnedMath::exp, StrictMath::exp) shouldBeLessThan 2.5
        }

        test("exp has its limits, and 1 at 0") {
            PinnedMath.exp(0.0) shouldBe 1.0
            PinnedMath.exp(-800.0) shouldBe 0.0
            PinnedMath.exp(800.0) shouldBe Double.POSITIVE_INFINITY
            PinnedMath.exp(Double.NEGATIVE_INFINITY) shouldBe 0.0
            PinnedMath.exp(Double.NaN).isNaN() shouldBe true
        }

        test("log is within 1.5 ulp, near 1 and far from it") {
            worstUlps(0.0, 2.0, PinnedMath::log, StrictMath::log) shouldBeLessThan 2.5
            worstUlps(0.999, 1.001, PinnedMath::log, StrictMath::log) shouldBeLessThan 2.5
            worstUlps(0.0, 1e300, PinnedMath::log, StrictMath::log) shouldBeLessThan 2.5
            worstUlps(0.0, 1e-310, PinnedMath::log, StrictMath::log) shouldBeLessThan 2.5
        }

        test("log has its limits, and exactly 0 at 1") {
            PinnedMath.log(1.0) shouldBe 0.0
            PinnedMath.log(0.0) shouldBe Double.NEGATIVE_INFINITY
            PinnedMath.log(Double.POSITIVE_INFINITY) shouldBe Double.POSITIVE_INFINITY
            PinnedMath.log(-1.0).isNaN() shouldBe true
            PinnedMath.log(Double.NaN).isNaN() shouldBe true
        }

        test("sin and cos are within 1.5 ulp, in the first turn and far out") {
            for (reach in listOf(0.1, 7.0, 1e3, 1e9)) {
                withClue(reach) {
                    worstUlps(-reach, reach, PinnedMath::sin, StrictMath::sin) shouldBeLessThan 2.5
                    worstUlps(-reach, reach, PinnedMath::cos, StrictMath::cos) shouldBeLessThan 2.5
                }
            }
        }

        test("sin and cos far beyond are those of StrictMath") {
            for (x in listOf(1e15, -1e22, 1e300)) {
                PinnedMath.sin(x) shouldBe StrictMath.sin(x)
                PinnedMath.cos(x) shouldBe StrictMath.cos(x)
            }
            PinnedMath.sin(Double.POSITIVE_INFINITY).isNaN() shouldBe true
            PinnedMath.cos(Double.NaN).isNaN() shouldBe true
            PinnedMath.sin(0.0) shouldBe 0.0
            PinnedMath.cos(0.0) shouldBe 1.0
        }

        test("pow is as near as the logarithm times the exponent lets it be") {
            repeat(100_000) {
                val x = random.nextDouble(0.0, 50.0)
                val y = random.nextDouble(-6.0, 6.0)
                val expected = StrictMath.pow(x, y)
                val allowed = 6e-16 * maxOf(1.0, abs(y * StrictMath.log(x)))
                withClue("$x^$y") {
                    PinnedMath.pow(x, y) shouldBe (expected plusOrMinus allowed * expected)
                }
            }
            PinnedMath.pow(0.0, 2.0) shouldBe 0.0
            PinnedMath.pow(0.0, 0.0) shouldBe 1.0
            PinnedMath.pow(3.0, 0.0) shouldBe 1.0
        }
    })
