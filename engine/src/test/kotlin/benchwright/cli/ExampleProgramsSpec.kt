package benchwright.cli

import benchwright.history.RunReader
import io.kotest.core.spec.style.FunSpec
import io.kotest.core.test.Enabled
import io.kotest.core.test.EnabledOrReasonIf
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import java.io.File

/** Each example runs where its language is; where it is not, the test says so and is skipped. */
class ExampleProgramsSpec :
    FunSpec({
        fun needs(tool: String): EnabledOrReasonIf =
            {
                val found =
                    System.getenv("PATH").split(File.pathSeparator).any {
                        File(it, tool).canExecute()
                    }
                if (found) Enabled.enabled else Enabled.disabled("$tool is not on this machine")
            }

        for ((id, tool) in mapOf(
            "python-es" to "python3",
            "c-es" to "gcc",
            "javascript-de" to "node",
        )) {
            test("$id solves the sphere, and does so alike a second time")
                .config(enabledOrReasonIf = needs(tool)) {
                    val directory = tempdir()
                    val examples = File("../examples/programs")
                    examples.copyRecursively(File(directory, "examples/programs"))
                    val suite = "examples/programs/programs.bench.kts"
                    val part =
                        arrayOf("--optimizer", id, "--function", "sphere", "--budget", "10000")
                    val told = Desk(directory).type(suite, *part, "--run-id", "r")
                    told.code shouldBe 0
                    val run = File(directory, "benchmarks/results/r").toPath()
                    val best = mutableListOf<Double>()
                    RunReader.open(run).forEach { record ->
                        best += record.history.value(record.history.size() - 1) - record.optimum
                    }
                    best.size shouldBe 4
                    best.all { it <= 1e-8 } shouldBe true
                    Desk(directory).type("verify", "$run", "--rerun").code shouldBe 0
                }
        }
    })
