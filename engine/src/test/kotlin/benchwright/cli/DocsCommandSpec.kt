package benchwright.cli

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File

private val GOLDEN = File("src/test/resources/documents")

private val SHOWN =
    """
    title("Shown")
    functions(sphere)
    dimensions(2)
    budget(20.perDimension)
    // region who
    optimizers(
        RandomSearch(),
        MantaRay(),
    )
    // endregion
    seeds(1..2)
    failWhen(successRate, worseBy = 5.percent)
    publish(table(expectedRuntime), to = "docs/shown.md#standings")
    publish(curves(expectedRuntime), to = "docs/shown.md#curves")
    publish(sparkline(successRate), to = "docs/shown.md#trend")
    """.trimIndent() + "\n"

private val SEARCH =
    "import sys\n    # region loop\n    for x in y:\n        f(x)\n    # endregion\n"

/** `-Dgolden.update=true` writes expected texts anew; look at the difference afterwards. */
private fun shouldBeGolden(
    name: String,
    text: String,
) {
    val golden = File(GOLDEN, name)
    if (System.getProperty("golden.update") == "true") golden.writeText(text)
    text shouldBe golden.readText()
}

class DocsCommandSpec :
    FunSpec({
        val project = tempdir()
        File(project, "suites").mkdir()
        File(project, "suites/shown.bench.kts").writeText(SHOWN)
        File(project, "search.py").writeText(SEARCH)
        val docs = File(project, "docs").also { it.mkdir() }
        val page = File(docs, "shown.md")
        val marks =
            listOf("standings", "curves", "trend").joinToString("\n\n", postfix = "\n") {
                "<!-- bench:begin $it -->\n<!-- bench:end $it -->"
            }

        fun desk(vararg variables: Pair<String, String>) = Desk(project, mapOf(*variables))

        fun texts() =
            project
                .walk()
                .filter { it.isFile && "results" !in it.path }
                .associate { it.relativeTo(project).path to it.readText() }

        test("examples are run, and what they show is written, in Markdown and in comments") {
            for (name in listOf("examples.in.md", "Source.in.kt")) {
                val out = name.replace(".in", ".out")
                val file = File(docs, name.replace(".in", ""))
                file.writeText(File(GOLDEN, name).readText())
                val stale = desk().type("docs", "--check", "docs/${file.name}")
                stale.code shouldBe 5
                shouldBeGolden(name.replace(Regex("in\\..*"), "stale.txt"), stale.err)
                file.readText() shouldBe File(GOLDEN, name).readText()
                val written = desk().type("docs", "docs/${file.name}")
                withClue(written.err) { written.code shouldBe 0 }
                shouldBeGolden(out, file.readText())
            }
        }

        test("a second time nothing is written, and the check passes") {
            val before = texts()
            desk().type("docs", "docs").out shouldNotContain "wrote"
            texts() shouldBe before
            desk().type("docs", "--check", "docs/examples.md", "docs/Source.kt").code shouldBe 0
        }

        test("all that is wrong in a document is told at once, with its place, and ends with 3") {
            val broken = File(docs, "broken.md")
            broken.writeText(File(GOLDEN, "broken.in.md").readText())
            val told = desk().type("docs", "docs/broken.md")
            told.code shouldBe 3
            shouldBeGolden("broken.txt", told.err)
            broken.readText() shouldContain "of nothing"
            broken.delete()
        }

        test("a publication without its document or mark is told with the lines to add") {
            val homeless = desk().type("docs")
            homeless.code shouldBe 5
            homeless.err shouldContain
                "suites/shown.bench.kts:13: error: table(expectedRuntime) goes to " +
                "docs/shown.md#standings, and there is no such document\n" +
                "    write these lines where it is to be shown:\n" +
                "    <!-- bench:begin standings -->\n    <!-- bench:end standings -->\n"
            page.writeText(marks.substringAfter("\n\n"))
            desk().type("docs").err shouldContain "and that document has no such mark"
        }

        test("without a run a region stays, and that is told") {
            page.writeText(marks)
            val told = desk().type("docs", "--check")
            told.code shouldBe 0
            told.err shouldContain
                "docs/shown.md:1: not looked at, as no complete run of shown lies in benchmarks"
        }

        test("publications come from the newest complete run, and are checked against it") {
            val run = arrayOf("run", "suites/shown.bench.kts", "-q", "--run-id")
            desk().type(*run, "1")
            desk().type(*run, "2")
            desk().type(*run, "3", "--seed", "1")
            desk().type("docs", "--check").code shouldBe 5
            val written = desk().type("docs")
            withClue(written.err) { written.code shouldBe 0 }
            written.out shouldContain "wrote docs/shown-trend.svg\n"
            written.out shouldContain "wrote docs/shown-curves.svg\n"
            File(docs, "shown-curves.svg").readText() shouldContain "random-search"
            val text = page.readText()
            text shouldContain "](shown-curves.svg)"
            text shouldContain "success rate, mean of 2 rows over 2 runs"
            text shouldContain "full profile: 4 trials, 160 evaluations, results digest `"
            val before = texts()
            desk().type("docs").code shouldBe 0
            texts() shouldBe before
            desk().type("docs", "--check").code shouldBe 0
            File(docs, "shown-trend.svg").delete()
            desk().type("docs", "--check").err shouldContain
                "the chart docs/shown-trend.svg is not there"
            desk().type("docs", "--run", "3", "docs/shown.md").code shouldBe 0
            page.readText() shouldContain "full profile: 2 trials"
        }

        test("in CI documents are checked and not written, unless somebody wants it") {
            val before = texts()
            val told = desk("CI" to "true").type("docs")
            told.code shouldBe 5
            told.err shouldContain "to write them here: GENERATE_BENCH_DOCS=true"
            desk("GENERATE_BENCH_DOCS" to "false").type("docs").code shouldBe 5
            texts() shouldBe before
            desk("CI" to "true", "GENERATE_BENCH_DOCS" to "true").type("docs").code shouldBe 0
            (texts() == before) shouldBe false
        }

        test("pages from a run are the same a second time, and their check sees a change") {
            val out = arrayOf("--out", "docs/generated")
            val first = desk().type("docs", "generate", "1", *out)
            withClue(first.err) { first.code shouldBe 0 }
            val pages = File(docs, "generated")
            File(pages, "README.md").readText() shouldContain "- [shown](shown.md): Shown\n"
            File(pages, "shown.md").readText() shouldContain "[`sphere`](shown/sphere.md)"
            File(pages, "shown/sphere.md").readText() shouldContain "](charts/sphere-2d.svg)"
            val before = texts()
            val path = File(project, "benchmarks/results/1").path
            desk().type("docs", "generate", path, *out).out shouldContain ", 0 of them changed"
            texts() shouldBe before
            desk().type("docs", "generate", "1", "--check", *out).code shouldBe 0
            File(pages, "shown.md").appendText("typed by hand\n")
            val changed = desk().type("docs", "generate", "1", "--check", *out)
            changed.code shouldBe 5
            changed.err shouldContain "-typed by hand"
        }

        test("a damaged run makes the pages that it can") {
            File(project, "benchmarks/results/2/histories").deleteRecursively()
            File(project, "benchmarks/results/2/summary.json").delete()
            val told = desk().type("docs", "generate", "2", "--out", "damaged/")
            told.code shouldBe 0
            told.err shouldContain "warning: "
            File(project, "damaged/shown.md").readText() shouldContain "is missing"
        }

        test("wrong usage says what to type") {
            desk().type("docs", "nowhere.md").code shouldBe 2
            desk().type("docs", "--out", "x").err shouldContain "bench docs generate RUN --out"
            desk().type("docs", "generate", "1").code shouldBe 2
            desk().type("docs", "generate", "99", "--out", "x").code shouldBe 5
        }

        test("every expected text has its document") {
            val known = setOf("examples", "Source", "broken")
            GOLDEN
                .list()!!
                .filter { it.substringBefore('.') !in known }
                .toList()
                .shouldBeEmpty()
        }
    })
