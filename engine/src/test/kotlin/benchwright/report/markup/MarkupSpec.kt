package benchwright.report.markup

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldNotContain
import io.kotest.property.Arb
import io.kotest.property.arbitrary.string
import io.kotest.property.checkAll
import org.xml.sax.InputSource
import java.io.StringReader
import javax.xml.parsers.DocumentBuilderFactory

class MarkupSpec :
    FunSpec({
        test("elements, attributes, content") {
            Markup()
                .open("p")
                .`in`("hint")
                .text("a")
                .open("br")
                .close()
                .element("b", "c")
                .close()
                .toString() shouldBe "<p class=\"hint\">a<br/><b>c</b></p>"
        }

        test("an element without content is still ended, unless it never has any") {
            Markup().open("td").close().toString() shouldBe "<td></td>"
            Markup()
                .open("path")
                .attribute("d", "M0 0")
                .close()
                .toString() shouldBe
                "<path d=\"M0 0\"/>"
        }

        test("any text comes back as it was, as content and as a value") {
            checkAll(400, Arb.string(0..60)) { text ->
                val markup =
                    Markup()
                        .open("t")
                        .attribute("a", text)
                        .text(text)
                        .close()
                        .toString()
                val root = parsed(markup)
                val known =
                    text.codePoints().toArray().joinToString("") { point ->
                        if (isForeign(point)) {
                            "\uFFFD"
                        } else {
                            Character.toString(point)
                        }
                    }
                root.textContent shouldBe known
                root.getAttribute("a") shouldBe known.replace(Regex("[\t\n]"), " ")
            }
        }

        test("foreign text opens nothing and ends nothing") {
            for (text in HOSTILE) {
                val markup =
                    Markup()
                        .open("p")
                        .attribute("title", text)
                        .text(text)
                        .close()
                        .toString()
                markup.removePrefix("<p title=").removeSuffix("</p>") shouldNotContain "<"
                parsed(markup).childNodes.length shouldBe 1
            }
        }

        test("no handler, no inline style, no link that leads away") {
            for ((name, value) in listOf(
                "onclick" to "x",
                "style" to "color:red",
                "href" to "https://example.org/",
                "href" to "javascript:alert(1)",
                "href" to "//example.org",
                "src" to "data:text/html,x",
                "a b" to "x",
            )) {
                shouldThrow<IllegalArgumentException> { Markup().open("a").attribute(name, value) }
            }
            Markup().open("a").attribute("href", "#x").attribute("src", "run/report.html")
        }

        test("a style or script cannot end its own element") {
            shouldThrow<IllegalArgumentException> {
                Markup().open("style").source("a{}</style><script>")
            }
        }

        test("what is still open is no markup yet") {
            shouldThrow<IllegalStateException> { Markup().open("p").toString() }
        }
    })

private val HOSTILE =
    listOf(
        "<script>alert(1)</script>",
        "\" onload=\"alert(1)",
        "' onload='alert(1)",
        "</style><script>",
        "]]>",
        "<!--",
        "&lt;",
        "\u202Eolleh",
    )

private fun parsed(markup: String) =
    DocumentBuilderFactory
        .newInstance()
        .newDocumentBuilder()
        .parse(InputSource(StringReader(markup)))
        .documentElement

/** What XML does not know, and the control characters of Latin-1. */
private fun isForeign(point: Int) =
    (point < 0x20 && point != 9 && point != 10) ||
        point in 0x7F..0x9F ||
        point in 0xD800..0xDFFF ||
        point in 0xFFFE..0xFFFF
