package benchwright.artifact

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.math.BigDecimal
import java.math.MathContext
import java.math.RoundingMode
import java.security.MessageDigest
import java.util.SplittableRandom

class DecimalsSpec :
    FunSpec({
        val jdkIsRight = Runtime.version().feature() >= 19

        fun check(value: Double) {
            val text = Decimals.text(value)
            check(
                text.toDouble().toRawBits() == value.toRawBits(),
            ) { "$text is not ${value.toRawBits()}" }
            if (jdkIsRight) check(text == value.toString()) { "$text is not $value" }
        }

        /** All doubles at which algorithms of this kind went wrong before. */
        fun hard(): List<Double> =
            buildList {
                addAll(
                    listOf(
                        2e23,
                        9007199254740993.0,
                        1e23,
                        0.1,
                        1e-3,
                        9.999e-4,
                        1e7,
                        9999999.999,
                        5e-324,
                    ),
                )
                addAll(listOf(Double.MIN_VALUE, Double.MAX_VALUE, java.lang.Double.MIN_NORMAL))
                for (exponent in -1074..1023) add(Math.scalb(1.0, exponent))
                for (exponent in -323..308) add("1e$exponent".toDouble())
                for (exponent in -323..307) add("5e$exponent".toDouble())
                for (bits in 1L..2000L) add(Double.fromBits(bits))
            }.flatMap { listOf(it, -it, Math.nextUp(it), Math.nextDown(it)) }

        test("the spelling is that of Double.toString since JDK 19") {
            val spellings =
                listOf(
                    0.0 to "0.0",
                    -0.0 to "-0.0",
                    5.0 to "5.0",
                    -123.0 to "-123.0",
                    0.001 to "0.001",
                    1e-4 to "1.0E-4",
                    1234567.0 to "1234567.0",
                    9999999.999 to "9999999.999",
                    1e7 to "1.0E7",
                    12345678.0 to "1.2345678E7",
                    79.48 to "79.48",
                    2e23 to "2.0E23",
                    1.0E23 to "1.0E23",
                    9007199254740993.0 to "9.007199254740992E15",
                    2.0E-3 to "0.002",
                    Double.MIN_VALUE to "4.9E-324",
                    2 * Double.MIN_VALUE to "9.9E-324",
                    3 * Double.MIN_VALUE to "1.5E-323",
                    Double.MAX_VALUE to "1.7976931348623157E308",
                    java.lang.Double.MIN_NORMAL to "2.2250738585072014E-308",
                    2.2E-322 to "2.2E-322",
                    1.0 / 3 to "0.3333333333333333",
                )
            for ((value, text) in spellings) Decimals.text(value) shouldBe text
        }

        test("what JSON has no number for is a string") {
            Decimals.json(Double.POSITIVE_INFINITY) shouldBe "\"Infinity\""
            Decimals.json(Double.NEGATIVE_INFINITY) shouldBe "\"-Infinity\""
            Decimals.json(Double.NaN) shouldBe "\"NaN\""
            for (value in listOf(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN)) {
                Decimals.parse(Decimals.text(value)).toBits() shouldBe value.toBits()
            }
        }

        test("hard values read back as the same bits") {
            hard().filter { it.isFinite() }.forEach { check(it) }
        }

        test("three million doubles of all magnitudes read back as the same bits") {
            val random = SplittableRandom(7)
            repeat(1_000_000) {
                val any = Double.fromBits(random.nextLong())
                if (any.isFinite()) check(any)
                check(random.nextDouble() * Math.pow(10.0, random.nextInt(20) - 10.0))
                check(random.nextInt() / 1000.0)
            }
        }

        test(
            "no decimal with fewer digits reads back as the same bits, and none as short is closer",
        ) {
            val random = SplittableRandom(11)
            val some =
                hard().filter { it.isFinite() && it > 1e-320 } +
                    List(20_000) { Math.abs(Double.fromBits(random.nextLong())) }
            for (value in some) {
                if (!value.isFinite() || value == 0.0) continue
                val exact = BigDecimal(value)
                val written = BigDecimal(Decimals.text(value))
                val digits = written.stripTrailingZeros().precision()
                val shorter =
                    exact.round(
                        MathContext(Math.max(1, digits - 1), RoundingMode.HALF_EVEN),
                    )
                // Two digits are always allowed, so a single one is never too few.
                if (digits >
                    2
                ) {
                    check(shorter.toDouble() != value) { "$shorter is shorter than $written" }
                }
                val nearest = exact.round(MathContext(Math.max(2, digits), RoundingMode.HALF_EVEN))
                if (nearest.toDouble() == value) {
                    check(
                        (exact - written).abs() <= (exact - nearest).abs(),
                    ) { "$nearest is closer than $written" }
                }
            }
        }

        test("the bytes of a hundred thousand doubles are the same on every JVM") {
            val random = SplittableRandom(3)
            val digest = MessageDigest.getInstance("SHA-256")
            repeat(
                100_000,
            ) { digest.update(Decimals.json(Double.fromBits(random.nextLong())).toByteArray()) }
            digest.digest().joinToString("") { "%02x".format(it) } shouldBe EXPECTED
        }

        test("nothing is written before or after the place of a number") {
            val bytes = ByteArray(Decimals.LONGEST + 8) { '#'.code.toByte() }
            val end = Decimals.write(-1.7976931348623157E308, bytes, 4)
            String(bytes, 4, end - 4) shouldBe "-1.7976931348623157E308"
            bytes.take(4).all { it == '#'.code.toByte() } shouldBe true
            bytes.drop(end).all { it == '#'.code.toByte() } shouldBe true
        }
    }) {
    private companion object {
        const val EXPECTED = "0b7e3b89eba6efbb31afec7bd8ca3737e795aa50c4515a170337f2f494c6311e"
    }
}
