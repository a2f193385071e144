package benchwright.cli

import benchwright.Alone
import benchwright.history.RunReader
import io.kotest.assertions.nondeterministic.eventually
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File
import java.util.concurrent.TimeUnit
import kotlin.time.Duration.Companion.minutes

private const val HELLO =
    """echo '{"hello":{"protocol":1,"name":"test","version":"1"}}'; read problem"""
private const val ALL =
    """while echo '{"ask":[[1.5,2.5]]}'; read answer; do case ${'$'}answer in *done*) exit;; esac; done"""

/** A suite of one function in two dimensions, [trials] of each of the [optimizers]. */
private fun File.suite(
    name: String,
    trials: Int,
    vararg optimizers: String,
): String {
    File(this, "$name.bench.kts").writeText(
        "functions(sphere)\ndimensions(2)\nseeds(1..$trials)\nbudget(20.evaluations)\n" +
            "optimizers(\n${optimizers.joinToString("") { "    $it,\n" }})\n",
    )
    return "$name.bench.kts"
}

private fun File.script(
    name: String,
    text: String,
) = File(this, name).also { it.parentFile.mkdirs() }.writeText(text + "\n")

private fun File.log(run: String) = File(this, "benchmarks/results/$run/log.ndjson").readText()

private fun File.digest(run: String) =
    RunReader.open(File(this, "benchmarks/results/$run").toPath()).manifest().resultsDigest

/** What runs with [word] among its arguments. */
private fun alive(word: String): List<ProcessHandle> =
    ProcessHandle
        .allProcesses()
        .filter { word in it.info().commandLine().orElse("") }
        .toList()

private fun ProcessHandle.isJvm() = info().command().orElse("").endsWith("/java")

/** A `bench` that leads a group of processes, as a shell's foreground job does. */
private class Job(
    directory: File,
    vararg line: String,
) {
    private val err = File.createTempFile("bench-", ".err")
    val process: Process =
        ProcessBuilder(
            "env",
            "--default-signal=INT",
            "setsid",
            "${System.getProperty("java.home")}/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "benchwright.cli.Main",
            *line,
        ).directory(directory)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err)
            .also { it.environment()["BENCH_CACHE"] = File("target/test-cache").absolutePath }
            .start()

    /** Ctrl-C at a terminal: the whole group gets the signal. */
    fun interrupt() {
        ProcessBuilder("kill", "-INT", "--", "-${process.pid()}").start().waitFor()
    }

    fun await(): Told {
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly()
            error("the process does not end: ${err.readText()}")
        }
        return Told(process.exitValue(), "", err.readText()).also { err.delete() }
    }
}

class ProgramRunSpec :
    FunSpec({
        extension(Alone())

        test("a program that fails its trials: the others go on, and the exit code says so") {
            val directory = tempdir()
            directory.script("p/good.sh", "$HELLO\n$ALL")
            directory.script("p/bad.sh", "$HELLO\necho 'no luck' >&2\nexit 3")
            val suite =
                directory.suite(
                    "mixed",
                    2,
                    """Program("bad", directory = "p", run = "sh bad.sh")""",
                    """Program("good", directory = "p", run = "sh good.sh")""",
                    "RandomSearch()",
                )
            for (flags in listOf(listOf(), listOf("--isolate", "process"))) {
                val run = "run${flags.size}"
                val told = Desk(directory).type(suite, "--run-id", run, *flags.toTypedArray())
                told.code shouldBe 4
                told.err shouldContain "error: 2 trials failed:\n  bad/sphere/d2/i1/s1: the program"
                told.err shouldContain "exit value 3; its standard error ends with: no luck"
                Desk(directory).type("verify", "benchmarks/results/$run").code shouldBe 0
            }
            directory.digest("run2") shouldBe directory.digest("run0")
            val document =
                RunReader.open(File(directory, "benchmarks/results/run0").toPath()).let { reader ->
                    File(directory, "benchmarks/results/run0/histories/good").listFiles()!!
                    reader.manifest()
                }
            document.totals.failed shouldBe 2
            Desk(directory).type("verify", "benchmarks/results/run0", "--rerun").code shouldBe 0
        }

        test("each directory and build is built once, and its output is kept in the log") {
            val directory = tempdir()
            directory.script("p/good.sh", "$HELLO\n$ALL")
            directory.script("p/make.sh", "echo made >> made.txt; echo to out; echo to err >&2")
            val program = """directory = "p", build = listOf("sh make.sh"), run = "sh good.sh""""
            val suite =
                directory.suite(
                    "built",
                    2,
                    "Program(\"one\", $program)",
                    "Program(\"two\", $program)",
                )
            val told = Desk(directory).type(suite, "--run-id", "r", "--isolate", "process")
            told.code shouldBe 0
            told.err shouldContain "building in p: sh make.sh"
            File(directory, "p/made.txt").readLines() shouldBe listOf("made")
            val lines = directory.log("r").lines().filter { "program-built" in it }
            lines shouldHaveSize 1
            lines[0] shouldContain
                """"command":"sh make.sh","exitValue":"0","output":"to out\nto err\n""""
        }

        test("a build that fails is one error with the end of its output, and nothing is run") {
            val directory = tempdir()
            directory.script("p/make.sh", "for i in \$(seq 50); do echo line \$i; done; exit 2")
            val suite =
                directory.suite(
                    "broken",
                    1,
                    "RandomSearch()",
                    """Program("one", directory = "p", build = listOf("sh make.sh"), run = "./es")""",
                )
            val told = Desk(directory).type(suite, "--run-id", "r")
            told.code shouldBe 3
            told.err shouldContain
                "error: The program one cannot be built: \"sh make.sh\" in p ended with " +
                "exit value 2. It wrote:\n    …\n    line 39\n"
            told.err shouldContain "line 50\n"
            told.err shouldNotContain "line 38"
            directory.log("r") shouldNotContain "trial-finished"
            directory.log("r") shouldContain "line 1\\n"

            directory.script("p/make.sh", "printf '#!/bin/sh\\n%s\\n' 'exit 4' > es; chmod +x es")
            val resumed = Desk(directory).type("run", "--resume", "r")
            resumed.code shouldBe 4
            resumed.err shouldContain "exit value 4"
        }

        test("what is missing is told before anything is run, with what to do") {
            val directory = tempdir()
            directory.script("p/plain.sh", "exit")

            fun told(program: String): String {
                val suite = directory.suite("missing", 1, "Program(\"one\", $program)")
                val told = Desk(directory).type(suite, "--out", "run.json.gz")
                told.code shouldBe 3
                return told.err
            }
            told("""directory = "q", run = "./es"""") shouldContain
                "error: The directory \"q\" of the program one is not there"
            told("""directory = "p", run = "./es --fast"""") shouldContain
                "error: The file \"./es\" of the program one is not there"
            told("""directory = "p", run = "./plain.sh"""") shouldContain "chmod +x "
            told("""directory = "p", run = "plain.sh"""") shouldContain
                "is not on the search path. Install it, or write ./plain.sh for the file in p."
            told("""directory = "p", build = listOf("nobodys-make"), run = "./es"""") shouldContain
                "error: The command \"nobodys-make\" of the program one is not on the search path"
        }

        test("Ctrl-C for the whole group, while programs run: none of their trials has failed") {
            val directory = tempdir()
            directory.script("p/slow.sh", "$HELLO\nsleep 0.2\n$ALL")
            val suite =
                directory.suite(
                    "slow",
                    12,
                    """Program("slow", directory = "p", run = "sh slow.sh")""",
                )
            Desk(directory).type(suite, "--run-id", "whole").code shouldBe 0
            for (isolation in listOf("none", "process")) {
                val run = "cut-$isolation"
                val job = Job(directory, suite, "--run-id", run, "--isolate", isolation)
                eventually(3.minutes) { directory.log(run) shouldContain "trial-finished" }
                job.interrupt()
                job.await().code shouldBe 130
                alive("slow.sh").shouldBeEmpty()
                directory.log(run) shouldNotContain "failed"
                Desk(directory).type("run", "--resume", run).code shouldBe 0
                directory.digest(run) shouldBe directory.digest("whole")
            }
        }

        test("Ctrl-C during a build ends it") {
            val directory = tempdir()
            directory.script(
                "p/make.sh",
                "echo begun > begun.txt; (setsid sleep 27182 &); sleep 27182",
            )
            val suite =
                directory.suite(
                    "built",
                    1,
                    """Program("one", directory = "p", build = listOf("sh make.sh"), run = "sh no.sh")""",
                )
            val job = Job(directory, suite, "--run-id", "r")
            eventually(3.minutes) { File(directory, "p/begun.txt").exists() shouldBe true }
            job.interrupt()
            job.await().code shouldBe 130
            alive("27182").shouldBeEmpty()
        }

        test("a worker that is killed takes its program along, and all that this has started") {
            val directory = tempdir()
            directory.script("p/hangs.sh", "$HELLO\n(setsid sleep 16180 &)\nsleep 16180")
            val suite =
                directory.suite(
                    "hangs",
                    1,
                    """Program("hangs", directory = "p", run = "sh hangs.sh")""",
                )
            val job = Job(directory, suite, "--run-id", "r", "--isolate", "process")
            eventually(3.minutes) { alive("sleep 16180").size shouldBe 2 }
            job.process
                .children()
                .filter { it.isJvm() }
                .forEach { it.destroyForcibly() }
            job.await().code shouldBe 4
            alive("16180").shouldBeEmpty()
            directory.log("r") shouldContain "\"failure\":\"exit\""
        }
    })
