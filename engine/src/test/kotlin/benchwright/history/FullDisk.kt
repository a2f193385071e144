package benchwright.history

import java.io.IOException
import java.nio.ByteBuffer
import java.nio.MappedByteBuffer
import java.nio.channels.FileChannel
import java.nio.channels.FileLock
import java.nio.channels.ReadableByteChannel
import java.nio.channels.WritableByteChannel
import java.nio.file.OpenOption
import java.nio.file.Path

/** A disk on which files whose names end in [suffix] have room for [room] bytes. */
internal class FullDisk(
    private val suffix: String,
    private val room: Long,
) : Disk {
    override fun open(
        file: Path,
        vararg options: OpenOption,
    ): FileChannel {
        val channel = FileChannel.open(file, *options)
        return if (file.fileName.toString().endsWith(suffix)) Full(channel, room) else channel
    }

    /** Takes half of what does not fit, as a file system does, and then fails. */
    private class Full(
        private val inner: FileChannel,
        private val room: Long,
    ) : FileChannel() {
        override fun write(source: ByteBuffer): Int {
            val left = room - inner.position()
            if (left <= 0) throw IOException("No space left on device")
            if (source.remaining() <= left) return inner.write(source)
            val part = source.slice().limit(left.toInt())
            val written = inner.write(part)
            source.position(source.position() + written)
            return written
        }

        override fun read(target: ByteBuffer): Int = inner.read(target)

        override fun read(
            target: ByteBuffer,
            position: Long,
        ): Int = inner.read(target, position)

        override fun position(): Long = inner.position()

        override fun position(position: Long): FileChannel = apply { inner.position(position) }

        override fun size(): Long = inner.size()

        override fun truncate(size: Long): FileChannel = apply { inner.truncate(size) }

        override fun force(metadata: Boolean) = inner.force(metadata)

        override fun implCloseChannel() = inner.close()

        override fun lock(
            position: Long,
            size: Long,
            shared: Boolean,
        ): FileLock = inner.lock(position, size, shared)

        override fun tryLock(
            position: Long,
            size: Long,
            shared: Boolean,
        ): FileLock? = inner.tryLock(position, size, shared)

        override fun read(
            targets: Array<ByteBuffer>,
            offset: Int,
            length: Int,
        ): Long = throw UnsupportedOperationException()

        override fun write(
            sources: Array<ByteBuffer>,
            offset: Int,
            length: Int,
        ): Long = throw UnsupportedOperationException()

        override fun write(
            source: ByteBuffer,
            position: Long,
        ): Int = throw UnsupportedOperationException()

        override fun transferTo(
            position: Long,
            count: Long,
            target: WritableByteChannel,
        ): Long = throw UnsupportedOperationException()

        override fun transferFrom(
            source: ReadableByteChannel,
            position: Long,
            count: Long,
        ): Long = throw UnsupportedOperationException()

        override fun map(
            mode: MapMode,
            position: Long,
            size: Long,
        ): MappedByteBuffer = throw UnsupportedOperationException()
    }
}
