package benchwright.cli

import benchwright.engine.Version
import benchwright.history.Schemas
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldBeEmpty
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.io.File

class CommandsSpec :
    FunSpec({
        test("bench alone and bench help say what there is; --version says which") {
            val desk = Desk(tempdir())
            desk.type().out shouldContain "Commands:\n  run "
            desk.type("help").out shouldBe desk.type("--help").out
            desk.type("--version").out shouldBe "bench ${Version.TEXT}\n"
            desk.type("run", "--help").out shouldBe desk.type("help", "run").out
        }

        test("help fits into 80 columns and names every command and flag") {
            val desk = Desk(tempdir())
            for (grammar in Commands.grammars()) {
                val help = desk.type("help", grammar.name()).out
                withClue(help) {
                    help.lines().forEach { it.length shouldBeLessThanOrEqual 80 }
                    grammar.flags().forEach { help shouldContain it.name() }
                }
                desk.type("help").out shouldContain "\n  ${grammar.name()} "
            }
        }

        test("an unknown command ends with 2 and what was meant") {
            val told = Desk(tempdir()).type("rnu")
            told.code shouldBe 2
            told.err shouldContain "did you mean run?"
            told.out.shouldBeEmpty()
        }

        test("the version is that of the project") {
            val pom = File("../pom.xml").readText()
            pom shouldContain
                "<artifactId>benchwright</artifactId>\n  <version>${Version.TEXT}</version>"
        }

        test("plan tells all that a suite says, then every trial, count and time") {
            val desk = Desk(tempdir())
            val told = desk.type("plan", desk.suite("talkative"), "--quick", "--workers", "2")
            told.code shouldBe 0
            told.out.substringBeforeLast(", about") shouldBe
                """
                Says it all (talkative.bench.kts), quick profile

                optimizers  manta-ray (manta-ray, population 5, somersault 2.0)
                            cma-es (cma-es, sigma 1.5)
                            drifter (in the script)
                functions   sphere
                dimensions  2
                instances   1, 2
                seeds       7, 9
                budget      40 evaluations
                limit       45 min 00 s
                targets     1e+02 to 1e-02, 1 per decade
                thresholds  fails when expected runtime is worse by more than 12.5 %
                            warns when success rate is worse by more than 5 %, of drifter
                publishes   table of expected runtime to docs/standings.md#table

                manta-ray/sphere/d2/i1/s7  40 evaluations
                manta-ray/sphere/d2/i1/s9  40 evaluations
                manta-ray/sphere/d2/i2/s7  40 evaluations
                manta-ray/sphere/d2/i2/s9  40 evaluations
                cma-es/sphere/d2/i1/s7  40 evaluations
                cma-es/sphere/d2/i1/s9  40 evaluations
                cma-es/sphere/d2/i2/s7  40 evaluations
                cma-es/sphere/d2/i2/s9  40 evaluations
                drifter/sphere/d2/i1/s7  40 evaluations
                drifter/sphere/d2/i1/s9  40 evaluations
                drifter/sphere/d2/i2/s7  40 evaluations
                drifter/sphere/d2/i2/s9  40 evaluations

                12 trials, at most 480 evaluations
                """.trimIndent()
            told.out shouldContain " on 2 workers if every trial spends its budget\n"
        }

        test("the full profile has the formulas of the script") {
            val desk = Desk(tempdir())
            val out = desk.type("plan", desk.suite("talkative")).out
            out shouldContain "bowl (in the script, on [-5.0, 5.0], optimum 0.5)"
            out shouldContain "wave (in the script, on [-1.0, 2.0], optimum unknown)"
            out shouldContain "budget      30 evaluations per dimension"
        }

        test("plan --json is valid by its schema and holds the suite's own document") {
            val desk = Desk(tempdir())
            val text = desk.type("plan", desk.suite("talkative"), "--json").out
            Schemas().validate("plan.json", text).shouldBeEmpty()
            text shouldContain "\"title\":\"Says it all\""
            text shouldContain "docs/standings.md#table"
        }

        test("check runs nothing") {
            val desk = Desk(tempdir())
            val told = desk.type("check", desk.suite("talkative"))
            told.out shouldBe
                "talkative.bench.kts: fine, 120 trials, at most 9,000 evaluations\n"
            told.code shouldBe 0
            desk.directory.list()!!.toList() shouldContainExactly listOf("talkative.bench.kts")
        }

        test("list tells functions, optimizers and suites, for people and for programs") {
            val desk = Desk(tempdir())
            desk.suite("talkative")
            val all = desk.type("list").out
            all shouldContain "\n  bbob-f10 "
            all shouldContain "\n  manta-ray "
            all shouldContain "\n  talkative  talkative.bench.kts\n"
            desk.type("list", "optimizers", "--json").out shouldStartWith
                "{\"optimizers\":[{\"id\":\"random-search\",\"kind\":\"random-search\"," +
                "\"determinism\":\"own\"}"
            desk.type("list", "--json").out shouldContain
                "{\"id\":\"bbob-f10\",\"suite\":\"bbob\",\"number\":10,"
            desk.type("list", "everything").code shouldBe 2
        }

        test("evaluate answers a line for a line, with 17 digits") {
            val told =
                Desk(tempdir()).type(
                    "evaluate",
                    "--function",
                    "sphere-unshifted",
                    "--dim",
                    "2",
                    input = "[0.1, 0]\n[3,4]\n [ -1e0 , 2.5E-1 ] \n",
                )
            told.out shouldBe
                "1.0000000000000002e-02\n2.5000000000000000e+01\n1.0625000000000000e+00\n"
            told.code shouldBe 0
        }

        test("evaluate names every bad line, stays in step, and ends with 2") {
            val told =
                Desk(tempdir()).type(
                    "evaluate",
                    "--function",
                    "sphere-unshifted",
                    "--dim",
                    "2",
                    input = "[1]\n[1,NaN]\n[0,0]\nhello\n[1,1e999]\n[01,1]\n[1.,1]\n[,1]\n",
                )
            told.out.trim().lines() shouldBe
                listOf("nan", "nan", "0.0000000000000000e+00") + List(5) { "nan" }
            told.err shouldBe
                """
                error: line 1: a point needs 2 numbers; got 1
                error: line 2: "NaN" is no number
                error: line 4: a point is a JSON array of numbers, such as [0, -1.5]
                error: line 5: 1e999 is too large for a double
                error: line 6: "01" is no number
                error: line 7: "1." is no number
                error: line 8: "" is no number

                """.trimIndent()
            told.code shouldBe 2
        }

        test("evaluate wants a function that there is, and a dimension that it has") {
            val desk = Desk(tempdir())
            desk.type("evaluate", "--function", "bbob-f25", "--dim", "2").err shouldContain
                "there is no function bbob-f25"
            desk.type("evaluate", "--function", "bbob-f1", "--dim", "1").err shouldStartWith
                "error: bbob-f1 has 2 to "
            desk.type("evaluate", "--dim", "1").err shouldStartWith
                "error: bench evaluate needs --function\n"
        }

        test("show tells what was run, on what, and how it came out") {
            val desk = Desk(tempdir())
            desk.type("run", *SMALL, "--run-id", "r")
            val out = desk.type("show", "r").out
            out shouldStartWith
                "random-search on sphere, bbob-f1 (single, full), complete\n  run      r\n"
            out shouldContain "\n  totals   4 trials, 80 evaluations, 0 failed, "
            out shouldContain "\nfunction  dim  random-search\n"
            Schemas()
                .validate("summary.json", desk.type("show", "r", "--json").out)
                .shouldBeEmpty()
        }

        test("verify finds a changed byte, names the file, and ends with 5") {
            val desk = Desk(tempdir())
            desk.type("run", *SMALL, "--run-id", "r")
            desk.type("verify", "r").out shouldStartWith "benchmarks/results/r: sound, "
            val summary = File(desk.directory, "benchmarks/results/r/summary.json")
            summary.writeText(summary.readText().replaceFirst("sphere", "spherE"))
            val told = desk.type("verify", "r")
            told.code shouldBe 5
            told.out shouldContain "summary.json: "
        }

        test("verify --rerun of a suite that has changed says so") {
            val desk = Desk(tempdir())
            val suite = desk.suite("talkative")
            desk.type("run", suite, "--quick", "--run-id", "r")
            desk.type("verify", "r", "--rerun").code shouldBe 0
            File(desk.directory, suite).appendText("// changed\n")
            val told = desk.type("verify", "r", "--rerun")
            told.code shouldBe 5
            told.err shouldStartWith "error: talkative.bench.kts has changed since the run r"
        }

        test("schemas are listed, printed, and used") {
            val desk = Desk(tempdir())
            desk
                .type("schema", "list")
                .out
                .trim()
                .lines() shouldBe Schemas.list()
            desk.type("schema", "print", "plan").out shouldContain "urn:benchwright:schema:plan:1"
            desk.type("schema", "print", "plam").err shouldContain "did you mean plan?"
            desk.type("run", *SMALL, "--run-id", "r")
            val manifest = "benchmarks/results/r/run.json"
            desk.type("schema", "validate", manifest).out shouldBe "$manifest: valid\n"
            val broken = File(desk.directory, "broken.json")
            broken.writeText(
                File(desk.directory, manifest)
                    .readText()
                    .replace("\"complete\"", "\"finished\""),
            )
            desk.type("schema", "validate", "broken.json").let {
                it.code shouldBe 5
                it.out shouldContain "broken.json: /status: "
            }
            desk.type("schema", "validate").code shouldBe 2
            desk.type("schema", "validate", "nowhere").code shouldBe 5
        }

        test("completion knows every command and flag, in every shell") {
            val desk = Desk(tempdir())
            for (shell in listOf("bash", "zsh", "fish")) {
                val text = desk.type("completion", shell).out
                for (grammar in Commands.grammars()) {
                    text shouldContain grammar.name()
                    grammar.flags().forEach { text shouldContain it.name().removePrefix("--") }
                }
            }
            desk.type("completion", "tcsh").err shouldStartWith
                "error: bench completion takes bash, zsh or fish; got \"tcsh\""
        }
    })
