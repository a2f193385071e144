package benchwright.run

import benchwright.run.Cluster.Answer
import java.nio.file.Path
import java.util.Optional
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import java.util.function.Consumer
import java.util.function.Function

/** The engine as a cluster's process sees it, with the hostile bodies for a script. */
class TestClusterEntry(
    @Suppress("UNUSED_PARAMETER") words: Array<String>,
) : Function<ByteArray, ByteArray> {
    private val runner = ChunkRunner.of(runner())

    override fun apply(chunk: ByteArray): ByteArray = runner.apply(chunk)
}

/**
 * A cluster in this JVM, whose far side is loaded apart: all that is shared with it is the JDK. [lose] may have a chunk
 * lost before it is run.
 */
class NearbyCluster(
    private val slots: Int = 2,
    private val far: Function<ByteArray, ByteArray> = apart(),
    private val lose: (ByteArray) -> Answer? = { null },
) : Cluster {
    private val threads =
        Executors.newCachedThreadPool { task ->
            Thread(task).also {
                it.isDaemon =
                    true
            }
        }
    val placed = AtomicInteger()

    override fun join(): Optional<String> = Optional.empty()

    override fun slots() = slots

    override fun place(
        chunk: ByteArray,
        hear: Consumer<Answer>,
    ): Cluster.Placed {
        placed.incrementAndGet()
        val work = threads.submit { hear.accept(lose(chunk) ?: Answer.Done(far.apply(chunk))) }
        return Cluster.Placed { work.cancel(true) }
    }

    override fun close() {
        threads.shutdownNow()
    }

    companion object {
        @Suppress("UNCHECKED_CAST")
        fun apart(): Function<ByteArray, ByteArray> {
            val urls =
                System
                    .getProperty("java.class.path")
                    .split(java.io.File.pathSeparator)
                    .map { Path.of(it).toUri().toURL() }
            val loader =
                java.net.URLClassLoader(
                    urls.toTypedArray(),
                    ClassLoader.getPlatformClassLoader(),
                )
            return loader
                .loadClass(TestClusterEntry::class.java.name)
                .getConstructor(Array<String>::class.java)
                .newInstance(arrayOf<String>()) as Function<ByteArray, ByteArray>
        }
    }
}
