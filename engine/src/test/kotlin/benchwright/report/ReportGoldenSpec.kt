package benchwright.report

import benchwright.history.Schemas
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** What a renderer makes of a run must be what lies in src/test/resources/reports; -Dgolden.update=true rewrites it. */
private fun shouldBeGolden(
    name: String,
    text: String,
) {
    val golden = Path.of("src/test/resources/reports", name)
    if (System.getProperty("golden.update") == "true") golden.writeText(text)
    text shouldBe golden.readText()
}

private fun written(write: (Appendable) -> Unit): String = StringBuilder().also(write).toString()

class ReportGoldenSpec :
    FunSpec({
        val optimizers = SampleRuns.optimizers()
        val timed = SampleRuns.timed()
        val broken =
            SampleRuns.optimizers(
                SampleRuns.manifest("Broken"),
                SampleRuns.records().take(4),
                listOf("histories/beta/<x>.json.gz: is missing | `tick`"),
                24,
            )

        test("Markdown of optimizers, of timings, of a run of which half is missing") {
            shouldBeGolden("optimizers.md", MarkdownReport(optimizers, listOf()).render())
            shouldBeGolden("timed.md", MarkdownReport(timed, listOf()).render())
            shouldBeGolden("broken.md", MarkdownReport(broken, listOf()).render())
        }

        test("comma-separated values") {
            shouldBeGolden("optimizers.csv", written { CsvReport(it).add(optimizers) })
            shouldBeGolden("timed.csv", written { CsvReport(it).add(timed) })
        }

        test("XML for JUnit's readers") {
            shouldBeGolden("optimizers.xml", JUnitReport(optimizers).render())
            shouldBeGolden("timed.xml", JUnitReport(timed).render())
            shouldBeGolden("broken.xml", JUnitReport(broken).render())
        }

        test("JSON") {
            shouldBeGolden(
                "optimizers.json",
                written { JsonReport.write(listOf(optimizers), it) },
            )
            shouldBeGolden("timed.json", written { JsonReport.write(listOf(timed), it) })
            val schemas = Schemas()
            for (name in listOf("optimizers", "timed")) {
                schemas
                    .validate(Path.of("src/test/resources/reports/$name.json"))
                    .shouldBeEmpty()
            }
        }

        test("several runs as a table") {
            val runs = RunsReport(listOf(optimizers, timed, broken))
            shouldBeGolden("runs.md", runs.toMarkdown())
            shouldBeGolden("runs.csv", runs.toCsv())
            shouldBeGolden("runs.xml", runs.toJUnit())
            shouldBeGolden(
                "runs.json",
                written { JsonReport.write(listOf(optimizers, timed, broken), it) },
            )
        }

        test("a page that is too large leaves the most detailed sections out, and says which") {
            val whole = MarkdownReport(optimizers, listOf()).render()
            val limit = whole.toByteArray().size - 1
            val cut = MarkdownReport(optimizers, listOf(), limit).render()
            cut.toByteArray().size shouldBeLessThan limit + 1
            cut shouldContain "Left out, as the page would be larger than a step summary may be: "
            cut shouldContain "## How to do it again"
            val tiny = MarkdownReport(optimizers, listOf(), 1).render()
            tiny shouldContain "❌ **Failed**"
            tiny shouldNotContain "## Expected running time"
        }
    })
