package benchwright.spark

import java.io.File
import java.net.InetAddress
import java.net.ServerSocket
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

/**
 * A Spark installation of Maven's artifacts, and a standalone cluster of this machine: a master and two workers, each a
 * process of its own. Ports are free ones, and [close] leaves no process behind.
 */
internal class Loopback(
    private val folder: File,
) : AutoCloseable {
    val home = File(folder, "spark")
    val adapter = File(folder, "benchwright-spark.jar")
    private val port = ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { it.localPort }
    val master = "spark://127.0.0.1:$port"
    private val started = mutableListOf<Process>()
    private val hook = Thread(::close)

    /** Returns when the cluster is ready. */
    fun start() {
        Runtime.getRuntime().addShutdownHook(hook)
        install()
        start("master", "master.Master", "--host", "127.0.0.1", "--port", "$port")
        repeat(2) { startWorker() }
    }

    /** A worker with one core; returns when the master knows it. */
    fun startWorker(): Process {
        val (worker, log) =
            start(
                "worker-${started.size}",
                "worker.Worker",
                *arrayOf("--host", "127.0.0.1", "-c", "1", "-m", "1g"),
                *arrayOf("-d", "$folder/work-${started.size}", master),
            )
        await("the worker is known to the master") {
            "Successfully registered with master" in log.readText()
        }
        return worker
    }

    /** What runs below this installation: `SparkSubmit` for drivers, `CoarseGrainedExecutorBackend` for executors. */
    fun processes(kind: String): List<ProcessHandle> =
        ProcessHandle
            .allProcesses()
            .filter { process ->
                val line = commandLine(process)
                home.path in line && kind in line
            }.toList()

    private fun install() {
        File(home, "bin").mkdirs()
        File(home, "conf").mkdirs()
        val submit = File(home, "bin/spark-submit")
        submit.writeText(
            """
            #!/bin/sh
            # What the script of a Spark distribution comes down to.
            export SPARK_HOME='$home' SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
            exec '$JAVA' -Xmx600m $SMALL -cp '$home/conf/:$home/jars/*' org.apache.spark.deploy.SparkSubmit "${'$'}@"
            """.trimIndent() + "\n",
        )
        check(submit.setExecutable(true))
        File(home, "conf/spark-defaults.conf").writeText(
            """
            spark.ui.enabled false
            spark.driver.host 127.0.0.1
            spark.executor.memory 600m
            spark.executor.extraJavaOptions $SMALL
            spark.task.maxFailures 2
            """.trimIndent() + "\n",
        )
        Files.createSymbolicLink(
            File(home, "jars").toPath(),
            File("../target/home/jars").absoluteFile.toPath().normalize(),
        )
        check(File(home, "jars").list()!!.any { it.startsWith("spark-core_") }) {
            "there is no Spark in spark/target/home: mvn -pl spark generate-test-resources"
        }
        pack(File("../target/classes"), adapter)
    }

    private fun start(
        name: String,
        main: String,
        vararg words: String,
    ): Pair<Process, File> {
        val log = File(folder, "$name.log")
        val process =
            ProcessBuilder(
                listOf(JAVA, "-Xmx192m") + SMALL.split(" ") +
                    listOf("-Dspark.master.rest.enabled=false", "-cp", "$home/jars/*") +
                    listOf("org.apache.spark.deploy.$main", "--webui-port", "0") + words,
            ).redirectErrorStream(true)
                .redirectOutput(log)
                .also {
                    it.environment()["SPARK_HOME"] = home.path
                    it.environment()["SPARK_SCALA_VERSION"] = "2.13"
                    it.environment()["SPARK_LOCAL_IP"] = "127.0.0.1"
                    it.environment()["JAVA_HOME"] = System.getProperty("java.home")
                }.start()
        started += process
        return process to log
    }

    override fun close() {
        started.forEach { it.destroyForcibly() }
        started.forEach { it.waitFor(10, TimeUnit.SECONDS) }
        // Executors end with their worker, but not at once.
        processes("").forEach { it.destroyForcibly() }
        await("all of Spark has ended") { processes("").isEmpty() }
        // A link: whoever clears the folder must not follow it.
        Files.deleteIfExists(File(home, "jars").toPath())
        runCatching { Runtime.getRuntime().removeShutdownHook(hook) }
    }
}

internal val JAVA = "${System.getProperty("java.home")}/bin/java"

/** For processes that live for seconds on two cores. */
internal const val SMALL = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

/** The arguments as they are; [ProcessHandle.Info.commandLine] leaves long ones out. */
private fun commandLine(process: ProcessHandle): String =
    runCatching { File("/proc/${process.pid()}/cmdline").readText().replace('\u0000', ' ') }
        .getOrElse { process.info().commandLine().orElse("") }

internal fun await(
    what: String,
    seconds: Long = 120,
    holds: () -> Boolean,
) {
    val deadline = System.nanoTime() + seconds * 1_000_000_000
    while (!holds()) {
        check(System.nanoTime() < deadline) { "in vain: $what" }
        Thread.sleep(50)
    }
}

/** [folder] as a jar. */
internal fun pack(
    folder: File,
    jar: File,
) {
    ZipOutputStream(jar.outputStream()).use { zip ->
        folder.walk().filter { it.isFile }.sorted().forEach { file ->
            zip.putNextEntry(ZipEntry(Path.of(folder.path).relativize(file.toPath()).toString()))
            zip.write(file.readBytes())
            zip.closeEntry()
        }
    }
}
