package benchwright.report.page

import benchwright.report.Findings
import benchwright.report.SampleRuns
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.core.test.Enabled
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotBeEmpty
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.writeText

/** Pages as a browser shows them; one browser for all of it. */
class BrowserSpec :
    FunSpec({
        val program = Browser.program()
        val enabled =
            if (program == null) {
                Enabled.disabled("no chromium on the PATH: apt-get install -y chromium")
            } else {
                Enabled.enabled
            }
        val folder: Path = Files.createTempDirectory("pages")
        val started = lazy { Browser(checkNotNull(program)) }
        val browser by started

        fun page(
            name: String,
            text: String,
        ): Path = folder.resolve("$name.html").also { it.writeText(text) }

        val runs: List<Findings> = listOf(SampleRuns.optimizers(), SampleRuns.timed())
        val pages =
            listOf(
                page("optimizers", HtmlReport.render(runs[0])),
                page("timed", HtmlReport.render(runs[1])),
                page("runs", Dashboard.render(runs, listOf("optimizers.html", "timed.html"))),
            )

        afterSpec {
            if (started.isInitialized()) browser.close()
            folder.toFile().deleteRecursively()
        }

        test("every chart is drawn, nothing is complained of, nothing else is loaded")
            .config(enabledOrReasonIf = { enabled }) {
                for (page in pages) {
                    browser.complaints.clear()
                    browser.requests.clear()
                    browser.size(1280, 900)
                    browser.open(page)
                    withClue(page) {
                        browser.number(
                            "document.querySelectorAll('svg').length",
                        ) shouldBeGreaterThan
                            if (page == pages[2]) -1.0 else 4.0
                        browser.text(EMPTY_CHARTS) shouldBe ""
                        browser.complaints.shouldBeEmpty()
                        browser.requests.filterNot { it == page.toUri().toString() }.shouldBeEmpty()
                    }
                }
            }

        test("nothing hangs over the edge of a telephone, or of a screen")
            .config(enabledOrReasonIf = { enabled }) {
                for (page in pages) {
                    for (width in listOf(390, 1280)) {
                        browser.size(width, 800)
                        browser.open(page)
                        withClue("$page at $width") {
                            browser.number("document.documentElement.scrollWidth") shouldBe
                                width.toDouble()
                        }
                    }
                }
            }

        test("values under the pointer, and by arrow keys")
            .config(enabledOrReasonIf = { enabled }) {
                browser.size(1280, 900)
                browser.open(pages[0])
                browser.text(visible("svg.plot"))
                val (x, y) = middle(browser)
                browser.mouse("mouseMoved", x, y)
                val tip = browser.text("document.querySelector('.tip').innerText")
                tip shouldContain "alpha"
                tip shouldContain "beta"
                Regex("[0-9]").containsMatchIn(tip) shouldBe true
                browser.number("document.querySelectorAll('.cross').length") shouldBe 1.0
                browser.mouse("mouseMoved", 1.0, 1.0)
                browser.text("document.querySelector('.tip').hidden") shouldBe "true"
                browser.text("window.chart.focus(), 'x'")
                browser.key("ArrowRight")
                val first = browser.text("document.querySelector('.tip').innerText")
                browser.key("ArrowRight")
                browser.text("document.querySelector('.tip').innerText") shouldNotBe first
                browser.text("document.querySelector('.quiet').innerText").shouldNotBeEmpty()
                browser.key("Escape")
                browser.text("document.querySelector('.tip').hidden") shouldBe "true"
            }

        test("a name in a legend hides its curves and shows them again")
            .config(enabledOrReasonIf = { enabled }) {
                browser.size(1280, 900)
                browser.open(pages[0])
                browser.text(visible(".key"))
                val (x, y) = middle(browser)
                val shown = browser.number(SHOWN_CURVES).toInt()
                shown shouldBeGreaterThan 2
                for (expected in listOf("false", "true")) {
                    browser.mouse("mousePressed", x, y)
                    browser.mouse("mouseReleased", x, y)
                    browser.text("window.chart.getAttribute('aria-pressed')") shouldBe expected
                    (browser.number(SHOWN_CURVES).toInt() == shown) shouldBe (expected == "true")
                }
                browser.text("window.chart.focus(), 'x'")
                browser.key("Enter")
                browser.text("window.chart.getAttribute('aria-pressed')") shouldBe "false"
            }

        test("light and dark as the system has it, and by the switch")
            .config(enabledOrReasonIf = { enabled }) {
                browser.dark(false)
                browser.open(pages[0])
                val light = browser.text(COLOURS)
                browser.dark(true)
                val dark = browser.text(COLOURS)
                dark shouldNotBe light
                browser.text("document.getElementById('theme').click(), 'x'")
                browser.text(COLOURS) shouldBe light
                browser.dark(false)
            }

        test("a heading sorts its table by value, not by letters")
            .config(enabledOrReasonIf = { enabled }) {
                browser.open(pages[1])
                val column = "'#times .panel:not([hidden]) table'"
                val medians =
                    "[...document.querySelector($column).tBodies[0].rows]" +
                        ".map((r) => r.cells[1].dataset.v).join(' ')"
                val click =
                    "document.querySelector($column).tHead.rows[0].cells[1]" +
                        ".querySelector('button').click(), 'x'"
                browser.text(click)
                val up = browser.text(medians)
                browser.text(click)
                browser.text(medians) shouldBe up.split(' ').reversed().joinToString(" ")
            }

        test("without a script, the charts and a panel of every tab group are there")
            .config(enabledOrReasonIf = { enabled }) {
                browser.withoutScript(true)
                try {
                    browser.open(pages[0])
                } finally {
                    browser.withoutScript(false)
                }
                browser.number(
                    "[...document.querySelectorAll('svg.plot')]" +
                        ".filter((c) => c.getBoundingClientRect().height > 50).length",
                ) shouldBeGreaterThan 0.0
                browser.text(
                    "[...document.querySelectorAll('.tabs')].every((t) => [...t.children]" +
                        ".filter((c) => c.className === 'panel' && c.offsetHeight > 0).length === 1)",
                ) shouldBe "true"
            }
    })

/** The names of charts that a reader could see and that have no line, bar, dot or field. */
private const val EMPTY_CHARTS =
    "[...document.querySelectorAll('svg.chart:not(.swatch)')].filter((c) => " +
        "![...c.querySelectorAll('.curve,.part,.dots,.heat,.lead')].some((m) => " +
        "(m.getAttribute('d') || 'rectangle').length > 6)).map((c) => " +
        "c.getAttribute('aria-label')).join('; ')"

private const val SHOWN_CURVES =
    "[...document.querySelectorAll('.series')].filter((s) => s.getBoundingClientRect().width > 0)" +
        ".length"

private const val COLOURS =
    "[getComputedStyle(document.body).backgroundColor, " +
        "getComputedStyle(document.querySelector('.curve.c0')).stroke].join()"

/** Scrolls the first that can be seen to the middle of the window, and keeps it. */
private fun visible(selector: String) =
    "window.chart = [...document.querySelectorAll('$selector')]" +
        ".find((c) => c.getBoundingClientRect().width > 0), " +
        "document.documentElement.style.scrollBehavior = 'auto', " +
        "window.chart.scrollIntoView({block: 'center'}), 'x'"

private fun middle(browser: Browser): Pair<Double, Double> =
    browser
        .text(
            "(() => { const b = window.chart.getBoundingClientRect();" +
                " return (b.x + b.width / 2) + ' ' + (b.y + b.height / 2); })()",
        ).split(' ')
        .map { it.toDouble() }
        .let { (x, y) -> x to y }
