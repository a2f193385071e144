package benchwright.measure.command

import benchwright.artifact.CaseKey
import benchwright.external.Builds
import benchwright.external.Leash
import benchwright.external.Project
import benchwright.measure.Confinement
import benchwright.measure.Reading
import benchwright.suite.Command
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.types.shouldBeInstanceOf
import java.io.File
import java.time.Duration
import java.util.Optional

/** Build steps as they were told, in a line each. */
private class Heard : Builds.Listener {
    val steps = mutableListOf<String>()

    override fun began(
        project: Project,
        command: String,
    ) {
        steps += "begin $command"
    }

    override fun ended(step: Builds.Step) {
        steps += "end ${step.command()}: ${step.exitValue()} ${step.output().trim()}".trim()
    }
}

class ExampleImplementationsSpec :
    FunSpec({
        val place = tempdir()
        val runs =
            CommandRuns(
                place.toPath(),
                System.getenv(),
                Leash.of(System.nanoTime()),
                System::nanoTime,
            )
        afterSpec { runs.close() }

        fun command(
            id: String,
            run: String,
            build: List<String> = listOf(),
            directory: String = ".",
        ) = Command(id, id, directory, build, listOf(), run, listOf(), "", mapOf(), false)

        test("the examples find the same point in every language") {
            File("../examples/implementations").copyRecursively(place, overwrite = true)
            val all =
                mapOf(
                    "gcc" to
                        command(
                            "c",
                            "./mrfo-O3 --size {size}",
                            listOf("gcc -O3 -ffp-contract=off -o mrfo-O3 mrfo.c -lm"),
                        ),
                    "javac" to
                        command("java", "java Mrfo --size {size}", listOf("javac Mrfo.java")),
                    "node" to command("javascript", "node mrfo.mjs --size {size}"),
                    "python3" to command("python", "python3 mrfo.py --size {size}"),
                )
            val here = all.filterKeys { Leash.find(it, System.getenv("PATH")).isNotEmpty() }.values
            runs.prepare(here, Heard()) shouldBe Optional.empty()
            val key = CaseKey("", 60, 1, 0)
            val free = Confinement(listOf(), 0, 1, listOf(), Duration.ofSeconds(60))
            val results =
                here.map { command ->
                    val reading = runs.subject(command, key, free).use { it.read(true) }
                    withClue(reading) {
                        val taken = reading.shouldBeInstanceOf<Reading.Taken>()
                        taken.stages.map { it.name() } shouldBe listOf("set-up", "search")
                        taken.metrics.map { it.name() } shouldBe listOf("evaluations")
                        taken.result shouldHaveSize 11
                        taken.result
                    }
                }
            results.toSet() shouldHaveSize 1
        }

        test("steps are carried out once for a directory, and what they wrote is told") {
            val heard = Heard()
            val steps = listOf("mkdir -p built", "echo all is well")
            val commands = listOf(command("a", "echo", steps), command("b", "echo", steps))
            runs.prepare(commands, heard) shouldBe Optional.empty()
            heard.steps shouldContainExactly
                listOf(
                    "begin mkdir -p built",
                    "end mkdir -p built: 0",
                    "begin echo all is well",
                    "end echo all is well: 0 all is well",
                )
        }

        test("a step that fails, a command or a directory that is not there stops the run") {
            fun problem(command: Command) = runs.prepare(listOf(command), Heard()).get()
            problem(command("c", "echo", listOf("rmdir nowhere"))) shouldContain
                "The command c cannot be built: \"rmdir nowhere\" in . ended with exit value 1."
            problem(command("c", "./nowhere")) shouldContain
                "The file \"./nowhere\" of the command c is not there"
            problem(command("c", "echo", directory = "nowhere")) shouldContain
                "The directory \"nowhere\" of the command c is not there"
        }
    })
