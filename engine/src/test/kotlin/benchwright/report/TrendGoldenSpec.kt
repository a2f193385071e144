package benchwright.report

import benchwright.analysis.TrendSettings
import benchwright.analysis.Trends
import benchwright.artifact.Documents
import benchwright.artifact.KnownChange
import benchwright.artifact.LeftOutRun
import benchwright.benchmarks.SyntheticHistory
import benchwright.benchmarks.TrendErrors
import benchwright.history.Schemas
import benchwright.report.page.TrendPage
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText

class TrendGoldenSpec :
    FunSpec({
        fun shouldBeGolden(
            name: String,
            text: String,
        ) {
            val golden = Path.of("src/test/resources/reports", name)
            if (System.getProperty("golden.update") == "true") golden.writeText(text)
            text shouldBe golden.readText()
        }

        val noise = TrendErrors.pure("GAUSSIAN", 60, 3)
        val trend =
            Trends.of(
                SyntheticHistory.of(
                    DoubleArray(60) { noise[0][it] * if (it < 45) 1.0 else 1.3 },
                    DoubleArray(60) { noise[1][it] * if (it < 20) 1.0 else 1.4 },
                    DoubleArray(60) {
                        1e6 * (1 + 0.0005 * it) *
                            if (it % 2 ==
                                0
                            ) {
                                1.0005
                            } else {
                                0.9995
                            }
                    },
                    DoubleArray(60) { noise[3][it] * if (it < 30) 1.0 else 0.8 },
                ),
                listOf(LeftOutRun("benchmarks/results/<broken>", "damaged: run.json: | cut off")),
                listOf(
                    KnownChange(
                        "2026-01-21",
                        "",
                        "a note <script>alert(1)</script>",
                        "time/operation-1",
                    ),
                ),
                TrendSettings.DEFAULTS,
            )

        test("for a terminal, in 80 columns, what alarms first") {
            val text = TrendText(Strokes.BLOCKS, Palette.PLAIN, 80).render(trend)
            for (line in text.lines()) line.length shouldBeLessThanOrEqual 80
            shouldBeGolden("trend.txt", text)
            val ascii = TrendText(Strokes.ASCII, Palette.PLAIN, 80).render(trend)
            check(ascii.all { it.code < 128 }) { ascii }
        }

        test("as Markdown and as JSON by its schema") {
            shouldBeGolden("trend.md", TrendMarkdown.render(trend))
            val json = Documents.page(Documents.toJson(trend))
            shouldBeGolden("trend.json", json)
            Schemas().validate("trend.json", json).shouldBeEmpty()
            Documents.trend(json) shouldBe trend
        }

        test(
            "as a page with a chart of each series, its changes and notes, and no foreign markup",
        ) {
            val page = TrendPage.render(trend)
            Regex("<svg ").findAll(page).count() shouldBe 4
            page shouldContain "+32 %"
            page shouldContain "ALARM step"
            page shouldNotContain "<script>alert"
            page shouldNotContain "<broken>"
            page shouldContain "forecast"
        }
    })
