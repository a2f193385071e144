package benchwright.cli

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File

private const val STORE = "benchmarks/results"

/** Runs of a store outside any repository, by their ids, that differ in their budget. */
private fun Desk.stored(vararg ids: Pair<String, Int>): Desk {
    for ((id, budget) in ids) {
        val line = SMALL.copyOf().also { it[it.indexOf("--budget") + 1] = "$budget" }
        type("run", "-q", "--run-id", id, *line).code shouldBe 0
    }
    return this
}

class TrendCommandSpec :
    FunSpec({
        test(
            "a store of equal runs passes, and damaged and unfinished ones are named and left out",
        ) {
            val desk = Desk(tempdir()).stored("a" to 20, "b" to 20, "c" to 20)
            File(desk.directory, "$STORE/b/summary.json").writeText("{")
            File(desk.directory, "$STORE/d/journal").mkdirs()
            File(desk.directory, "$STORE/d/journal/journal.bin").writeText("")
            File(desk.directory, "$STORE/e").mkdirs()
            File(desk.directory, "$STORE/e/run.json").writeText("not json")
            val told = desk.type("trend")
            told.err shouldBe ""
            told.code shouldBe 0
            told.out shouldContain "series over 2 runs"
            told.out shouldContain "$STORE/b: damaged: summary.json"
            told.out shouldContain "$STORE/e: damaged: run.json"
            for (line in told.out.lines()) check(line.length <= 80) { line }
        }

        test("an alarm ends with 0, and with 1 if somebody asked for that") {
            val desk = Desk(tempdir()).stored("a" to 20, "b" to 20)
            // The second run needed twice as long as the first one to reach anything.
            val file = File(desk.directory, "$STORE/b/summary.json")
            val slower = Regex("\"ert\":\\s*([0-9.]+)")
            file.writeText(
                slower.replace(file.readText()) { "\"ert\":${it.groupValues[1].toDouble() * 2}" },
            )
            val told = desk.type("trend")
            told.code shouldBe 0
            told.out shouldContain "ALARM step  "
            desk.type("trend", "--fail-on-alarm").code shouldBe 1
            val warned =
                desk.type(
                    "trend",
                    "--fail-on-alarm",
                    "--threshold",
                    "aocc:5%:warn,expected-runtime:5%:warn",
                )
            warned.code shouldBe 0
            warned.out shouldContain "warns step"
            File(desk.directory, "benchmarks/known-changes.json").writeText(
                """{"changes": [{"date": "2020-01-01", "text": "nothing is older"}]}""",
            )
            desk.type("trend", "--fail-on-alarm").code shouldBe 1
            File(desk.directory, "benchmarks/known-changes.json").writeText(
                """{"changes": [{"date": "yesterday", "text": ""}]}""",
            )
            val wrong = desk.type("trend")
            wrong.code shouldBe 5
            wrong.err shouldContain "known-changes.json: /changes/0"
        }

        test("every format, to standard output and to files") {
            val desk = Desk(tempdir()).stored("a" to 20, "b" to 20)
            desk.type("trend", "--json").out shouldContain "urn:benchwright:schema:trend:1"
            desk.type("trend", "--format", "markdown").out shouldContain "# Trend"
            desk.type("trend", "--format", "html,json", "--out", "trend").out shouldBe
                "trend/trend.html\ntrend/trend.json\n"
            desk.type("schema", "validate", "trend/trend.json").code shouldBe 0
            desk.type("trend", "--format", "html,json").code shouldBe 2
            desk.type("trend", "--format", "pdf").err shouldContain
                "formats are markdown, html, json"
        }

        test("what cannot be is told, with what to write instead") {
            val empty = Desk(tempdir())
            empty.type("trend").code shouldBe 5
            empty.type("trend").err shouldContain "there is no directory of runs benchmarks/results"
            val desk = Desk(tempdir()).stored("a" to 20)
            desk.type("trend", "nonsense").code shouldBe 5
            desk.type("trend", "nonsense").err shouldContain "no run of the suite nonsense"
            desk.type("trend", "--measure", "speed").err shouldContain
                "measures are expected-runtime"
            desk.type("trend", "--threshold", "time:much").err shouldContain "--threshold time:10%"
            desk.type("trend", "--optimizer", "cma*").code shouldBe 2
            desk.type("trend", "--dim", "two").code shouldBe 2
            desk.type("trend", "--known-changes", "none.json").code shouldBe 5
        }

        test("the store is listed, verified, joined and thinned, and nothing else is touched") {
            val desk = Desk(tempdir()).stored("a" to 20, "b" to 20, "c" to 20)
            File(desk.directory, "$STORE/notes.txt").writeText("mine")
            File(desk.directory, "$STORE/folder").mkdirs()
            File(desk.directory, "$STORE/folder/keep").writeText("mine too")
            desk.type("history", "list").out shouldContain "3 runs, "
            desk
                .type(
                    "history",
                    "list",
                    "--json",
                ).out
                .lines()
                .filter { it.isNotEmpty() }
                .size shouldBe
                3
            desk.type("history", "verify").out shouldBe "3 of 3 runs sound\n"
            val dry = desk.type("history", "gc", "--dry-run")
            dry.out shouldContain "would go  a  newer ones stand for it"
            File(desk.directory, "$STORE/a").isDirectory shouldBe true
            File(desk.directory, "benchmarks/baselines").mkdirs()
            File(desk.directory, "benchmarks/baselines/main.json").writeText(
                """{"run": {"runId": "a"}}""",
            )
            val thinned = desk.type("history", "gc", "--keep-daily", "1", "--keep-weekly", "1")
            thinned.out shouldContain "keeps     a  a baseline names it"
            thinned.out shouldContain "gone      b"
            thinned.out shouldContain "keeps     c  newest of 2026-11-20"
            File(desk.directory, STORE).list()!!.sorted() shouldBe
                listOf("a", "c", "folder", "notes.txt")
            val other = Desk(tempdir()).stored("a" to 20, "x" to 20)
            val from = File(other.directory, STORE).absolutePath
            File(other.directory, "$STORE/c").mkdirs()
            File(
                desk.directory,
                "$STORE/c",
            ).copyRecursively(File(other.directory, "$STORE/c"), true)
            val joined = desk.type("history", "merge", from)
            joined.code shouldBe 5
            joined.err shouldContain "is another run than the one of this name"
            joined.out shouldBe "1 run taken in, 1 were there\n"
            File(desk.directory, "$STORE/c/summary.json").appendText(" ")
            val verified = desk.type("history", "verify")
            verified.code shouldBe 5
            verified.out shouldContain "$STORE/c: not what it was"
            verified.out shouldNotContain "$STORE/x: "
            desk.type("history", "merge").code shouldBe 2
            desk.type("history", "list", "x").code shouldBe 2
        }
    })
