package benchwright.cli

import benchwright.artifact.Documents
import benchwright.hostile.releaseHostileTrials
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldBeEmpty
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldEndWith
import io.kotest.matchers.string.shouldMatch
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.string.shouldStartWith
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import java.io.File

private fun json(text: String) = Documents.parse(text) as JsonObject

private fun JsonObject.text(vararg path: String): String =
    (
        path.fold(this as kotlinx.serialization.json.JsonElement) { at, name ->
            (at as JsonObject).getValue(name)
        } as JsonPrimitive
    ).content

class RunCommandSpec :
    FunSpec({
        test("without a suite, selectors say what to run; the summary names the run's directory") {
            val desk = Desk(tempdir())
            val told = desk.type("run", *SMALL, "--run-id", "first")
            told.code shouldBe 0
            told.err.shouldBeEmpty()
            told.out shouldStartWith
                "random-search on sphere, bbob-f1: 4 trials, 80 evaluations, "
            told.out shouldContain "\nfunction  dim  random-search\nsphere      2  "
            told.out shouldEndWith "\nbenchmarks/results/first\n"
            File(desk.directory, "benchmarks/results/first/run.json").exists() shouldBe true
        }

        test("a run id is made of time and suite") {
            val told = Desk(tempdir()).type("run", *SMALL, "-q")
            told.out shouldMatch
                Regex("benchmarks/results/20261120T1145[0-9]{2}Z-single-[0-9a-f]{4}\n")
        }

        test("one worker and two give the same digest") {
            val digests =
                listOf("1", "2").map { workers ->
                    json(Desk(tempdir()).type("run", *SMALL, "--json", "--workers", workers).out)
                        .text("manifest", "resultsDigest")
                }
            digests[0] shouldBe digests[1]
            digests[0].length shouldBe 64
        }

        test("a single trial goes into a single file, which can be shown and verified") {
            val desk = Desk(tempdir())
            val trial = arrayOf("--function", "sphere", "--dim", "10", "--seed", "42")
            val flags =
                arrayOf("--optimizer", "manta-ray", "--budget", "300", "--out", "run.json.gz")
            desk.type("run", *trial, *flags).code shouldBe 0
            desk.type("show", "run.json.gz").out shouldContain "manta-ray on sphere"
            desk.type("verify", "run.json.gz", "--rerun").let {
                it.out shouldContain "run.json.gz: sound, 1 file, 1 trial, digest "
                it.out shouldContain "the same results, bit for bit"
                it.code shouldBe 0
            }
        }

        test("a file holds one pair of optimizer and function, and says so before it computes") {
            val told = Desk(tempdir()).type("run", *SMALL, "--out", "run.json.gz")
            told.code shouldBe 2
            told.err shouldStartWith
                "error: --out writes one file for one optimizer and one function"
        }

        test("a suite is compiled and run; bench SUITE is bench run SUITE") {
            val desk = Desk(tempdir())
            val suite = desk.suite("talkative")
            val told = desk.type(suite, "--quick", "--json")
            told.err.shouldBeEmpty()
            told.code shouldBe 0
            val manifest = json(told.out).getValue("manifest") as JsonObject
            manifest.text("suite", "title") shouldBe "Says it all"
            manifest.text("profile") shouldBe "quick"
            manifest.text("totals", "trials") shouldBe "12"
            desk.type("run", suite, "--quick", "--json", "--workers", "1").out.let {
                (json(it).getValue("manifest") as JsonObject).text("resultsDigest") shouldBe
                    manifest.text("resultsDigest")
            }
        }

        test("selectors take a part of a suite") {
            val desk = Desk(tempdir())
            val part = arrayOf("--function", "bo*", "--dim", "3", "--instance", "2", "--seed", "9")
            val told = desk.type("run", desk.suite("talkative"), *part, "--json", "--budget", "25")
            val manifest = json(told.out).getValue("manifest") as JsonObject
            manifest.text("totals", "trials") shouldBe "3"
            manifest.getValue("selection").toString() shouldContain "--instance"
        }

        test("a selector that matches nothing is wrong usage, with what there is") {
            val desk = Desk(tempdir())
            val told = desk.type("run", desk.suite("talkative"), "--optimizer", "mantaray")
            told.code shouldBe 2
            told.err shouldStartWith "talkative.bench.kts: error: No optimizer of the suite matches"
            told.err shouldContain "manta-ray"
            told.out.shouldBeEmpty()
            File(desk.directory, "benchmarks").exists() shouldBe false
        }

        test("what cannot be read is told at once, and nothing is run") {
            val desk = Desk(tempdir())
            val cases =
                mapOf(
                    listOf("--dim", "two") to
                        "error: --dim two: \"two\" is no dimension; write for example --dim 2,10\n",
                    listOf("--seed", "5..1") to
                        "error: --seed 5..1: \"5..1\" is no seed; write for example --seed 42 or " +
                        "--seed 1..5\n",
                    listOf("--budget", "much") to
                        "error: --budget much: a budget is a number of evaluations, at least 1; " +
                        "write for example --budget 20000 (evaluations of each trial) or " +
                        "--budget 200.perDimension\n",
                    listOf("--workers", "0") to
                        "error: --workers takes a whole number from 1; got \"0\"\n",
                    listOf("--timeout", "30") to
                        "error: --timeout takes a duration with its unit, ms, s, m or h; got " +
                        "\"30\"\n  for example --timeout 30s\n",
                    listOf("--run-id", "../x") to
                        "error: --run-id names a directory: letters, digits, - _ and .; got " +
                        "\"../x\"\n",
                    listOf("--quick", "--full") to
                        "error: a run is quick or full, not both\n  leave --quick or --full out\n",
                    listOf("--json", "--ndjson") to
                        "error: --json and --ndjson cannot be had together\n" +
                        "  leave one of them out\n",
                )
            for ((flags, text) in cases) {
                val told = desk.type("run", *flags.toTypedArray())
                told.err shouldBe text
                told.code shouldBe 2
            }
        }

        test("no suite and too few selectors: what to type instead") {
            val told = Desk(tempdir()).type("run", "--function", "sphere")
            told.code shouldBe 2
            told.err shouldBe
                """
                error: say what to run: a suite, or at least --function, --dim and --optimizer
                  a suite that ships: bench run --suite quick
                  a single trial:     bench run --function sphere --dim 10 --seed 42 --optimizer manta-ray

                """.trimIndent()
        }

        test("an unknown function or optimizer is named with its neighbours") {
            val desk = Desk(tempdir())
            desk
                .type("run", "--function", "shpere", "--dim", "2", "--optimizer", "manta-ray")
                .err shouldStartWith "error: there is no function shpere\n  did you mean sphere"
            desk
                .type("run", "--function", "sphere", "--dim", "2", "--optimizer", "mantaray")
                .err shouldStartWith
                "error: there is no optimizer mantaray\n  did you mean manta-ray?"
        }

        test("suites are found by name, in the working directory and in suites/") {
            val desk = Desk(tempdir())
            desk.suite("talkative")
            desk.type("plan", "--suite", "talk*", "--quick", "-q").out.lines() shouldHaveSize 13
            val told = desk.type("plan", "--suite", "talkatif")
            told.code shouldBe 2
            told.err shouldStartWith "error: no suite is called talkatif\n  did you mean talkative?"
        }

        test("a suite that does not compile ends with 3, its problems at their places") {
            val desk = Desk(tempdir())
            File(desk.directory, "bad.bench.kts").writeText("title(\"Bad\")\nfunctions(spere)\n")
            val told = desk.type("run", "bad.bench.kts")
            told.code shouldBe 3
            told.err shouldContain "bad.bench.kts:2:11: error: "
            told.err shouldNotContain "\tat "
            told.out.shouldBeEmpty()
        }

        test("a file that is not there, or a directory, ends with 3 as well") {
            val desk = Desk(tempdir())
            val told = desk.type("run", "nowhere.bench.kts")
            told.code shouldBe 3
            told.err shouldStartWith "nowhere.bench.kts: error: "
        }

        test("trials that fail are told in the order of the plan, and end with 4") {
            val desk = Desk(tempdir())
            val told =
                desk.type("run", desk.suite("villains"), "--optimizer", "thrower,random-search")
            told.code shouldBe 4
            told.out shouldContain "+7.0e+02 0/4 !4"
            val lines = told.err.lines()
            lines[0] shouldBe "error: 4 trials failed:"
            lines[1] shouldStartWith
                "  thrower/sphere/d2/i1/s1: java.lang.IllegalStateException: no idea"
            lines[4] shouldStartWith "  thrower/sphere/d2/i1/s4: "
        }

        test("a trial that does not end is given up, and the run says what would have ended it") {
            val desk = Desk(tempdir())
            val flags = arrayOf("--optimizer", "sleeper", "--seed", "1", "--timeout", "100ms")
            val told = desk.type("run", desk.suite("villains"), *flags)
            told.code shouldBe 4
            told.err shouldContain "did not end within"
            told.err shouldContain "--isolate process ends such trials"
            releaseHostileTrials()
        }

        test("events are lines of JSON, each with its time") {
            val told = Desk(tempdir()).type("run", *SMALL, "--ndjson", "--run-id", "r")
            val lines = told.out.trim().lines()
            val events = lines.map { json(it).text("event") }
            events.first() shouldBe "run-started"
            events.last() shouldBe "run-finished"
            events.count { it == "trial-finished" } shouldBe 4
            json(lines.last()).text("run") shouldBe "benchmarks/results/r"
            lines.forEach { json(it).text("at") shouldStartWith "2026-" }
        }

        test("in CI there is a line for each finished pair, without control characters") {
            val told = Desk(tempdir(), mapOf("CI" to "true")).type("run", *SMALL)
            told.err.trim().lines() shouldHaveSize 2
            told.err shouldContain ": finished random-search on sphere"
            told.err shouldNotContain "\u001b"
            told.err shouldNotContain "\r"
        }

        test("colours are for terminals, and NO_COLOR, TERM=dumb and CI are obeyed") {
            fun out(
                variables: Map<String, String>,
                terminal: Boolean,
                vararg flags: String,
            ) = Desk(tempdir(), variables, terminal)
                .type("run", *SMALL, "--progress", "none", *flags)
                .out
                .contains("\u001b")
            out(mapOf(), true) shouldBe true
            out(mapOf(), false) shouldBe false
            out(mapOf("NO_COLOR" to "1"), true) shouldBe false
            out(mapOf("TERM" to "dumb"), true) shouldBe false
            out(mapOf("CI" to "true"), true) shouldBe false
            out(mapOf(), false, "--color", "always") shouldBe true
            out(mapOf(), true, "--color", "never") shouldBe false
        }

        test("a directory that cannot be written is told before anything is computed") {
            val desk = Desk(tempdir())
            File(desk.directory, "results").writeText("in the way")
            val told = desk.type("run", *SMALL, "-o", "results")
            told.code shouldBe 5
            told.err shouldStartWith "error: "
            told.err shouldContain "results"
            told.err.lines().filter { it.contains("\tat ") } shouldHaveSize 0
        }

        test("a stack trace is for those who ask twice") {
            val desk = Desk(tempdir())
            File(desk.directory, "results").writeText("in the way")
            desk.type("run", *SMALL, "-o", "results", "-v").err shouldNotContain "\tat "
            desk.type("run", *SMALL, "-o", "results", "-v", "-v").err shouldContain "\tat "
        }

        test("a run id that is taken is not overwritten") {
            val desk = Desk(tempdir())
            desk.type("run", *SMALL, "--run-id", "mine").code shouldBe 0
            desk.type("run", *SMALL, "--run-id", "mine").code shouldBe 5
        }

        test("a finished run has nothing left to resume") {
            val desk = Desk(tempdir())
            desk.type("run", *SMALL, "--run-id", "mine")
            val told = desk.type("run", "--resume", "mine")
            told.code shouldBe 0
            told.err shouldContain "nothing is left to do"
            desk.type("run", "--resume", "mine", "--dim", "2").code shouldBe 2
        }

        test("a run that is not there is named with those that are") {
            val desk = Desk(tempdir())
            desk.type("run", *SMALL, "--run-id", "tuesday")
            val told = desk.type("run", "--resume", "tusday")
            told.code shouldBe 5
            told.err shouldBe
                "error: there is no run tusday, neither as a path nor in benchmarks/results\n" +
                "  did you mean tuesday?\n"
        }

        test("two suites run one after the other") {
            val desk = Desk(tempdir())
            val suite = desk.suite("talkative")
            val told = desk.type("run", suite, suite, "--quick", "-q")
            told.code shouldBe 0
            val runs = told.out.trim().lines()
            runs shouldHaveSize 2
            runs.forEach { desk.type("verify", it).code shouldBe 0 }
            desk.type("run", suite, suite, "--run-id", "x").code shouldBe 2
        }
    })
