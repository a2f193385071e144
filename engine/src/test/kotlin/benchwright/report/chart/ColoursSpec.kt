package benchwright.report.chart

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeGreaterThan
import kotlin.math.cbrt
import kotlin.math.max
import kotlin.math.min
import kotlin.math.pow
import kotlin.math.sqrt

/** Colours measured as eyes do, in OKLab (Ottosson, A perceptual color space, 2020). */
class ColoursSpec :
    FunSpec({
        for (dark in listOf(false, true)) {
            val curves = (0..7).map { linear(colour("c$it", dark)) }
            val paper = linear(colour("paper", dark))
            val paperName = if (dark) "dark" else "light"

            test("curves stay apart for every kind of eye, on $paperName paper") {
                for ((eye, matrix) in EYES) {
                    val seen = curves.map { okLab(through(matrix, it)) }
                    for (i in seen.indices) {
                        for (j in 0 until i) {
                            withClue("c$i and c$j, $eye") {
                                distance(seen[i], seen[j]) shouldBeGreaterThan 0.085
                            }
                        }
                    }
                }
            }

            test("curves and text stand out from $paperName paper") {
                for ((name, least) in listOf("ink" to 7.0, "soft" to 4.5, "bad" to 4.5) +
                    (0..7).map { "c$it" to 3.0 }) {
                    withClue(name) {
                        contrast(linear(colour(name, dark)), paper) shouldBeGreaterThan least - 0.05
                    }
                }
            }

            test("text in a field of a heat table can be read on $paperName paper") {
                for (depth in 0..7) {
                    val text = linear(colour(if (depth < 5) "t0" else "t5", dark))
                    withClue("h$depth") {
                        contrast(text, linear(colour("h$depth", dark))) shouldBeGreaterThan 4.0
                    }
                }
            }
        }
    })

private fun colour(
    name: String,
    dark: Boolean,
) = Colours.all().single { it.name() == name }.let { if (dark) it.dark() else it.light() }

private fun linear(hex: String) =
    listOf(1, 3, 5).map { hex.substring(it, it + 2).toInt(16) / 255.0 }.map {
        if (it <= 0.04045) it / 12.92 else ((it + 0.055) / 1.055).pow(2.4)
    }

private fun contrast(
    a: List<Double>,
    b: List<Double>,
): Double {
    val (first, second) = listOf(a, b).map { 0.2126 * it[0] + 0.7152 * it[1] + 0.0722 * it[2] }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
}

private fun through(
    matrix: List<List<Double>>,
    rgb: List<Double>,
) = matrix.map { row -> row.indices.sumOf { row[it] * rgb[it] }.coerceIn(0.0, 1.0) }

private fun okLab(rgb: List<Double>): List<Double> {
    val (r, g, b) = rgb
    val l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    val m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    val s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return listOf(
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    )
}

private fun distance(
    a: List<Double>,
    b: List<Double>,
) = sqrt(a.indices.sumOf { (a[it] - b[it]).pow(2) })

/** Machado, Oliveira and Fernandes (2009), severity 1, for linear RGB. */
private val EYES =
    mapOf(
        "all cones" to listOf(listOf(1.0, 0.0, 0.0), listOf(0.0, 1.0, 0.0), listOf(0.0, 0.0, 1.0)),
        "no red cones" to
            listOf(
                listOf(0.152286, 1.052583, -0.204868),
                listOf(0.114503, 0.786281, 0.099216),
                listOf(-0.003882, -0.048116, 1.051998),
            ),
        "no green cones" to
            listOf(
                listOf(0.367322, 0.860646, -0.227968),
                listOf(0.280085, 0.672501, 0.047413),
                listOf(-0.011820, 0.042940, 0.968881),
            ),
        "no blue cones" to
            listOf(
                listOf(1.255528, -0.076749, -0.178779),
                listOf(-0.078411, 0.930809, 0.147602),
                listOf(0.004733, 0.691367, 0.303900),
            ),
    )
