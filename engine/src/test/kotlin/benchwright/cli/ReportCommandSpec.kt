package benchwright.cli

import benchwright.artifact.Documents
import benchwright.history.RunWriter
import benchwright.history.Runs
import benchwright.history.Schemas
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.io.File

private val RUN = arrayOf("run", *SMALL, "-q", "--run-id")

class ReportCommandSpec :
    FunSpec({
        val desk = Desk(tempdir())
        val results = File(desk.directory, "benchmarks/results")
        desk.type(*RUN, "a").code shouldBe 0
        desk.type(*RUN, "b").code shouldBe 0

        fun copy(id: String): File {
            val copy = File(results, id)
            File(results, "a").copyRecursively(copy)
            return copy
        }

        test("Markdown goes to standard output unless something else is asked for") {
            val told = desk.type("report", "a")
            told.code shouldBe 0
            told.out shouldStartWith "# "
            told.out shouldContain "✅ **Passed**"
            told.out shouldContain "bench verify benchmarks/results/a --rerun"
            told.err shouldBe ""
        }

        test(
            "one format goes to a file, several go to a directory, and nothing else is left there",
        ) {
            desk.type("report", "a", "--format", "csv", "--out", "a.csv").out shouldBe "a.csv\n"
            File(desk.directory, "a.csv").readText() shouldBe
                desk.type("report", "a", "--format", "csv").out
            val told =
                desk.type(
                    "report",
                    "a",
                    "--format",
                    "markdown,json, html,csv,junit",
                    "--out",
                    "r",
                )
            told.out shouldBe
                "r/report.md\nr/report.json\nr/report.html\nr/report.csv\nr/report.xml\n"
            File(desk.directory, "r").list()!!.toList() shouldContainExactlyInAnyOrder
                listOf(
                    "report.md",
                    "report.json",
                    "report.html",
                    "report.csv",
                    "report.xml",
                    "charts",
                )
            Schemas().validate(File(desk.directory, "r/report.json").toPath()).shouldBeEmpty()
            desk.type("report", "a", "--format", "json", "--out", "r", "-q").out shouldBe ""
        }

        test("all runs of a directory, or several that are named, are a table") {
            for (words in listOf(arrayOf("benchmarks/results"), arrayOf("a", "b"))) {
                val told = desk.type("report", *words, "--format", "json")
                val runs =
                    Documents
                        .parse(told.out)
                        .jsonObject
                        .getValue("runs")
                        .jsonArray
                runs
                    .map {
                        it.jsonObject
                            .getValue("runId")
                            .jsonPrimitive.content
                    }.take(2) shouldBe
                    listOf("a", "b")
                Schemas().validate("report.json", told.out).shouldBeEmpty()
            }
            desk.type("report", "a", "b").out shouldStartWith "# 2 runs\n"
        }

        test("a single file is a run") {
            desk
                .type(
                    *arrayOf("run", "--function", "sphere", "--dim", "2", "--budget", "50"),
                    *arrayOf("--optimizer", "random-search", "--out", "one.json.gz", "-q"),
                ).code shouldBe 0
            desk.type("report", "one.json.gz").out shouldContain "`sphere`"
        }

        test("what is wrong is said, with what to type next") {
            desk.type("report", "a", "--format", "markdwon").let {
                it.code shouldBe 2
                it.err shouldBe
                    "error: there is no format \"markdwon\"\n  did you mean markdown?\n"
            }
            desk.type("report", "a", "--format", "pdf").err shouldContain
                "formats are markdown, json"
            desk.type("report", "a", "--format", "json,csv").let {
                it.code shouldBe 2
                it.err shouldContain "several formats need a directory to go to"
            }
            desk.type("report", "zzz").let {
                it.code shouldBe 5
                it.err shouldContain "there is no run zzz"
            }
            File(desk.directory, "empty").mkdir()
            desk.type("report", "empty").let {
                it.code shouldBe 5
                it.err shouldContain "empty is no run, and no run lies in it"
            }
            File(desk.directory, "text").writeText("no run")
            desk.type("report", "text").code shouldBe 5
            desk.type("report", "a", "--format", "csv", "--out", "text/a.csv").let {
                it.code shouldBe 5
                it.err shouldContain "error: "
            }
            File(desk.directory, "text").readText() shouldBe "no run"
        }

        test("a file that is missing or damaged costs itself alone, and is named") {
            val run = copy("c")
            val pairs = File(run, "histories/random-search").listFiles()!!.sorted()
            pairs[0].writeBytes(pairs[0].readBytes().copyOf(40))
            File(run, "summary.json").delete()
            val told = desk.type("report", "c")
            told.code shouldBe 5
            told.err shouldContain "warning: histories/random-search/bbob-f1.json.gz: "
            told.err shouldContain "warning: summary.json: is missing"
            told.out shouldContain "❌ **Failed**"
            told.out shouldContain "`sphere`"
            pairs[1].delete()
            desk.type("report", "c").err shouldContain "sphere.json.gz: is missing"
        }

        test("without its manifest, or with half of it, a run is reported as far as it goes") {
            val run = copy("d")
            val manifest = File(run, "run.json")
            val text = manifest.readText()
            manifest.writeText(
                text
                    .replace(
                        Regex("\"environment\": *\\{[^}]*},?"),
                        "",
                    ).replace("\"profile\"", "\"x\""),
            )
            val half = desk.type("report", "d")
            half.code shouldBe 5
            half.out shouldContain "`sphere`"
            half.err shouldContain "run.json: "
            manifest.delete()
            val none = desk.type("report", "d")
            none.code shouldBe 5
            none.err shouldContain "warning: run.json: is missing"
            none.out shouldContain "4 trials, 0 failed"
            manifest.writeText(text.replace(Regex("\"formatVersion\": *1"), "\"formatVersion\":2"))
            desk.type("report", "d").err shouldContain "a later one is needed"
        }

        test("an interrupted run is reported and shown as far as it went, and says so") {
            val header = Runs.header(dimensions = listOf(2), instances = 1..3)
            RunWriter.create(results.toPath(), header, Runs.clock).use { writer ->
                header.planOrder().take(5).forEach {
                    writer.append(Runs.record(it), Runs.circumstance(it))
                }
            }
            val run = header.runId()
            val told = desk.type("report", run)
            told.code shouldBe 0
            told.out shouldContain "13 of the 18 that were planned are missing"
            told.out shouldContain "bench run --resume benchmarks/results/$run"
            val table = desk.type("report", "a", run, "--format", "csv").out.lines()
            table.count { ",complete,passed," in it } shouldBe 1
            table.count { ",interrupted,failed," in it } shouldBe 1
            val shown = desk.type("show", run).out
            shown shouldContain "bbob-f10"
            shown shouldContain "It is not finished; to go on: bench run --resume"
        }

        test("small charts are drawn with what the terminal can show") {
            desk.type("show", "a").out shouldContain "▁"
            val dumb = Desk(desk.directory, mapOf("TERM" to "dumb")).type("show", "a").out
            dumb.all { it.code < 128 } shouldBe true
            dumb shouldContain "share of targets"
            Desk(desk.directory, mapOf("LANG" to "C")).type("show", "a").out shouldBe dumb
            Desk(desk.directory, mapOf("LC_ALL" to "de_DE.utf8", "LANG" to "C"))
                .type("show", "a")
                .out shouldContain "▁"
        }

        test("a run of the first format reads as one of today") {
            val old = File("src/test/resources/runs/format-1").absolutePath
            val told = desk.type("report", old)
            told.code shouldBe 0
            told.err shouldBe ""
            told.out shouldContain "❌ **Failed**: 2 of 6 trials failed."
        }
    })
