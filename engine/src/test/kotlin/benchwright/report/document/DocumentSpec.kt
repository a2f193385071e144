package benchwright.report.document

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

class DocumentSpec :
    FunSpec({
        test("a block has its place, its words and its lines") {
            val text = "a\n```kotlin bench=s.kts region=x quick\nb\n\n```\n"
            val block = Document.ofMarkdown(text).blocks().single()
            block.line() shouldBe 2
            block.end() shouldBe 5
            block.language() shouldBe "kotlin"
            block.attributes() shouldBe mapOf("bench" to "s.kts", "region" to "x", "quick" to "")
            block.body() shouldContainExactly listOf("b", "")
        }

        test("a longer fence, or one of waves, holds fences and marks as text") {
            val text =
                "````\n```kotlin bench\n```\n<!-- bench:begin a -->\n````\n~~~\n```\n~~~\n"
            val document = Document.ofMarkdown(text)
            document.blocks().map { it.line() } shouldContainExactly listOf(1, 6)
            document.regions().shouldBeEmpty()
            document.slips().shouldBeEmpty()
        }

        test("in a list the indentation is no part of the block") {
            val document = Document.ofMarkdown("- x\n\n  ```text\n  a\n    b\n  ```\n")
            val block = document.blocks().single()
            block.body() shouldContainExactly listOf("a", "  b")
            document.with(listOf(Document.edit(block, "c\n\nd\n"))) shouldBe
                "- x\n\n  ```text\n  c\n\n  d\n  ```\n"
        }

        test("of a source only comments with two stars count, and keep their stars") {
            val text =
                "val a = \"```kotlin bench\"\n/* ```kotlin bench */\n/**\n * Says:\n * ```text\n" +
                    " * old\n * ```\n */\nclass A\n"
            val document = Document.ofSource(text)
            val block = document.blocks().single()
            block.line() shouldBe 5
            document.with(listOf(Document.edit(block, "new\n\nlines\n"))) shouldBe
                text.replace(" * old\n", " * new\n *\n * lines\n")
        }

        test("line ends of Windows stay what they are") {
            val document = Document.ofMarkdown("```\r\na\r\n```\r\n")
            document.with(listOf(Document.edit(document.blocks().single(), "b\n"))) shouldBe
                "```\r\nb\r\n```\r\n"
        }

        test("a region is filled with blank lines around, and filling it again changes nothing") {
            val text = "x\n<!-- bench:begin a -->\n<!-- bench:end a -->\ny"

            fun filled(text: String): String {
                val document = Document.ofMarkdown(text)
                return document.with(document.regions().map { Document.edit(it, "new\n") })
            }
            filled(text) shouldBe
                "x\n<!-- bench:begin a -->\n\nnew\n\n<!-- bench:end a -->\ny"
            filled(filled(text)) shouldBe filled(text)
        }

        test("without edits a document is its text") {
            for (text in listOf("", "a", "a\n", "\n\n", "```\nopen", "<!-- bench:begin a -->")) {
                Document.ofMarkdown(text).with(listOf()) shouldBe text
            }
        }

        test("what is wrong with marks and fences is told with its line") {
            val text =
                "<!-- bench:end a -->\n<!-- bench:begin b -->\n<!-- bench:begin c -->\n" +
                    "<!-- bench:end c -->\n<!-- bench:start d -->\n<!-- bench:begin c -->\n" +
                    "<!-- bench:end c -->\n```kotlin bench\n"
            Document
                .ofMarkdown(
                    text,
                ).slips()
                .map { "${it.line()}: ${it.text()}" } shouldContainExactly
                listOf(
                    "1: the region a ends here and never began",
                    "2: the region b never ends",
                    "5: this looks like a mark and is none",
                    "6: two regions are called c: here and at line 3",
                    "8: this block is never closed",
                )
        }
    })
