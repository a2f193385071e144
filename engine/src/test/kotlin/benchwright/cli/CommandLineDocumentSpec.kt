package benchwright.cli

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File

class CommandLineDocumentSpec :
    FunSpec({
        val document = File("../docs/command-line.md").readText()
        val desk = Desk(tempdir())

        test("the document holds the help of every command, word for word") {
            document shouldContain "```\n${desk.type("help").out}```"
            for (grammar in Commands.grammars()) {
                withClue("run bench help ${grammar.name()} and put its text into the document") {
                    document shouldContain "```\n${desk.type("help", grammar.name()).out}```"
                }
            }
        }

        test("the document holds every exit code, and their precedence") {
            val codes =
                Regex("^\\| (\\d+) \\|", RegexOption.MULTILINE)
                    .findAll(document)
                    .map { it.groupValues[1].toInt() }
                    .toSet()
            codes shouldBe Exit.entries.map { it.code() }.toSet()
            val order =
                Exit.entries.filter { it != Exit.DONE }.joinToString(
                    ", ",
                ) { "${it.code()}" }
            document.replace("\n", " ") shouldContain "the first of $order is told"
        }

        test("what bench evaluate answers in the document, it answers") {
            val told =
                desk.type(
                    *"evaluate --function bbob-f1 --dim 2 --instance 1".split(" ").toTypedArray(),
                    input = "[0.5, -1.25]\n",
                )
            document shouldContain
                "bench evaluate --function bbob-f1 --dim 2 --instance 1\n${told.out}"
        }
    })
