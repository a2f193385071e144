package benchwright.cli

import benchwright.cli.PicocliReader.Reading
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveAtLeastSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldBeInstanceOf
import java.io.File

private val ROOT = File("..").canonicalFile

/** Not commands of ours: what each needs that a test has not. */
private val OUTSIDE =
    mapOf(
        "(time )?mvn .*|touch pom.xml .*" to "builds the project, as every run of these tests does",
        "java .*|export CLASSPATH=.*" to "benchmarks that measure for minutes",
        "\\.ci/.*" to "measures this machine for minutes",
        "python3 .*" to "needs cocopp",
        "examples/cluster/.*|sbatch .*" to "needs a cluster; ClusterExamplesSpec has one",
        "export SPARK_HOME=.*|mkdir -p mine/bin .*|#!/bin/sh|exec /opt/.*|END|chmod .*" to
            "needs an installation of Spark; the tests of spark/loopback have one",
        "source <\\(bench completion bash\\)" to "for the shell; bench completion is run elsewhere",
    )

/** Our own commands that are read and not run, and why. */
private val ONLY_READ =
    mapOf(
        ".* suites/(full|speed|implementations)\\.bench\\.kts.*" to "takes minutes",
        ".* suites/mine\\.bench\\.kts.*" to "stands for a suite of the reader's",
        ".*--function 'bbob-\\*'.*" to "takes seconds: 24 functions in three dimensions",
        ".* (benchmarks/results/part-\\*|exdata/BFGS|benchmarks/results/bfgs-2009)( .*|\$)" to
            "needs the runs of others; MergeCommandSpec and ExportCommandSpec do it",
        ".*--resume .*" to "needs an interrupted run; KillSpec does it",
        ".*--to (jmh|coco --out exdata).*" to
            "needs a run of operations, or of BBOB; ExportCommandSpec",
        ".*bench doctor.*" to "looks at this machine, or changes it; DoctorCommandSpec does it",
        ".*bench (docs|spec)\\b.*" to "goes through all documents; CI does it, and DocsCommandSpec",
        ".*bench (baseline|ci|compare|history|init|pair|trend)\\b.*" to
            "needs two runs, or a repository",
    )

/** A command in a workflow is only read: what it needs is made by the steps before it. */
private class Typed(
    val document: String,
    val line: String,
    val inWorkflow: Boolean,
) {
    override fun toString() = "$document: $line"
}

/** Every command in the README and in docs is run, or where that cannot be, read by our grammar. */
class DocumentedCommandsSpec :
    FunSpec({
        val documents =
            File(ROOT, "docs")
                .walk()
                .filter { it.extension == "md" }
                .plus(File(ROOT, "README.md"))
                .toList()
                .filterNot { "benchmarks" in it.path || "decisions" in it.path }
                .sortedBy { it.path }
        val typed = documents.flatMap { commands(it) }

        test("there are commands to be tried") { typed shouldHaveAtLeastSize 60 }

        test("every list of exceptions is needed") {
            (OUTSIDE.keys + ONLY_READ.keys)
                .filter { pattern -> typed.none { it.line.matches(Regex(pattern)) } }
                .shouldBeEmpty()
        }

        test("every command that is not run is one that bench reads") {
            for (each in typed.filter { it.isOurs() && it.isOnlyRead() }) {
                for (line in each.ours()) {
                    withClue(each) { read(line).shouldBeInstanceOf<Reading.Understood>() }
                }
            }
        }

        val run = typed.filter { it.isOurs() && !it.isOnlyRead() }
        for ((document, lines) in run.groupBy { it.document }) {
            test("the commands of $document do what it says") {
                val desk = Desk(sandbox(tempdir()))
                desk.type("run", *SMALL, "--run-id", "a").code shouldBe 0
                for (each in lines) {
                    for (line in each.ours()) {
                        val told = desk.type(*line.toTypedArray(), input = each.input())
                        withClue("$each\n${told.err}") { told.code shouldBe 0 }
                    }
                }
            }
        }

        test("everything else is known to need something from outside") {
            typed
                .filterNot { it.isOurs() }
                .filter { each -> OUTSIDE.keys.none { each.line.matches(Regex(it)) } }
                .shouldBeEmpty()
        }
    })

private fun Typed.isOurs() =
    Regex("(^|[ (;])(\\./)?bench ").containsMatchIn(line) &&
        OUTSIDE.keys.none { line.matches(Regex(it)) }

private fun Typed.input() =
    Regex("echo '([^']*)' \\|")
        .find(line)
        ?.groupValues
        ?.get(1)
        .orEmpty()

private fun Typed.isOnlyRead() = inWorkflow || ONLY_READ.keys.any { line.matches(Regex(it)) }

/** The words behind each `bench` of the line, as a shell would split them. */
private fun Typed.ours(): List<List<String>> =
    line
        .split(Regex("; |&& |\\| "))
        .filter { Regex("(^|[ (])(\\./)?bench ").containsMatchIn(it) }
        .map { it.replace(Regex("^.*?(\\./)?bench "), "").substringBefore(" >").removeSuffix(")") }
        .map { words(it) }

private fun words(text: String): List<String> =
    Regex("'[^']*'|\"[^\"]*\"|\\S+")
        .findAll(text)
        .map { it.value.trim('\'', '"') }
        .map { if (it == "RUN") "a" else it.replace("20261120T114512Z-quick-3f9a", "a") }
        .toList()

/** A suite without a command is a run. */
private fun read(line: List<String>): Reading {
    val whole = if (Commands.named(line[0]).isPresent) line else listOf("run") + line
    return PicocliReader(Commands.grammars()).read(whole.toTypedArray())
}

/** What a reader of the documents has before him. */
private fun sandbox(directory: File): File {
    File(directory, "suites").mkdir()
    File(ROOT, "suites/quick.bench.kts").copyTo(File(directory, "suites/quick.bench.kts"))
    File(ROOT, "examples/first.bench.kts").copyTo(File(directory, "first.bench.kts"))
    val tutorial = File(ROOT, "docs/tutorial.md").readText()
    val sigma =
        tutorial
            .substringAfter("bench name=sigma")
            .substringAfter("\n")
            .substringBefore("```")
    File(directory, "sigma.bench.kts").writeText(sigma)
    return directory
}

/** The lines of blocks of the shell, joined where they go on, without comments and scripts. */
private fun commands(document: File): List<Typed> {
    val name = document.relativeTo(ROOT).path
    val shell =
        Regex("^```sh\n(.*?)^```$", setOf(RegexOption.MULTILINE, RegexOption.DOT_MATCHES_ALL))
            .findAll(document.readText())
            .map { it.groupValues[1] }
            .filterNot { it.startsWith("#!") }
            .flatMap { it.replace(Regex("\\\\\n *|(?<=--workers 1)\n +"), " ").lines() }
    val workflow =
        Regex("- run: (bench .*)")
            .findAll(document.readText())
            .map { Typed(name, it.groupValues[1], true) }
    return shell
        .filterNot { it.matches(Regex("[-+0-9.e]+")) }
        .map { it.replace(Regex("(^| +)#( .*|$)"), "").removePrefix("$ ").trim() }
        .filter { it.isNotEmpty() }
        .map { Typed(name, it, false) }
        .plus(workflow)
        .toList()
}
