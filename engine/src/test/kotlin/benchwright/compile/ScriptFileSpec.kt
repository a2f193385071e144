package benchwright.compile

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText

class ScriptFileSpec :
    FunSpec({
        val compiler = compilerInThisProcess()
        val folder = Files.createTempDirectory("suites")
        for (name in listOf("quick", "full")) {
            folder.resolve("$name.bench.kts").writeText(suiteText())
        }

        fun problems(path: Path) = compiler.compile(path).problems().replace("$folder", "FOLDER")

        fun file(
            name: String,
            bytes: ByteArray,
        ): Path = folder.resolve(name).also { it.writeBytes(bytes) }

        test("a folder is told with the suites in it") {
            problems(folder) shouldBe
                "FOLDER: error: this is a folder, not a suite\n" +
                "    name one of its suites: full.bench.kts, quick.bench.kts"
        }

        test("a folder without suites is told as such") {
            compiler.compile(Files.createTempDirectory("none")).problems() shouldContain
                "no file in that folder ends in .bench.kts"
        }

        test("a missing file is told with the nearest one") {
            problems(folder.resolve("quik.bench.kts")) shouldBe
                "FOLDER/quik.bench.kts: error: there is no such file\n" +
                "    did you mean quick.bench.kts?"
        }

        test("a missing file that is near to none is told with all suites of its folder") {
            problems(folder.resolve("nightly.bench.kts")) shouldContain
                "suites in that folder: full.bench.kts, quick.bench.kts"
        }

        test("a missing folder is told") {
            problems(folder.resolve("a/b/quick.bench.kts")) shouldContain "there is no folder"
        }

        test("another extension is told with the right name") {
            problems(file("Quick.kts", suiteText().toByteArray())) shouldBe
                "FOLDER/Quick.kts: error: a suite is a file that ends in .bench.kts\n" +
                "    rename it to quick.bench.kts"
        }

        test("a file name that cannot name a suite is told with one that can") {
            problems(file("My Suite.bench.kts", suiteText().toByteArray())) shouldContain
                "rename it to my-suite.bench.kts"
        }

        test("text that is not UTF-8 is told with its line") {
            val bytes = "title(\"a\")\ntitle(\"\u00fc\")".toByteArray(Charsets.ISO_8859_1)
            problems(file("latin.bench.kts", bytes)) shouldBe
                "FOLDER/latin.bench.kts: error: the file is not UTF-8 text: " +
                "line 2 has bytes that are none\n" +
                "    save it as UTF-8"
        }

        test("an empty file is told with the smallest suite") {
            problems(file("empty.bench.kts", " \n".toByteArray())) shouldBe
                """
                FOLDER/empty.bench.kts: error: the file is empty
                    a suite needs at least:
                    functions(sphere)
                    dimensions(2, 5, 10)
                    budget(200.perDimension)
                    optimizers(RandomSearch(), MantaRay())
                """.trimIndent()
        }

        test("a file that is no text at all is told") {
            problems(file("huge.bench.kts", ByteArray(2_000_000))) shouldContain "at most 1048576"
        }

        test("a byte order mark and Windows line ends are no mistake") {
            val text = "\uFEFF" + suiteText("title(\"Windows\")").replace("\n", "\r\n")
            compiler.compile(file("windows.bench.kts", text.toByteArray())).suite().title shouldBe
                "Windows"
        }

        test("the smallest suite that the message shows is one") {
            val shown =
                problems(
                    file("empty.bench.kts", "".toByteArray()),
                ).lines().drop(2).joinToString("\n")
            compiler.compile(file("shown.bench.kts", shown.toByteArray())).suite().title shouldBe
                "shown"
        }
    })
