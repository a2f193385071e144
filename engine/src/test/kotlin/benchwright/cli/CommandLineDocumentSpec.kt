package benchwright.cli

import benchwright.history.Schemas
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

        test("the document has a region for the help of every command, and of every schema") {
            for (grammar in Commands.grammars()) {
                document shouldContain "<!-- bench:begin help:${grammar.name()} -->"
            }
            for (name in Schemas.list()) {
                File("../docs/schemas.md").readText() shouldContain
                    "<!-- bench:begin schema:$name -->"
            }
        }

        test("what bench has written into these documents is what it would write now") {
            val told =
                Desk(File("..").canonicalFile)
                    .type("docs", "--check", "docs/command-line.md", "docs/schemas.md")
            withClue(told.err) { told.code shouldBe 0 }
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
