package benchwright.spark

import benchwright.artifact.Manifest
import benchwright.history.RunReader
import benchwright.run.TestClusterEntry
import benchwright.run.WorkerStarter
import java.io.File
import java.util.concurrent.TimeUnit

/** What a command line did. */
internal class Told(
    val code: Int,
    val err: String,
)

/** A `bench` that has been started. */
internal class Started(
    val process: Process,
    private val err: File,
) {
    fun await(): Told {
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            process.destroyForcibly()
            error("bench does not end: ${err.readText()}")
        }
        return Told(process.exitValue(), err.readText())
    }
}

/** A place to type commands to `bench`, each a process of its own, with [spark] for an installation. */
internal class SparkDesk(
    private val folder: File,
    private val spark: Loopback,
) {
    private var commands = 0

    fun start(vararg words: String): Started {
        val err = File(folder, "bench-${++commands}.err")
        val process =
            ProcessBuilder(
                listOf(JAVA) + SMALL.split(" ") +
                    listOf("-Dbenchwright.spark.adapter=${spark.adapter}") +
                    listOf("-cp", classPath().joinToString(File.pathSeparator)) +
                    listOf("benchwright.cli.Main", "run", "-q") + words,
            ).directory(folder)
                .redirectOutput(File(folder, "bench-$commands.out"))
                .redirectError(err)
                .also {
                    it.environment()["BENCH_CACHE"] = File("target/test-cache").absolutePath
                    it.environment()["BENCH_SPARK_HOME"] = spark.home.path
                }.start()
        process.outputStream.close()
        return Started(process, err)
    }

    /** Returns when it has ended, and its driver too. */
    fun run(vararg words: String): Told {
        val told = start(*words).await()
        await("no driver is left") { spark.processes("SparkSubmit").isEmpty() }
        return told
    }

    fun manifest(run: String): Manifest = RunReader.open(place(run).toPath()).manifest()

    fun digest(run: String): String = manifest(run).resultsDigest

    /** Every end of a trial that the log tells, in all its sessions. */
    fun trials(run: String): List<String> {
        val log = File(place(run), "log.ndjson")
        if (!log.exists()) return listOf()
        return Regex("\"event\":\\s*\"trial-finished\",\\s*\"trial\":\\s*\"([^\"]+)\"")
            .findAll(log.readText())
            .map { it.groupValues[1] }
            .toList()
    }

    fun awaitTrials(
        run: String,
        atLeast: Int,
    ) = await("$atLeast trials of $run: ${trials(run)}") { trials(run).size >= atLeast }

    private fun place(run: String) = File(folder, "benchmarks/results/$run")
}

/** Starts a driver whose executors see the engine of this class path, and the hostile bodies. */
internal fun Loopback.driver(sent: File) =
    WorkerStarter {
        sent.mkdirs()
        val needed = Regex("kotlin-stdlib|kotlinx-serialization|commons-math3|hipparchus")
        val engine =
            classPath().mapIndexedNotNull { i, it ->
                when {
                    it.isDirectory -> File(sent, "engine-$i.jar").also { jar -> pack(it, jar) }
                    "benchwright" in it.name || needed.containsMatchIn(it.name) -> it
                    else -> null
                }
            }
        ProcessBuilder(
            listOf("$home/bin/spark-submit", "--master", master) +
                listOf("--class", "benchwright.spark.Driver", adapter.path) +
                listOf(TestClusterEntry::class.java.name) + engine.map { "engine=$it" },
        ).start()
    }

/** That of this JVM, as it is seen from anywhere. */
private fun classPath() =
    System.getProperty("java.class.path").split(File.pathSeparator).map {
        File(it).absoluteFile
    }
