package benchwright.report

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.string.shouldStartWith
import java.io.File
import java.io.StringReader
import java.nio.file.Path
import javax.xml.XMLConstants
import javax.xml.parsers.DocumentBuilderFactory
import javax.xml.transform.stream.StreamSource
import javax.xml.validation.SchemaFactory
import kotlin.io.path.readText
import kotlin.io.path.writeText

private fun shouldBeGolden(
    name: String,
    text: String,
) {
    val golden = Path.of("src/test/resources/reports", name)
    if (System.getProperty("golden.update") == "true") golden.writeText(text)
    text shouldBe golden.readText()
}

private fun size(text: String) = text.toByteArray().size

class ComparisonReportsSpec :
    FunSpec({
        val samples =
            mapOf(
                "failed" to SampleComparisons.failed,
                "identical" to SampleComparisons.identical,
                "paired" to SampleComparisons.paired,
                "nothing" to SampleComparisons.nothing,
                "hostile" to SampleComparisons.hostile,
            )

        fun markdown(name: String) =
            ComparisonMarkdown(samples.getValue(name), CiPage.COMMENT).render()

        test("Markdown and JUnit's XML of each kind of comparison") {
            for ((name, comparison) in samples) {
                shouldBeGolden("comparison-$name.md", markdown(name))
                shouldBeGolden("comparison-$name.xml", ComparisonJUnit(comparison).render())
            }
        }

        test("the verdict is the first thing that is read") {
            markdown("failed") shouldStartWith "## ❌ quick: failed\n"
            markdown("identical") shouldStartWith "## ✅ quick: passed\n"
            markdown("paired") shouldStartWith "## ⚠️ quick: passed, with 1 warning\n"
            markdown("nothing") shouldContain "undecided"
        }

        test("the base is named with commit, date, age and machine") {
            val text = markdown("failed")
            text shouldContain "`aaaaaaaaaaaa` on `main`"
            text shouldContain "2026-11-17 10:00 UTC, 3 days before the head"
            text shouldContain "`0123456789abcdef`"
            markdown("paired") shouldNotContain "before the head"
        }

        test("what somebody else wrote becomes no markup, no mention and no command") {
            val text = markdown("hostile")
            val outside = text.replace(Regex("`[^`\n]*`"), "")
            outside shouldNotContain "<script"
            text shouldNotContain "](http"
            outside shouldNotContain "@everyone"
            text.lines().filter { it.startsWith("# ") || it.startsWith("::") }.shouldBeEmpty()
            Regex("<details>").findAll(outside).count() shouldBe
                Regex("</details>").findAll(outside).count()
        }

        test("however many rows there are, a comment and a summary are not too long, and say so") {
            for (rows in listOf(40, 2_000)) {
                val comparison = SampleComparisons.huge(rows)
                for (largest in listOf(CiPage.COMMENT, CiPage.STEP_SUMMARY)) {
                    val text = ComparisonMarkdown(comparison, largest).render()
                    size(text) shouldBeLessThanOrEqual largest
                    val shown = Regex("^\\| (❌|⚠️|   ) *\\| `cma", RegexOption.MULTILINE)
                    val left =
                        Regex("([0-9,]+) (more )?rows? left out for want of room")
                            .findAll(text)
                            .sumOf { it.groupValues[1].replace(",", "").toInt() }
                    shown.findAll(text).count() + left shouldBe rows
                }
            }
            ComparisonMarkdown(SampleComparisons.huge(40), CiPage.COMMENT).render() shouldNotContain
                "left out"
        }

        test("several comparisons and runs share the room, and none is left out in silence") {
            val one = SampleRuns.timed()
            val many = List(30) { SampleComparisons.huge(30) }
            val page = CiPage(CiPage.COMMENT).render(many, List(200) { one }, listOf())
            size(page) shouldBeLessThanOrEqual CiPage.COMMENT
            val shown = Regex("^## ", RegexOption.MULTILINE).findAll(page).count()
            val left = Regex("too long: ([0-9,]+) more section").find(page)!!.groupValues[1].toInt()
            shown + left shouldBe 230
        }

        test("a page of runs and comparisons") {
            shouldBeGolden(
                "ci.md",
                CiPage(CiPage.STEP_SUMMARY).render(
                    listOf(SampleComparisons.failed),
                    listOf(SampleRuns.optimizers(), SampleRuns.timed()),
                    listOf("there is no run <b>x</b>"),
                ),
            )
            CiPage(1000).render(listOf(), listOf(), listOf()) shouldContain "Nothing to report"
            CiPage(
                CiPage.COMMENT,
            ).render(listOf(), listOf(SampleRuns.timed()), listOf()) shouldContain
                "No verdict on change"
        }

        test("XML is valid by the schema, and its counts are those of its cases") {
            val schema =
                SchemaFactory
                    .newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(File("src/test/resources/reports/junit.xsd"))
            for (comparison in samples.values - SampleComparisons.hostile) {
                val xml = ComparisonJUnit(comparison).render()
                schema.newValidator().validate(StreamSource(StringReader(xml)))
            }
            val root =
                DocumentBuilderFactory
                    .newInstance()
                    .newDocumentBuilder()
                    .parse(ComparisonJUnit(SampleComparisons.failed).render().byteInputStream())
                    .documentElement
            root.getAttribute("tests") shouldBe "10"
            root.getAttribute("failures") shouldBe "3"
            root.getElementsByTagName("skipped").length shouldBe 1
        }

        test("badges, as JSON and as drawings") {
            fun badge(vararg names: String) =
                Badge.of("benchmarks", names.map { samples.getValue(it) }, listOf())
            val states =
                mapOf(
                    badge("identical") to "passing",
                    badge("paired", "identical") to "warning",
                    badge("nothing", "paired") to "undecided",
                    badge("failed", "nothing") to "regression",
                    Badge.of("b", listOf(), listOf()) to "undecided",
                    Badge.of(
                        "b",
                        listOf(samples.getValue("failed")),
                        listOf(SampleRuns.optimizers()),
                    ) to
                        "failing",
                )
            for ((badge, message) in states) {
                badge.state().message() shouldBe message
                badge.toJson() shouldContain "\"message\":\"$message\""
                DocumentBuilderFactory
                    .newInstance()
                    .newDocumentBuilder()
                    .parse(badge.toSvg().byteInputStream())
            }
            badge("failed").toJson().trim() shouldBe
                """{"schemaVersion":1,"label":"benchmarks","message":"regression","color":"red"}"""
            shouldBeGolden("badge.json", badge("paired").toJson())
            shouldBeGolden("badge.svg", badge("paired").toSvg())
            shouldBeGolden("badge-hostile.svg", Badge("<b>\"x\" & 快", Badge.State.PASSING).toSvg())
        }

        val script =
            listOf("title(\"x\")", "optimizers(", "  CmaEs(sigma = 2.0),", "  Program(\"beta\"),")
        val annotations =
            Annotations { file ->
                if (file.startsWith("suites")) script else listOf()
            }

        test("what failed and what became worse marks the line that names it") {
            val commands = annotations.of(listOf(SampleComparisons.failed), listOf())
            commands[0] shouldStartWith
                "::error file=suites/quick.bench.kts,line=3,title=Worse%3A cma-es on bbob-f1 in 5-D::"
            commands[0] shouldContain "1,000 → 1,270 (worse by +27 %25)"
            commands.last() shouldStartWith
                "::warning file=suites/quick.bench.kts,line=1,title=Maybe worse"
            annotations.of(listOf(SampleComparisons.nothing), listOf()).single() shouldContain
                "Undecided"
            annotations.of(listOf(SampleComparisons.identical), listOf()).shouldBeEmpty()
            annotations.of(listOf(), listOf(SampleRuns.optimizers())).first() shouldContain
                "title=A trial failed%3A "
        }

        test(
            "a command stays one command, whatever names hold, and there are at most ten of a kind",
        ) {
            val commands = annotations.of(listOf(SampleComparisons.hostile), listOf())
            commands[0] shouldStartWith "::error file=a%2Cb%3Ac%0A.kts,line=1,title=Worse"
            commands.filter { '\n' in it || '\r' in it }.shouldBeEmpty()
            commands[0].removePrefix("::error ").substringBefore("::") shouldNotContain "%0A#"
            val many = annotations.of(listOf(SampleComparisons.huge(60)), listOf())
            many shouldHaveSize 10
            many.last() shouldBe "::error::51 more of this kind"
        }
    })
