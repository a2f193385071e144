package benchwright.compile

import benchwright.suite.Suite
import io.kotest.matchers.types.shouldBeInstanceOf
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText

/** The set-up of this JVM, with a cache of its own. */
internal fun setup(cache: Path = Files.createTempDirectory("bench-cache")): CompilerSetup =
    CompilerSetup.of(System.getProperties(), mapOf()).withCache(cache)

/** As the product, but for the process: the compiler is warm after the first script. */
internal fun compilerInThisProcess(setup: CompilerSetup = setup()): SuiteCompiler {
    // Keeps what the Kotlin compiler reads of the JDK and of jars from script to script.
    System.setProperty("kotlin.environment.keepalive", "true")
    return SuiteCompiler(
        setup,
        ScriptCompiler(setup.vocabulary(), Duration.ofSeconds(10)),
        MavenDependencies(setup.maven()) { error("no Maven in this test") },
    )
}

/** A script of its own folder. */
internal fun script(
    text: String,
    name: String = "quick.bench.kts",
): Path =
    Files
        .createTempDirectory("bench-script")
        .createDirectories()
        .resolve(name)
        .apply { writeText(text) }

internal fun Compilation.suite(): Suite = shouldBeInstanceOf<Compilation.Compiled>().suite()

internal fun Compilation.problems(): String =
    shouldBeInstanceOf<Compilation.Rejected>().diagnostics().joinToString("\n") { it.toText() }

/** The smallest suite, with [more] in front. */
internal fun suiteText(more: String = ""): String =
    """
    $more
    functions(sphere)
    dimensions(2)
    budget(10.perDimension)
    optimizers(RandomSearch())
    """.trimIndent()
