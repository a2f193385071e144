package benchwright.cli

import java.io.File
import java.util.concurrent.TimeUnit

/** A `bench` process, started by its real main class. */
internal class BenchProcess(
    private val directory: File,
    vararg line: String,
    variables: Map<String, String> = mapOf(),
) {
    private val err = File.createTempFile("bench-", ".err")
    private val out = File.createTempFile("bench-", ".out")
    val process: Process =
        ProcessBuilder(
            *interruptible(),
            "${System.getProperty("java.home")}/bin/java",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            "benchwright.cli.Main",
            *line,
        ).directory(directory)
            .redirectOutput(out)
            .redirectError(err)
            .also {
                it.environment()["BENCH_CACHE"] = File("target/test-cache").absolutePath
                it.environment()["BENCH_LOCK"] = File("target/test-measuring.lock").absolutePath
                it.environment().remove("CI")
                it.environment().putAll(variables)
            }.start()
            .also { it.outputStream.close() }

    fun signal(name: String) {
        ProcessBuilder("kill", "-$name", "${process.pid()}").start().waitFor()
    }

    fun await(): Told {
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly()
            error("the process does not end: ${err.readText()}")
        }
        return Told(process.exitValue(), out.readText(), err.readText()).also {
            out.delete()
            err.delete()
        }
    }
}

/**
 * What lets a child be interrupted: a shell's background jobs ignore SIGINT, their children inherit that, and a JVM that
 * inherits it hears of no Ctrl-C. Empty where SIGINT is not ignored.
 */
private fun interruptible(): Array<String> {
    val ignored =
        File("/proc/self/status")
            .takeIf { it.exists() }
            ?.readLines()
            ?.first { it.startsWith("SigIgn:") }
            ?.substringAfter("SigIgn:")
            ?.trim()
            ?.toLong(16) ?: 0
    return if (ignored and 2L == 0L) arrayOf() else arrayOf("env", "--default-signal=INT")
}
