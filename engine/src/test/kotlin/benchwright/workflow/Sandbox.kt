package benchwright.workflow

import benchwright.artifact.Documents
import benchwright.cli.Desk
import benchwright.report.SampleComparisons
import java.io.File
import java.util.concurrent.TimeUnit

/** What a step did. */
internal class Ran(
    val code: Int,
    val output: String,
    val summary: String,
)

/**
 * A checkout of a small project in which steps of workflows run as GitHub runs them: each script in a shell of its own,
 * with its environment, its files for outputs, paths and summaries.
 *
 * `bench` in it is recorded. Commands that there are do what they do; the others leave what those who come after them
 * need, until they are there.
 */
internal class Sandbox(
    val directory: File,
    private val expressions: Map<String, String>,
    /** Commands that are recorded and do nothing, though they are there. */
    private val idle: Set<String> = setOf(),
    private val variables: Map<String, String> = mapOf(),
) {
    private val work = File(directory, "checkout").also { it.mkdirs() }
    private val temporary = File(directory, "temporary").also { it.mkdirs() }
    private val home = File(directory, "home").also { it.mkdirs() }
    private val record = File(directory, "record.txt").also { it.writeText("") }
    private val outputs = mutableMapOf<String, String>()
    private val paths = mutableListOf<String>()
    private var step = 0

    init {
        File(work, "suites").mkdirs()
        File("../suites/quick.bench.kts").copyTo(File(work, "suites/quick.bench.kts"))
        File(work, "suites/speed.bench.kts").writeText(
            """
            title("Two commands")
            implementations(Command("start", run = "true"), Command("check a suite that is compiled", run = "true"))
            timing(warmups = 1, runs = 2..2)
            """.trimIndent() + "\n",
        )
        File(work, "engine/src/main").mkdirs()
        File(work, "engine/src/main/Engine.java").writeText("class Engine {}\n")
        File(work, "README.md").writeText("# A project\n")
        File(work, ".gitignore").writeText("/benchmarks/\n/.benchwright/\n")
        bench(File(work, "bench"))
        git("init", "--quiet", "--initial-branch=main")
        git("add", "--all")
        commit("base")
        File(work, "engine/src/main/Engine.java").writeText("class Engine { int faster; }\n")
        git("add", "--all")
        commit("head")
    }

    /** What was asked of `bench`, a line each. */
    fun asked(): List<String> = record.readLines()

    fun file(path: String) = File(work, path)

    fun git(vararg words: String): String {
        val process =
            ProcessBuilder("git", *words)
                .directory(work)
                .redirectErrorStream(true)
                .also { quiet(it) }
                .start()
        val output = process.inputStream.readAllBytes().decodeToString()
        check(process.waitFor() == 0) { "git ${words.joinToString(" ")}: $output" }
        return output.trim()
    }

    fun commit(message: String) =
        git("-c", "user.name=t", "-c", "user.email=t@localhost", "commit", "--quiet", "-m", message)

    /** Puts the recording `bench` at [place]. */
    fun bench(place: File) {
        place.parentFile.mkdirs()
        place.writeText(stub())
        place.setExecutable(true)
    }

    /** Runs the script of [step] of [job]; its expressions must all be known. */
    fun run(
        workflow: Workflow,
        job: Job,
        step: Step,
    ): Ran {
        this.step++
        val script = File(directory, "step-${this.step}.sh").also { it.writeText(step.run) }
        val files =
            listOf(
                "GITHUB_OUTPUT",
                "GITHUB_STEP_SUMMARY",
                "GITHUB_PATH",
                "GITHUB_ENV",
            ).associateWith {
                File(directory, "step-${this.step}-$it").also { file -> file.writeText("") }
            }
        val shell =
            if (step.shell == "bash") {
                arrayOf("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")
            } else {
                arrayOf("bash", "-e")
            }
        val builder =
            ProcessBuilder(
                *shell,
                script.path,
            ).directory(work).redirectErrorStream(true).also { quiet(it) }
        val environment = builder.environment()
        environment["PATH"] = (paths + environment.getValue("PATH")).joinToString(":")
        environment["HOME"] = home.path
        environment["CI"] = "true"
        environment["GITHUB_ACTIONS"] = "true"
        environment["GITHUB_WORKSPACE"] = work.path
        environment["RUNNER_TEMP"] = temporary.path
        environment["BENCH_TEST_CLASSPATH"] = System.getProperty("java.class.path")
        environment["BENCH_TEST_JAVA"] = System.getProperty("java.home")
        environment["BENCH_TEST_RECORD"] = record.path
        environment["BENCH_CACHE"] = File("target/test-cache").absolutePath
        environment["BENCH_LOCK"] = File("target/test-measuring.lock").absolutePath
        environment += variables
        files.forEach { (name, file) -> environment[name] = file.path }
        for (source in listOf(workflow.environment, job.environment, step.environment)) {
            source.forEach { (name, value) -> environment[name] = filled(value) }
        }
        val process = builder.start()
        process.outputStream.close()
        val output = process.inputStream.readAllBytes().decodeToString()
        check(process.waitFor(10, TimeUnit.MINUTES)) { "${step.name} does not end" }
        files.getValue("GITHUB_OUTPUT").readLines().forEach {
            outputs["steps.${step.id}.outputs.${it.substringBefore('=')}"] = it.substringAfter('=')
        }
        paths.addAll(0, files.getValue("GITHUB_PATH").readLines())
        return Ran(process.exitValue(), output, files.getValue("GITHUB_STEP_SUMMARY").readText())
    }

    fun output(
        step: String,
        name: String,
    ): String = outputs["steps.$step.outputs.$name"].orEmpty()

    private fun filled(text: String): String =
        Regex("\\$\\{\\{\\s*(.*?)\\s*}}").replace(text) {
            val expression = it.groupValues[1]
            outputs[expression]
                ?: expressions[expression]
                ?: if (expression.startsWith("steps.")) "" else error("what is $expression?")
        }

    private fun quiet(builder: ProcessBuilder) {
        val environment = builder.environment()
        environment.keys.removeIf { it.startsWith("GITHUB_") || it.startsWith("GIT_") }
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        environment["GIT_CONFIG_NOSYSTEM"] = "1"
        environment["LC_ALL"] = "C.UTF-8"
    }

    /** A shell script: the real program for what it knows, else what is left behind by what will be. */
    private fun stub(): String {
        val help = Desk(directory).type("help").out.substringAfter("\nCommands:\n")
        val real =
            Regex("^ {2}([a-z]+)", RegexOption.MULTILINE)
                .findAll(help)
                .map { it.groupValues[1] }
                .filterNot { it in idle }
                .toList()
        val comparison = Documents.page(Documents.toJson(SampleComparisons.paired))
        return """
            |#!/bin/sh
            |printf '%s\n' "${'$'}*" >>"${'$'}BENCH_TEST_RECORD"
            |here=${'$'}(CDPATH='' cd "${'$'}{0%/*}" && pwd)
            |case ${'$'}1 in
            |${real.joinToString(" | ")})
            |  exec "${'$'}BENCH_TEST_JAVA/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
            |    -cp "${'$'}BENCH_TEST_CLASSPATH" benchwright.cli.Main "${'$'}@"
            |  ;;
            |--version)
            |  mkdir -p "${'$'}here/engine/target/benchwright/bin"
            |  cp "${'$'}0" "${'$'}here/engine/target/benchwright/bin/bench"
            |  ;;
            |pair | compare)
            |  out=benchmarks/results/head/comparison.json
            |  while [ ${'$'}# -gt 0 ]; do
            |    [ "${'$'}1" != --out ] || out=${'$'}2
            |    shift
            |  done
            |  cat >"${'$'}out" <<'END'
            |$comparison
            |END
            |  ;;
            |docs) [ "${'$'}2" = --check ] || echo anew >>README.md ;;
            |spec | trend) echo "${'$'}*" ;;
            |*)
            |  echo "no such command: ${'$'}1" >&2
            |  exit 2
            |  ;;
            |esac
            |
            """.trimMargin()
    }
}
