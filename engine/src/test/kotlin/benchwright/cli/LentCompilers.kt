package benchwright.cli

import benchwright.compile.ProcessStarter
import java.io.FilterOutputStream
import java.io.InputStream
import java.io.OutputStream
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.TimeUnit

/**
 * Lends compiler processes that stay: what costs a new one seconds costs one that has compiled before a tenth of that. They end
 * with this JVM.
 */
internal class LentCompilers : ProcessStarter {
    private val waiting = ConcurrentLinkedQueue<Kept>()

    private class Kept(
        val command: List<String>,
        val process: Process,
    )

    override fun start(process: ProcessBuilder): Process {
        while (true) {
            val kept = waiting.poll() ?: break
            if (kept.process.isAlive && kept.command == process.command()) return lend(kept)
            kept.process.destroyForcibly()
        }
        return lend(Kept(process.command(), process.start()))
    }

    private fun lend(kept: Kept): Process =
        object : Process() {
            private var givenBack = false

            private val requests =
                object : FilterOutputStream(kept.process.outputStream) {
                    override fun write(
                        bytes: ByteArray,
                        from: Int,
                        length: Int,
                    ) = out.write(bytes, from, length)

                    override fun close() {
                        // Whoever is interrupted leaves a compiler that is at work.
                        if (Thread.currentThread().isInterrupted) {
                            kept.process.destroyForcibly()
                        } else if (!givenBack && kept.process.isAlive) {
                            givenBack = true
                            waiting.add(kept)
                        }
                    }
                }

            override fun getOutputStream(): OutputStream = requests

            override fun getInputStream(): InputStream = kept.process.inputStream

            override fun getErrorStream(): InputStream = kept.process.errorStream

            override fun waitFor(): Int = if (givenBack) 0 else kept.process.waitFor()

            override fun waitFor(
                timeout: Long,
                unit: TimeUnit,
            ): Boolean = givenBack || kept.process.waitFor(timeout, unit)

            override fun exitValue(): Int = if (givenBack) 0 else kept.process.exitValue()

            override fun isAlive(): Boolean = !givenBack && kept.process.isAlive

            override fun destroy() {
                if (!givenBack) kept.process.destroy()
            }

            override fun destroyForcibly(): Process {
                destroy()
                return this
            }
        }
}
