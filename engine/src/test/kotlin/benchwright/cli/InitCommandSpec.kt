package benchwright.cli

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File

class InitCommandSpec :
    FunSpec({
        test("a suite that runs, and results that stay out of the repository") {
            val desk = Desk(tempdir())
            val told = desk.type("init")
            told.code shouldBe 0
            told.out shouldContain "written  suites/quick.bench.kts\nwritten  .gitignore\n"
            told.out shouldContain "  bench suites/quick.bench.kts"
            File(desk.directory, ".gitignore").readText() shouldBe "benchmarks/results/\n"
            File(desk.directory, ".github").exists() shouldBe false
            desk.type("suites/quick.bench.kts", "-q").code shouldBe 0
        }

        test("nothing that is there is overwritten") {
            val desk = Desk(tempdir())
            val suite = File(desk.directory, "suites/quick.bench.kts")
            suite.parentFile.mkdirs()
            suite.writeText("mine")
            val ignore = File(desk.directory, ".gitignore").also { it.writeText("target/") }
            desk.type("init", "-q").out shouldBe
                "kept     suites/quick.bench.kts\nextended .gitignore\n"
            suite.readText() shouldBe "mine"
            ignore.readText() shouldBe "target/\nbenchmarks/results/\n"
            desk.type("init", "-q").out shouldContain "kept     .gitignore"
            ignore.readText() shouldBe "target/\nbenchmarks/results/\n"
        }

        test("--ci github adds workflows, which say where Benchwright comes from") {
            val desk = Desk(tempdir())
            val told = desk.type("init", "--ci", "github")
            told.out shouldContain "written  .github/workflows/benchmark-nightly.yml\n"
            told.out shouldContain "BENCHWRIGHT_REPOSITORY"
            val workflow = File(desk.directory, ".github/workflows/benchmark-quick.yml")
            workflow.readText() shouldContain "BENCHWRIGHT_REF: \${{ vars.BENCHWRIGHT_REF }}\n"
            val other = Desk(tempdir())
            other
                .type(
                    "init",
                    "--ci",
                    "github",
                    "--benchwright",
                    "o/bench@0123abc",
                ).out shouldNotContain
                "variables"
            File(other.directory, ".github/workflows/benchmark-quick.yml").readText() shouldContain
                "BENCHWRIGHT_REPOSITORY: o/bench\n  BENCHWRIGHT_REF: 0123abc\n"
        }

        test("mistakes are told") {
            val desk = Desk(tempdir())
            desk.type("init", "--ci", "gitlab").code shouldBe 2
            desk.type("init", "--benchwright", "o/r@x").err shouldContain "bench init --ci github"
            desk.type("init", "--ci", "github", "--benchwright", "o/r;x").code shouldBe 2
            desk.directory.list()!!.size shouldBe 0
        }
    })
