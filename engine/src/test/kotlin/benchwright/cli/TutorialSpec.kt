package benchwright.cli

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.ints.shouldBeGreaterThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File

/** What docs/tutorial.md tells to do with two runs, and what it says comes of it. */
class TutorialSpec :
    FunSpec({
        val text = File("../docs/tutorial.md").readText()
        val desk = Desk(tempdir())
        val script = File(desk.directory, "sigma.bench.kts")

        fun type(
            line: String,
            run: String,
        ): Told {
            text shouldContain "\n$line\n"
            val words = line.removePrefix("bench ").replace("RUN", run).split(" ")
            return desk.type(*words.toTypedArray())
        }

        /** The block below the command, which may leave out lines where it has a line with `…`. */
        fun shown(line: String) =
            text
                .substringAfter("$line\n```\n\n```text\n", "nothing is shown")
                .substringBefore("\n```")
                .split("\n…\n")

        test("a change is compared with the baseline, fails as is shown, and can be kept") {
            script.writeText(
                text
                    .substringAfter("bench name=sigma")
                    .substringAfter("\n")
                    .substringBefore("```"),
            )
            desk.type("sigma.bench.kts", "--run-id", "first").code shouldBe 0
            type("bench baseline save sigma RUN", "first").code shouldBe 0
            type("bench baseline list", "").out shouldContain "sigma, full"
            val before = script.readText()
            text shouldContain "write `sigma = 0.001` for the small step"
            script.writeText(
                before.replace("\"small-step\", sigma = 0.1", "\"small-step\", sigma = 0.001"),
            )
            desk.type("sigma.bench.kts", "--run-id", "second").code shouldBe 0
            val told = type("bench compare sigma RUN", "second")
            told.code shouldBe 1
            var from = 0
            for (part in shown("bench compare sigma RUN")) {
                withClue("$part\nin\n${told.out}") {
                    from = told.out.indexOf(part, from)
                    from shouldBeGreaterThanOrEqual 0
                }
            }
            desk.type("baseline", "promote", "sigma", "second").code shouldBe 1
            type("bench baseline promote sigma RUN --force", "second").code shouldBe 0
            type("bench compare sigma RUN", "second").code shouldBe 0
        }
    })
