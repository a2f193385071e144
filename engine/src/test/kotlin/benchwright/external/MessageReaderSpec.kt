package benchwright.external

import benchwright.artifact.Decimals
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.long
import io.kotest.property.arbitrary.numericDouble
import io.kotest.property.checkAll
import java.io.InputStream
import java.math.BigDecimal

/** Hands out its bytes in pieces of one length. */
private class Pieces(
    private val bytes: ByteArray,
    private val length: Int,
) : InputStream() {
    private var at = 0

    override fun available() = bytes.size - at

    override fun read(): Int = if (at < bytes.size) bytes[at++].toInt() and 0xff else -1

    override fun read(
        to: ByteArray,
        from: Int,
        count: Int,
    ): Int {
        if (at == bytes.size) return -1
        val n = minOf(length, count, bytes.size - at)
        bytes.copyInto(to, from, at, at + n)
        at += n
        return n
    }
}

private fun reader(
    text: String,
    piece: Int = Int.MAX_VALUE,
) = MessageReader(Pieces(text.toByteArray(), piece))

private fun number(text: String): Double {
    val reader = reader("{\"ask\":[[$text]]}")
    reader.question(1, 1, false) shouldBe 1
    return reader.point()[0]
}

private fun Double.bits() = java.lang.Double.doubleToRawLongBits(this)

class MessageReaderSpec :
    FunSpec({
        test("a number that we wrote reads back as the same bits") {
            checkAll(5_000, Arb.long()) { bits ->
                val value = java.lang.Double.longBitsToDouble(bits)
                if (!value.isNaN()) number(Decimals.json(value)).bits() shouldBe value.bits()
            }
        }

        test("a number of any length is rounded as the JDK rounds it") {
            checkAll(5_000, Arb.long(), Arb.int(-30..30)) { digits, exponent ->
                val text = BigDecimal.valueOf(digits, exponent).toPlainString()
                number(text).bits() shouldBe text.toDouble().bits()
                val scientific = "${digits}e$exponent"
                number(scientific).bits() shouldBe scientific.toDouble().bits()
            }
        }

        test("halfway between two doubles, and next to it") {
            checkAll(5_000, Arb.numericDouble(1e-5, 1e5)) { value ->
                val exact = BigDecimal(value)
                val middle = exact.add(BigDecimal(Math.nextUp(value))).divide(BigDecimal(2))
                for (places in listOf(8, 10, 12, 14, 200)) {
                    val text =
                        middle
                            .setScale(
                                minOf(places, middle.scale()),
                                java.math.RoundingMode.HALF_EVEN,
                            ).toPlainString()
                    number(text).bits() shouldBe text.toDouble().bits()
                }
            }
        }

        context("numbers") {
            withData(
                "0",
                "-0",
                "-0.0",
                "1",
                "1.0E-4",
                "1e22",
                "1E+308",
                "1e999",
                "4.9E-324",
                "123456789012345678901234567890",
                "0.000000000000000000000000000001",
                "9007199254740993",
                "9007199254740993.00000000000000000001",
            ) { number(it).bits() shouldBe it.toDouble().bits() }
        }

        test("what is no number has a name") {
            number("\"NaN\"").isNaN() shouldBe true
            number("\"Infinity\"") shouldBe Double.POSITIVE_INFINITY
            number("\"-Infinity\"") shouldBe Double.NEGATIVE_INFINITY
        }

        context("however a question comes in pieces, it is the same") {
            withData(1, 2, 3, 7, 64, 100_000) { piece ->
                val text =
                    "{\"ask\": [[1.25, -3e2],[4,\"Infinity\"]]}\r\n\n{\"ask\":[[7.0,8.0]]}" +
                        "{\"done\": \"it \\\" is\"}\n"
                val reader = reader(text, piece)
                reader.question(2, 9, false) shouldBe 2
                reader.points().map { it.toList() } shouldBe
                    listOf(listOf(1.25, -300.0), listOf(4.0, Double.POSITIVE_INFINITY))
                reader.question(2, 9, false) shouldBe 1
                reader.point().toList() shouldBe listOf(7.0, 8.0)
                reader.question(2, 9, false) shouldBe 0
            }
        }

        test("hexadecimal digits of either case are the bits") {
            val bytes = ByteArray(16)
            checkAll(2_000, Arb.long()) { bits ->
                val value = java.lang.Double.longBitsToDouble(bits)
                Hexadecimal.write(value, bytes, 0) shouldBe 16
                for (text in listOf(String(bytes), String(bytes).uppercase())) {
                    val reader = reader("{\"ask\":[\"$text\"]}")
                    reader.question(1, 1, true) shouldBe 1
                    reader.point()[0].bits() shouldBe bits
                }
            }
        }

        test("points that nobody can pay are counted and not kept") {
            val reader = reader("{\"ask\":[[1],[2],[3],[4,5]]}")
            reader.question(1, 2, false) shouldBe 4
            reader.points().map { it.toList() } shouldBe listOf(listOf(1.0), listOf(2.0))
        }
    })
