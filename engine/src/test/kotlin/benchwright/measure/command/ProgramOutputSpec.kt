package benchwright.measure.command

import benchwright.measure.Reading.Figure
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll
import java.io.InputStream

/** What is read of a text, and of one that comes in pieces of the given lengths. */
private fun read(
    text: String,
    pieces: List<Int> = listOf(),
): ProgramOutput {
    val bytes = text.toByteArray()
    val lengths = ArrayDeque(pieces)
    var at = 0
    val stream =
        object : InputStream() {
            override fun read() = throw UnsupportedOperationException()

            override fun read(
                into: ByteArray,
                start: Int,
                most: Int,
            ): Int {
                if (at == bytes.size) return -1
                val count = minOf(most, lengths.removeFirstOrNull() ?: most, bytes.size - at)
                bytes.copyInto(into, start, at, at + count)
                at += count
                return count
            }
        }
    return ProgramOutput(stream, true).apply { await() }
}

private class Spoken(
    val line: String,
    val metrics: List<Figure> = listOf(),
    val stages: List<Figure> = listOf(),
    val numbers: List<Double> = listOf(),
)

private val lines =
    listOf(
        Spoken(
            """{"metric": "a b", "value": -1.5e3, "unit": "1/s"}""",
            listOf(Figure("a b", "1/s", -1500.0)),
        ),
        Spoken("""  {"unit":"","value":0,"metric":"x"}""", listOf(Figure("x", "", 0.0))),
        Spoken("{\"stage\":\"load\",\"seconds\":2}\r", stages = listOf(Figure("load", "s", 2.0))),
        // What is not exactly that is ordinary output, and the numbers in it count.
        Spoken("""{"metric": "x", "value": "3", "unit": ""}""", numbers = listOf(3.0)),
        Spoken("""{"metric": "x", "value": 4}""", numbers = listOf(4.0)),
        Spoken(
            """{"metric": "x", "value": 5, "unit": "", "more": 6}""",
            numbers = listOf(5.0, 6.0),
        ),
        Spoken("""{"metric": "", "value": 7, "unit": ""}""", numbers = listOf(7.0)),
        Spoken(
            """{"metric": "x", "value": 1e999, "unit": ""}""",
            numbers = listOf(Double.POSITIVE_INFINITY),
        ),
        Spoken("""{"metric": "x", "value": 8, "unit": ""} 9""", numbers = listOf(8.0, 9.0)),
        Spoken("""{"metric": "x", "value": +8, "unit": ""}""", numbers = listOf(8.0)),
        Spoken("""{metric: "x", value: 10, unit: ""}""", numbers = listOf(10.0)),
        Spoken("""{"stage": "load", "seconds": NaN}""", numbers = listOf(Double.NaN)),
        Spoken("""[{"stage": "load", "seconds": 11}]""", numbers = listOf(11.0)),
        Spoken("""x {"stage": "load", "seconds": 12}""", numbers = listOf(12.0)),
        Spoken(
            "best=0.25, at (1.;-.5)  1e-8|2E+2%",
            numbers = listOf(0.25, 1.0, -0.5, 1e-8, 200.0),
        ),
        Spoken("bbob-f10 v1.2.3 2026-11-20 12ms 0x10 1e 1d --1 - . e5 utf-8"),
        Spoken("The best is 0.5.", numbers = listOf(0.5)),
        Spoken(
            "nan -NaN inf -Infinity +INF nano info",
            numbers =
                listOf(
                    Double.NaN,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                ),
        ),
        Spoken("0".repeat(500) + " 13", numbers = listOf(13.0)),
        Spoken("{" + " ".repeat(5000) + "14}", numbers = listOf(14.0)),
        Spoken("\u0000\u00ff 15", numbers = listOf(15.0)),
        Spoken(""),
    )

class ProgramOutputSpec :
    FunSpec({
        context("of a line") {
            withData(nameFn = {
                it.line
                    .take(60)
                    .filter { c ->
                        c >= ' '
                    }.ifEmpty { "nothing" }
            }, lines) {
                for (end in listOf("", "\n")) {
                    val output = read(it.line + end)
                    output.metrics() shouldBe it.metrics
                    output.stages() shouldBe it.stages
                    output.numbers().map(Double::toBits) shouldBe it.numbers.map(Double::toBits)
                }
            }
        }

        test("how output comes in pieces makes no difference") {
            val text = lines.joinToString("\n") { it.line }
            val whole = read(text)
            val numbers = whole.numbers().map(Double::toBits)
            checkAll(200, Arb.list(Arb.int(1..400), 0..200)) { pieces ->
                val parts = read(text, pieces)
                parts.numbers().map(Double::toBits) shouldBe numbers
                parts.metrics() shouldBe whole.metrics()
                parts.stages() shouldBe whole.stages()
            }
        }

        test("of a metric the last value holds; the times of a stage add up") {
            val output =
                read(
                    (1..3).joinToString("\n") {
                        """{"metric":"m","value":$it,"unit":""}""" + "\n" +
                            """{"stage":"s","seconds":$it}"""
                    },
                )
            output.metrics() shouldBe listOf(Figure("m", "", 3.0))
            output.stages() shouldBe listOf(Figure("s", "s", 6.0))
            output.numbers().shouldBeEmpty()
        }

        test("what is kept is limited") {
            val output =
                read((1..30_000).joinToString("\n") { "$it\n{\"stage\":\"s$it\",\"seconds\":1}" })
            output.numbers() shouldBe (1..10_000).map { it.toDouble() }
            output.stages() shouldHaveSize 100
        }
    })
