package benchwright.compile

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldBeInstanceOf
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import kotlin.io.path.deleteIfExists
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText

class SuiteCacheSpec :
    FunSpec({
        val text = suiteText("val bowl by formula { x -> x[0] }").replace("sphere", "bowl")
        val setup = setup()
        var compilations = 0
        val warm = ScriptCompiler(setup.vocabulary(), CompilerSetup.TIME_LIMIT)
        val counting =
            ScriptReader { script, dependencies, folder ->
                compilations++
                warm.read(script, dependencies, folder)
            }
        val dependencies = Dependencies { Dependencies.Resolution.Jars(listOf()) }
        val compiler = SuiteCompiler(setup, counting, dependencies)
        val file = script(text)

        fun compiled() = compiler.compile(file).shouldBeInstanceOf<Compilation.Compiled>()

        fun recompiledAfter(damage: (Path) -> Unit) {
            val entry = compiled().entry()
            val before = compilations
            damage(entry)
            compiled()
                .bodies()
                .get()
                .formula("bowl")
                .value(doubleArrayOf(2.0)) shouldBe 2.0
            compilations shouldBe before + 1
            compiled()
            compilations shouldBe before + 1
        }

        test("an entry whose suite is cut short is made anew") {
            recompiledAfter { damage(it.resolve("suite.json")) }
        }

        test("an entry whose class is changed by a bit is made anew") {
            recompiledAfter { entry ->
                val type = entry.resolve("classes/Quick_bench.class")
                val bytes = Files.readAllBytes(type)
                bytes[bytes.size / 2] = (bytes[bytes.size / 2].toInt() xor 1).toByte()
                type.writeBytes(bytes)
            }
        }

        test("an entry without a class, without a seal or with half a seal is made anew") {
            recompiledAfter { it.resolve("classes/Quick_bench.class").deleteIfExists() }
            recompiledAfter { it.resolve("seal").deleteIfExists() }
            recompiledAfter { damage(it.resolve("seal")) }
            recompiledAfter { it.resolve("seal").writeText("") }
        }

        test("a damaged entry cannot be loaded, and the message says what to do") {
            val entry = compiled().entry()
            damage(entry.resolve("suite.json"))
            compiler.load(entry).problems() shouldBe
                "$entry: error: there is no compiled suite, or it is damaged\n" +
                "    compile the suite's script again"
        }

        test("another name, another build or another Java is another entry") {
            val entry = compiled().entry()
            val renamed = script(text, "other.bench.kts")
            compiler.compile(renamed).suite().name shouldBe "other"
            val other =
                CompilerSetup(
                    setup.java(),
                    setup.javaFeature(),
                    "another build",
                    setup.vocabulary(),
                    setup.classPath(),
                    setup.cache(),
                    setup.archive(),
                    setup.timeLimit(),
                    setup.maven(),
                )
            val again = SuiteCompiler(other, counting, dependencies).compile(file)
            (again.shouldBeInstanceOf<Compilation.Compiled>().entry() == entry) shouldBe false
        }

        test("a library that was replaced in the local repository makes the entry void") {
            val jar = Files.createTempFile("library", ".jar")
            val withJar = Dependencies { Dependencies.Resolution.Jars(listOf(jar)) }
            // An empty file is an empty jar to the compiler; only its stamp matters here.
            val ignoring =
                ScriptReader {
                    script,
                    _,
                    folder,
                    ->
                    counting.read(script, listOf(), folder)
                }
            val own = SuiteCompiler(setup(), ignoring, withJar)
            val before = compilations
            own.compile(file).suite()
            own.compile(file).suite()
            compilations shouldBe before + 1
            jar.writeText("another version")
            own.compile(file).suite()
            compilations shouldBe before + 2
        }

        test("bodies of two calls share no state") {
            val counted =
                """
                var calls = 0.0
                val count by formula { x -> ++calls }
                functions(count)
                dimensions(2)
                budget(10.perDimension)
                optimizers(RandomSearch())
                """.trimIndent()
            val bodies =
                compiler
                    .compile(
                        script(counted),
                    ).shouldBeInstanceOf<Compilation.Compiled>()
                    .bodies()
            bodies.get().formula("count").value(doubleArrayOf()) shouldBe 1.0
            bodies.get().formula("count").value(doubleArrayOf()) shouldBe 1.0
        }

        test("only the entries that were used last are kept") {
            val folder = Files.createTempDirectory("cache")
            val cache = SuiteCache(folder, 3)
            for (i in 1..4) {
                val old = Files.createDirectory(folder.resolve("old-$i"))
                old.resolve("used").writeText("1")
                Files.setLastModifiedTime(old.resolve("used"), FileTime.fromMillis(i * 1000L))
            }
            val stale = Files.createDirectory(folder.resolve(".new-stale"))
            Files.setLastModifiedTime(stale, FileTime.fromMillis(0))
            val others = Files.createDirectory(folder.resolve(".new-others"))
            val made = cache.fresh()
            copy(compiled().entry(), made)
            cache.keep(made, "new")
            folder
                .listDirectoryEntries()
                .map { it.name }
                .shouldContainExactlyInAnyOrder("old-3", "old-4", "new", ".new-others")
            others.exists() shouldBe true
        }
    })

private fun copy(
    from: Path,
    to: Path,
) {
    Files.walk(from).use { walk ->
        for (path in walk.filter { it != from }) Files.copy(path, to.resolve(from.relativize(path)))
    }
}
