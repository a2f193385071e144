package benchwright.compile

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveAtLeastSize
import io.kotest.matchers.shouldBe
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.writeText

/**
 * Every bad suite beside the whole message that a user sees. `-Dgolden.update=true` writes the
 * messages anew; look at the difference before it is committed.
 */
class BadSuitesSpec :
    FunSpec({
        val folder = Path.of("src/test/resources/bad-suites")
        val compiler = compilerInThisProcess()
        val scripts = folder.listDirectoryEntries("*.bench.kts").sortedBy { it.name }

        test("there are bad suites") { scripts.shouldHaveAtLeastSize(60) }

        for (script in scripts) {
            val name = script.name.removeSuffix(".bench.kts")
            test(name) {
                val expected = folder.resolve("$name.txt")
                val told = compiler.compile(script).problems().replace("$folder/", "") + "\n"
                if (System.getProperty("golden.update") == "true") expected.writeText(told)
                withMessage(expected) shouldBe told
            }
        }

        test("no message is left without its suite") {
            folder
                .listDirectoryEntries("*.txt")
                .filter { !folder.resolve(it.name.removeSuffix(".txt") + ".bench.kts").exists() }
                .shouldBeEmpty()
        }
    })

private fun withMessage(file: Path): String =
    if (file.exists()) file.readText() else "no file $file: run with -Dgolden.update=true"
