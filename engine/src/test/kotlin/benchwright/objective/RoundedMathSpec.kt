package benchwright.objective

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.math.BigDecimal
import java.math.MathContext
import java.math.RoundingMode

/** Correct rounding, against series in 60 digits. */
class RoundedMathSpec :
    FunSpec({
        val digits = MathContext(60, RoundingMode.HALF_EVEN)
        val arguments = BbobRandom.uniform(300, 12345L)

        fun exp(x: BigDecimal): BigDecimal {
            var term = BigDecimal.ONE
            var sum = BigDecimal.ONE
            for (n in 1..160) {
                term = term.multiply(x, digits).divide(BigDecimal(n), digits)
                sum = sum.add(term, digits)
            }
            return sum
        }

        fun log(x: Double): BigDecimal {
            var y = BigDecimal(StrictMath.log(x))
            repeat(3) {
                val power = exp(y)
                val excess = BigDecimal(x).subtract(power, digits).divide(power, digits)
                y =
                    y
                        .add(
                            excess,
                            digits,
                        ).subtract(
                            excess.multiply(excess, digits).divide(BigDecimal(2), digits),
                            digits,
                        )
            }
            return y
        }

        fun cos(x: Double): BigDecimal {
            val square = BigDecimal(x).multiply(BigDecimal(x)).negate()
            var term = BigDecimal.ONE
            var sum = BigDecimal.ONE
            for (n in 2..120 step 2) {
                term = term.multiply(square, digits).divide(BigDecimal(n * (n - 1)), digits)
                sum = sum.add(term, digits)
            }
            return sum
        }

        test("log is correctly rounded") {
            for (x in arguments) RoundedMath.log(x) shouldBe log(x).toDouble()
        }

        test("cos is correctly rounded in the first turn") {
            for (x in arguments.map { 2 * Math.PI * it }) {
                RoundedMath.cos(x) shouldBe
                    cos(x).toDouble()
            }
        }

        test("pow is correctly rounded for the bases of conditioning") {
            for ((i, y) in arguments.withIndex()) {
                val base = listOf(10.0, 100.0, 1e6, 0.1, 1000.0, Math.sqrt(10.0))[i % 6]
                RoundedMath.pow(base, y) shouldBe
                    exp(log(base).multiply(BigDecimal(y), digits)).toDouble()
            }
            RoundedMath.pow(10.0, 0.0) shouldBe 1.0
        }
    })
