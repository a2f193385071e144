package benchwright

import io.kotest.core.listeners.AfterSpecListener
import io.kotest.core.listeners.BeforeSpecListener
import io.kotest.core.spec.Spec
import java.io.File
import java.nio.channels.FileChannel
import java.nio.file.StandardOpenOption

/**
 * Keeps the same tests of another JVM waiting: specs that count the processes of the whole machine
 * would count theirs.
 */
internal class Alone :
    BeforeSpecListener,
    AfterSpecListener {
    private val file = File(System.getProperty("java.io.tmpdir"), "benchwright-test-processes.lock")
    private var channel: FileChannel? = null

    override suspend fun beforeSpec(spec: Spec) {
        channel =
            FileChannel
                .open(file.toPath(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .also { it.lock() }
    }

    override suspend fun afterSpec(spec: Spec) {
        channel?.close()
    }
}
