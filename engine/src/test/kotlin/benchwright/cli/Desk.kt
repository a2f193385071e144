package benchwright.cli

import benchwright.engine.Engine
import benchwright.engine.Surroundings
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import java.util.Properties
import java.util.concurrent.atomic.AtomicReference

/** What a command line did. */
internal class Told(
    val code: Int,
    val out: String,
    val err: String,
)

/** Endings that a test brings about. */
internal class ScriptedEndings : Endings {
    val farewell = AtomicReference<Endings.Farewell?>()

    override fun listen(farewell: Endings.Farewell) = this.farewell.set(farewell)

    override fun forget() = farewell.set(null)
}

private val compilers = LentCompilers()

/** A place to type commands, all in memory but for the files in [directory]. */
internal class Desk(
    val directory: File,
    private val variables: Map<String, String> = mapOf(),
    private val terminal: Boolean = false,
    val endings: ScriptedEndings = ScriptedEndings(),
) {
    private val sinceThen = Duration.between(Instant.now(), Instant.parse("2026-11-20T11:45:12Z"))
    private val cache = File("target/test-cache").absolutePath

    // Not the machine's: a test does not wait for what else is measured here.
    private val lock = File("target/test-measuring.lock").absolutePath

    fun type(
        vararg line: String,
        input: String = "",
    ): Told {
        val out = ByteArrayOutputStream()
        val err = ByteArrayOutputStream()
        val world =
            World(
                Surroundings(
                    directory.toPath(),
                    mapOf("BENCH_CACHE" to cache, "BENCH_LOCK" to lock) + variables,
                    Properties().also { it.putAll(System.getProperties()) },
                    Clock.offset(Clock.systemUTC(), sinceThen),
                    System::nanoTime,
                    compilers,
                ),
                input.byteInputStream(),
                PrintStream(out, false, Charsets.UTF_8),
                PrintStream(err, true, Charsets.UTF_8),
                terminal,
                { ZoneOffset.UTC },
                endings,
            )
        val code = Bench(world).run(*line)
        return Told(code, out.toString(Charsets.UTF_8), err.toString(Charsets.UTF_8))
    }

    /** A suite of the test resources, in this directory. */
    fun suite(name: String): String {
        val file = "$name.bench.kts"
        val text = Desk::class.java.getResource("/suites/$file")!!.readText()
        File(directory, file).writeText(text)
        return file
    }
}

/** An engine whose working directory is [directory]. */
internal fun engineAt(directory: File) =
    Engine(
        Surroundings(
            directory.toPath(),
            mapOf(
                "BENCH_CACHE" to File("target/test-cache").absolutePath,
                "BENCH_LOCK" to File("target/test-measuring.lock").absolutePath,
            ),
            System.getProperties(),
            Clock.systemUTC(),
            System::nanoTime,
            compilers,
        ),
    )

/** Four trials that take no time, without a suite. */
internal val SMALL =
    arrayOf(
        "--function",
        "sphere,bbob-f1",
        "--dim",
        "2",
        "--seed",
        "1..2",
        "--optimizer",
        "random-search",
        "--budget",
        "20",
    )
