package benchwright.compile

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.Collections
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import kotlin.concurrent.thread
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** What only a real compiler process can show; what scripts say is tested without one. */
class CompilerProcessSpec :
    FunSpec({
        val started = Collections.synchronizedList(mutableListOf<Process>())
        val starter = ProcessStarter { it.start().also(started::add) }
        beforeEach { started.clear() }

        test("a script is compiled once for all processes, and again when a letter changes") {
            val setup = setup()
            val file = script(suiteText())
            val first = SuiteCompiler(setup, starter).compile(file)
            first.suite().name shouldBe "quick"
            started shouldHaveSize 1
            SuiteCompiler(setup, starter).compile(file).suite() shouldBe first.suite()
            started shouldHaveSize 1
            file.writeText(suiteText("title(\"Another\")"))
            SuiteCompiler(setup, starter).compile(file).suite().title shouldBe "Another"
            started shouldHaveSize 2
            SuiteCompiler(
                setup,
                starter,
            ).load((first as Compilation.Compiled).entry()).suite() shouldBe
                first.suite()
            // Neither unfinished folders nor the compiler's own words stay behind.
            setup.cache().listDirectoryEntries(".new-*").shouldBeEmpty()
            setup.cache().listDirectoryEntries("*/log").shouldBeEmpty()
        }

        test("scripts that are compiled together share a process, which ends with them") {
            val compiler = SuiteCompiler(setup().withTimeLimit(Duration.ofSeconds(5)), starter)
            val endless = "val start = 1\nwhile (start > 0) {}"
            compiler.together().use {
                compiler.compile(script(suiteText())).suite().name shouldBe "quick"
                compiler.compile(script(suiteText("budget(1 +)"))).problems() shouldContain
                    "quick.bench.kts:1"
                compiler.compile(script(suiteText("title(\"Third\")"))).suite().title shouldBe
                    "Third"
                started shouldHaveSize 1
                compiler.compile(script(suiteText(endless))).problems() shouldContain
                    "does not come to an end"
                started.single().waitFor(60, TimeUnit.SECONDS) shouldBe true
                compiler.compile(script(suiteText("title(\"Next\")"))).suite().title shouldBe
                    "Next"
                started shouldHaveSize 2
                started.last().isAlive shouldBe true
            }
            started.last().waitFor(60, TimeUnit.SECONDS) shouldBe true
            compiler.compile(script(suiteText("title(\"Alone\")"))).suite().title shouldBe "Alone"
            started.last().isAlive shouldBe false
        }

        test("two processes that compile the same at once agree on one entry") {
            val setup = setup()
            val file =
                script(suiteText("val bowl by formula { x -> x[0] }").replace("sphere", "bowl"))
            val pool = Executors.newFixedThreadPool(2)
            val compilation = Callable { SuiteCompiler(setup, starter).compile(file) }
            val (one, two) = pool.invokeAll(listOf(compilation, compilation)).map { it.get() }
            pool.shutdown()
            started shouldHaveSize 2
            (one as Compilation.Compiled).entry() shouldBe (two as Compilation.Compiled).entry()
            setup.cache().listDirectoryEntries().map { it.name } shouldBe listOf(one.entry().name)
            two
                .bodies()
                .get()
                .formula("bowl")
                .value(doubleArrayOf(3.0)) shouldBe 3.0
        }

        test("statements without end are stopped, and the line is told") {
            val setup = setup().withTimeLimit(Duration.ofMillis(300))
            val file = script(suiteText("var i = 0\nwhile (true) {\n    i++\n}"))
            SuiteCompiler(setup, starter).compile(file).problems().let {
                it shouldContain "the script does not come to an end: its statements may take 0.3 s"
                it shouldContain Regex("quick.bench.kts:[234]:")
            }
            started.single().waitFor(60, TimeUnit.SECONDS) shouldBe true
        }

        test("a script that ends its process past the static look is told off") {
            val hidden =
                """
                object Nothing : Problem {
                    override fun dimension() = 1
                    override fun bounds() = Bounds.cube(1, 0.0, 1.0)
                    override fun budget() = 1L
                    override fun remaining() = 1L
                    override fun evaluate(x: DoubleArray) = 0.0
                    override fun evaluateAll(points: Array<DoubleArray>, values: DoubleArray) {}
                }
                Optimizer { _, _ -> System.exit(3) }.minimize(Nothing, RandomSource.of("hidden"))
                """.trimIndent()
            SuiteCompiler(
                setup(),
                starter,
            ).compile(script(suiteText(hidden))).problems() shouldContain
                "the script ended the process that reads it, with exit code 3"
        }

        test("the compiler process ends when its parent is gone") {
            val file = script(suiteText("while (true) {}"))
            val compiler = SuiteCompiler(setup().withTimeLimit(Duration.ofSeconds(60)), starter)
            val compilation = thread { runCatching { compiler.compile(file) } }
            while (started.isEmpty()) Thread.sleep(10)
            started.single().isAlive shouldBe true
            // What happens to a child's standard input when its parent is killed.
            started.single().outputStream.close()
            started.single().waitFor(60, TimeUnit.SECONDS) shouldBe true
            compilation.join()
        }

        test("an interrupted compilation leaves no process behind") {
            val file = script(suiteText("while (true) {}"))
            val compiler = SuiteCompiler(setup().withTimeLimit(Duration.ofSeconds(60)), starter)
            val compilation =
                thread { compiler.compile(file).problems() shouldContain "interrupted" }
            while (started.isEmpty()) Thread.sleep(10)
            compilation.interrupt()
            started.single().waitFor(60, TimeUnit.SECONDS) shouldBe true
            compilation.join()
        }

        test("a Java that is not there is told as such") {
            val missing = ProcessStarter { it.command(listOf("/nowhere/java")).start() }
            SuiteCompiler(setup(), missing).compile(script(suiteText())).problems().let {
                it shouldContain "the compiler does not start"
                it shouldContain "JAVA_HOME"
            }
        }

        test("a cache that cannot be written is told with the setting to change") {
            val blocked = Files.createTempFile("bench", "file").resolve("cache")
            SuiteCompiler(
                setup(blocked),
                starter,
            ).compile(script(suiteText())).problems() shouldContain
                "set BENCH_CACHE to a folder that can be written"
        }

        test("what the JVM or the compiler warns of does not reach the user") {
            val heard = mutableListOf<ProcessBuilder>()
            val listening = ProcessStarter { it.also(heard::add).start() }
            SuiteCompiler(setup(), listening).compile(script(suiteText())).suite()
            heard.single().redirectOutput() shouldNotBe ProcessBuilder.Redirect.INHERIT
            heard.single().redirectErrorStream() shouldBe true
        }
    })

internal fun damage(file: Path) {
    val text = file.readText()
    file.writeText(text.dropLast(3))
}
