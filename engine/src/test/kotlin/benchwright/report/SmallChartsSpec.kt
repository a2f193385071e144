package benchwright.report

import benchwright.artifact.Summary
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText

class SmallChartsSpec :
    FunSpec({
        val optimizers = SampleRuns.optimizers()
        val timed = SampleRuns.timed()

        fun drawn(strokes: Strokes): String {
            val charts = SmallCharts(strokes, Palette.PLAIN, 80)
            return charts.targets(optimizers.summary()) + "\n" + charts.times(timed.timings())
        }

        test("the charts of the samples, in blocks and in ASCII") {
            for (strokes in Strokes.entries) {
                val golden =
                    Path.of("src/test/resources/reports/charts-${strokes.name.lowercase()}.txt")
                if (System.getProperty("golden.update") == "true") golden.writeText(drawn(strokes))
                drawn(strokes) shouldBe golden.readText()
            }
        }

        test("no line is longer than the terminal is wide, and ASCII is ASCII") {
            for (strokes in Strokes.entries) {
                for (line in drawn(strokes).lines()) line.length shouldBeLessThanOrEqual 80
            }
            drawn(Strokes.ASCII).all { it.code < 128 } shouldBe true
        }

        test("something is never drawn as nothing, and all as the highest stroke") {
            for (strokes in Strokes.entries) {
                strokes.at(0.0) shouldBe ' '
                (strokes.at(1e-9) == ' ') shouldBe false
                strokes.at(1.0) shouldBe strokes.at(2.0)
            }
            Strokes.BLOCKS.at(1.0) shouldBe '█'
            Strokes.BLOCKS.at(0.5) shouldBe '▄'
        }

        test("where nothing is known, nothing is drawn") {
            val charts = SmallCharts(Strokes.BLOCKS, Palette.PLAIN, 80)
            charts.targets(Summary.of("r", listOf())) shouldBe ""
            charts.times(listOf()) shouldBe ""
        }

        test("colours only where they are allowed") {
            SmallCharts(Strokes.BLOCKS, Palette.COLOURED, 80)
                .times(timed.timings()) shouldStartWith
                "\u001b[2m"
        }
    })
