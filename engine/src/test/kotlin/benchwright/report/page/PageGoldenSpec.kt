package benchwright.report.page

import benchwright.report.SampleRuns
import benchwright.report.chart.Chart
import benchwright.report.chart.SampleCharts
import benchwright.report.chart.SvgChart
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import org.xml.sax.InputSource
import java.io.StringReader
import java.nio.file.Path
import java.security.MessageDigest
import java.util.Base64
import java.util.Locale
import javax.xml.parsers.DocumentBuilderFactory
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** Charts and pages must be what lies in src/test/resources/reports; -Dgolden.update=true rewrites it. */
private fun shouldBeGolden(
    name: String,
    text: String,
) {
    val golden = Path.of("src/test/resources/reports", name)
    if (System.getProperty("golden.update") == "true") golden.writeText(text)
    text shouldBe golden.readText()
}

/** Style, script and their hashes are files of their own. */
private fun body(page: String) =
    page
        .replace(Regex("(?s)<style>.*?</style>"), "<style/>")
        .replace(Regex("(?s)<script>.*?</script>"), "<script/>")
        .replace(Regex("sha256-[A-Za-z0-9+/=]+"), "sha256-")

class PageGoldenSpec :
    FunSpec({
        val runs = listOf(SampleRuns.optimizers(), SampleRuns.timed())
        val pages =
            mapOf(
                "optimizers" to HtmlReport.render(runs[0]),
                "timed" to HtmlReport.render(runs[1]),
                "runs" to Dashboard.render(runs, listOf("a run/report.html", "")),
            )

        test("every kind of chart") {
            for ((name, chart) in SampleCharts.all) {
                shouldBeGolden(
                    "$name.svg",
                    SvgChart.file(chart),
                )
            }
        }

        test("a run of optimizers, a run of timings, many runs") {
            for ((name, page) in pages) shouldBeGolden("$name.html", body(page))
        }

        test("the same bytes where numbers are written otherwise") {
            val usual = Locale.getDefault()
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"))
                HtmlReport.render(runs[0]) shouldBe pages["optimizers"]
                for (chart in SampleCharts.all.values) {
                    SvgChart.file(chart) shouldNotContain "٠"
                }
            } finally {
                Locale.setDefault(usual)
            }
        }

        test("a drawing is XML with a title, a description, and no number that is none") {
            for ((name, chart: Chart) in SampleCharts.all) {
                withClue(name) {
                    val svg = SvgChart.file(chart)
                    val root =
                        DocumentBuilderFactory
                            .newInstance()
                            .newDocumentBuilder()
                            .parse(InputSource(StringReader(svg)))
                            .documentElement
                    root.getAttribute("aria-label") shouldBe chart.title()
                    root.getElementsByTagName("title").item(0).textContent shouldBe chart.title()
                    root.getElementsByTagName("desc").item(0).textContent shouldBe
                        chart.description()
                    svg shouldNotContain "NaN"
                    svg shouldNotContain "Infinity"
                    svg shouldNotContain "var("
                }
            }
        }

        test("what users wrote opens no element, and stands there as they wrote it") {
            for (page in pages.values) {
                val text = body(page)
                text shouldNotContain "<script>"
                text shouldNotContain "<img"
                text shouldNotContain "<b>x"
                Regex("""\son[a-z]+="""").containsMatchIn(text) shouldBe false
            }
            pages.getValue("optimizers") shouldContain "&lt;script&gt;alert(1)&lt;/script&gt;"
        }

        test("a page names nothing outside itself, and lets the browser load nothing") {
            for (page in pages.values) {
                Regex("""(?:src|href)="([^"]*)"""")
                    .findAll(page)
                    .map { it.groupValues[1] }
                    .filterNot { it.startsWith("#") }
                    .toSet() - "a%20run/report.html" shouldBe setOf()
                page shouldContain "default-src &#39;none&#39;"
                Regex("""https?://(?!www\.w3\.org/2000/svg|example\.com)""")
                    .containsMatchIn(page) shouldBe false
            }
        }

        test("the hashes of the policy are those of the style and the script") {
            val page = pages.getValue("runs")
            val named = Regex("sha256-[A-Za-z0-9+/=]+").findAll(page).map { it.value }.toList()
            val found =
                listOf("style", "script").map { tag ->
                    val code = page.substringAfter("<$tag>").substringBefore("</$tag>")
                    val digest = MessageDigest.getInstance("SHA-256").digest(code.toByteArray())
                    "sha256-" + Base64.getEncoder().encodeToString(digest)
                }
            named shouldContainExactly found
        }

        test("small pages are small") {
            for (page in pages.values) page.length shouldBeLessThan 90_000
        }
    })
