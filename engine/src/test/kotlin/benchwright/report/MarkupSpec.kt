package benchwright.report

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeIn
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldNotContain
import io.kotest.property.Arb
import io.kotest.property.arbitrary.arbitrary
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll
import org.w3c.dom.Element
import org.xml.sax.InputSource
import java.io.StringReader
import javax.xml.parsers.DocumentBuilderFactory

/** Texts made of what means something to Markdown, XML or CSV. */
private val pieces =
    listOf("<", ">", "&", "|", "`", "``", "\"", "'", "\n", "\r\n", "\t", "\\", "*", "_", "[", "]") +
        listOf("](https://example.com)", "@me", "#1", "- ", "1. ", "=", "+", ",", "\u0000") +
        listOf("\u001b", "\ud800", "\udc00", "😀", "\uffff", "\u202e", "<!--", "]]>", "a", "Z", "é")

private val hostile: Arb<String> =
    arbitrary { Arb.list(Arb.element(pieces), 0..12).bind().joinToString("") }

/** Char of XML 1.0, 2.2; C1 controls are not among our pieces. */
private fun isChar(point: Int) =
    point in setOf(9, 10, 13) || point in 0x20..0xd7ff || point in 0xe000..0xfffd ||
        point in 0x10000..0x10ffff

class MarkupSpec :
    FunSpec({
        test("a cell of a table stays one cell, whatever is in it") {
            checkAll(2_000, hostile) { text ->
                for (cell in listOf(Markdown.text(text), Markdown.code(text))) {
                    cell.contains('\n') shouldBe false
                    cell.contains('|') shouldBe false
                    cell.any { it.isISOControl() } shouldBe false
                }
            }
        }

        test("words of a user open no tag, no link, no code, no emphasis") {
            checkAll(2_000, hostile) { text ->
                val words = Markdown.text(text)
                words shouldNotContain "<"
                words shouldNotContain ">"
                words shouldNotContain Regex("@[a-zA-Z]")
                // Each of these stands behind a backslash, which is no escaped backslash itself.
                val bare = words.replace(Regex("\\\\."), "")
                for (c in "`*[]~") bare.contains(c) shouldBe false
            }
        }

        test("code ends where it is said to end") {
            checkAll(2_000, hostile) { text ->
                val code = Markdown.code(text)
                if (code.startsWith("`")) {
                    code.substring(1, code.length - 1).contains('`') shouldBe false
                } else if (code.isNotEmpty()) {
                    code.removePrefix("<code>").removeSuffix("</code>").contains('<') shouldBe false
                }
            }
        }

        test("XML holds any text, as an attribute and between elements") {
            val builder = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            builder.setErrorHandler(null)
            checkAll(2_000, hostile) { text ->
                val xml = "<a b=\"${Xml.text(text)}\">${Xml.text(text)}</a>"
                val root: Element = builder.parse(InputSource(StringReader(xml))).documentElement
                root.getAttribute("b") shouldBe root.textContent
                // What XML cannot hold is replaced, and nothing else.
                val read = root.textContent.codePoints().toArray()
                val meant = text.codePoints().toArray()
                read.size shouldBe meant.size
                for ((point, was) in read.zip(meant)) {
                    point shouldBe if (isChar(was)) was else 0xfffd
                }
            }
        }

        test(
            "a field of comma-separated values reads back, and no spreadsheet takes it for a formula",
        ) {
            checkAll(2_000, hostile) { text ->
                val field = CsvReport.quoted(text)
                val back =
                    if (field.startsWith("\"")) {
                        field.substring(1, field.length - 1).replace("\"\"", "\"")
                    } else {
                        field
                    }
                back.removePrefix("'") shouldBe text.removePrefix("'")
                if (!field.startsWith("\"")) field.none { it in ",\"\r\n" } shouldBe true
                if (back.isNotEmpty()) (back[0] in "=+-@\t\r") shouldBe false
            }
        }

        test("a block of code is fenced by more backticks than it holds") {
            val block = Markdown.block("sh", "a ```` b")
            block.lines().first() shouldBe "`````sh"
            block.lines().last { it.isNotEmpty() } shouldBe "`````"
        }

        test("words of a shell are quoted where they need it") {
            Shell.word("a-b_c.d/e") shouldBe "a-b_c.d/e"
            Shell.word("it's") shouldBe "'it'\\''s'"
            Shell.word("") shouldBe "''"
            Shell.word("a*") shouldBeIn listOf("'a*'")
        }
    })
