package benchwright.report.chart

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldHaveAtMostSize
import io.kotest.matchers.collections.shouldNotBeEmpty
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.double
import io.kotest.property.arbitrary.int
import io.kotest.property.checkAll
import kotlin.math.log10
import kotlin.math.pow

class PlotSpec :
    FunSpec({
        test("ticks are powers of ten, or 1, 2 and 5 times one, inside the axis") {
            checkAll(300, between(-12.0, 12.0), between(0.05, 14.0), Arb.int(2..10)) {
                low,
                decades,
                most,
                ->
                val axis =
                    Axis("", Unit.NUMBER, true, 10.0.pow(low), 10.0.pow(low + decades))
                val ticks = Scale(axis, 0.0, 300.0).ticks(most)
                ticks.filter { it.text().isNotEmpty() } shouldHaveAtMostSize most
                for (tick in ticks) {
                    tick.position().shouldBeBetween(0.0, 300.0, 1e-6)
                    val mantissa = 10.0.pow(log10(tick.value()).mod(1.0))
                    listOf(
                        1.0,
                        2.0,
                        5.0,
                        10.0,
                    ).any { kotlin.math.abs(it - mantissa) < 1e-6 } shouldBe
                        true
                }
                if (decades > 1.2 && most > 3) ticks.shouldNotBeEmpty()
            }
        }

        test("steps of a linear axis are 1, 2 or 5 times a power of ten, evenly apart") {
            checkAll(300, between(-1e6, 1e6), between(1e-3, 1e6), Arb.int(2..10)) {
                least,
                span,
                most,
                ->
                val axis = Axis("", Unit.NUMBER, false, least, least + span)
                val ticks = Scale(axis, 0.0, 300.0).ticks(most)
                ticks shouldHaveAtMostSize most + 1
                if (ticks.size > 2) {
                    val first = ticks[1].value() - ticks[0].value()
                    val second = ticks[2].value() - ticks[1].value()
                    second shouldBe (first plusOrMinus first * 1e-6)
                }
            }
        }

        test("what lies outside the axis is drawn at its end") {
            val scale = Scale(Axis("", Unit.NUMBER, true, 1.0, 100.0), 10.0, 210.0)
            listOf(-1.0, 0.0, 1e-9, 10.0, 1e9).map { scale.at(it) } shouldContainExactly
                listOf(10.0, 10.0, 10.0, 110.0, 210.0)
        }

        test("an axis needs two ends, and a logarithmic one above 0") {
            for ((low, high) in listOf(1.0 to 1.0, 2.0 to 1.0, 0.0 to 1.0, 1.0 to Double.NaN)) {
                shouldThrow<IllegalArgumentException> { Axis("", Unit.NUMBER, true, low, high) }
            }
        }

        test("labels below a plot do not touch each other") {
            val labels =
                Regex("""<tspan x="([0-9.]+)" y="[0-9.]+">([^<]*)</tspan>""")
                    .findAll(SvgChart.file(SampleCharts.plot).substringAfter("tick m"))
                    .map { it.groupValues[1].toDouble() to it.groupValues[2] }
                    .toList()
            labels.shouldNotBeEmpty()
            labels
                .zipWithNext()
                .filter { (a, b) ->
                    a.first + Letters.width(a.second, 12.0) / 2 >
                        b.first - Letters.width(b.second, 12.0) / 2
                }.shouldBeEmpty()
        }

        test("a path is read back to where its points were, to a hundredth of a pixel") {
            checkAll(200, between(0.0, 600.0), between(0.0, 300.0), between(0.0, 300.0)) {
                x,
                y,
                z,
                ->
                val pen = Pen().move(x, y)
                var at = x
                repeat(50) {
                    at += 0.33
                    pen.line(at, if (it % 2 == 0) z else y)
                }
                pen.line(x, z)
                val numbers = ends(pen.toString())
                numbers.first shouldBe (x plusOrMinus 0.051)
                numbers.second shouldBe (z plusOrMinus 0.0051)
            }
        }

        test("a name that is too long keeps its beginning and its end") {
            val short = Letters.shortened("manta-ray-with-population-20", 12.0, 120.0)
            short.startsWith("manta") shouldBe true
            short.endsWith("20") shouldBe true
            Letters.width(short, 12.0).shouldBeBetween(60.0, 120.0, 0.0)
            Letters.shortened("short", 12.0, 120.0) shouldBe "short"
        }

        test("groups of a ranking are the longest, and none is inside another") {
            val ranked =
                listOf(1.0, 1.5, 2.4, 2.6, 5.0).mapIndexed { i, r -> Ranking.Ranked("$i", i, r) }
            Ranking.groups(ranked, 1.2) shouldContainExactly
                listOf(Ranking.Group(0, 1), Ranking.Group(1, 3))
            Ranking.groups(ranked, Double.NaN).shouldBeEmpty()
            Ranking.groups(ranked, 9.0) shouldContainExactly listOf(Ranking.Group(0, 4))
        }
    })

private fun between(
    low: Double,
    high: Double,
): Arb<Double> = Arb.double(low..high, includeNaNs = false)

/** Where a path of M, h, v and l ends. */
private fun ends(path: String): Pair<Double, Double> {
    var x = 0.0
    var y = 0.0
    for (command in Regex("([Mhvl])([^Mhvl]*)").findAll(path)) {
        val numbers =
            Regex("-?(\\d+\\.?\\d*|\\.\\d+)").findAll(command.groupValues[2]).map {
                it.value.toDouble()
            }
        when (command.groupValues[1]) {
            "M" -> {
                numbers.toList().let { (a, b) -> x = a.also { y = b } }
            }

            "h" -> {
                x += numbers.sum()
            }

            "v" -> {
                y += numbers.sum()
            }

            else -> {
                numbers.chunked(2).forEach { (dx, dy) ->
                    x += dx
                    y += dy
                }
            }
        }
    }
    return x to y
}
