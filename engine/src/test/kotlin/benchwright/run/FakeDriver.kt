package benchwright.run

import java.io.DataInputStream
import java.io.DataOutputStream
import java.io.EOFException
import java.io.File
import java.io.PrintStream
import java.net.URLClassLoader
import java.util.function.Function
import kotlin.concurrent.thread

/**
 * What spark-submit and the adapter do, without Spark: takes the same words, loads the engine from the files that it is
 * sent, and runs each chunk in a thread of its own.
 */
object FakeDriver {
    @JvmStatic
    fun main(words: Array<String>) {
        val input = DataInputStream(System.`in`.buffered())
        val output = DataOutputStream(System.out.buffered())
        System.setOut(PrintStream(System.err, true))
        when (System.getenv("FAKE_DRIVER")) {
            "refuses" -> {
                System.err.println(
                    "All masters are unresponsive!\n\tat some.Class.method(Class.java:1)",
                )
                Runtime.getRuntime().halt(1)
            }

            "greets-late" -> {
                output.write("a banner of the site\n".toByteArray())
            }
        }
        val engine = engine(words.dropWhile { !it.endsWith("adapter.jar") }.drop(1))
        output.write("BWCLUST1".toByteArray())
        send(output, 'S', 2)
        try {
            while (true) {
                val kind = input.readUnsignedByte().toChar()
                val number = input.readInt()
                val chunk = input.readNBytes(input.readInt())
                if (System.getenv("FAKE_DRIVER") == "dies") {
                    System.err.println("java.lang.OutOfMemoryError: Java heap space")
                    Runtime.getRuntime().halt(1)
                }
                if (kind == 'P') {
                    thread(isDaemon = true) { send(output, 'D', number, engine.apply(chunk)) }
                }
            }
        } catch (closed: EOFException) {
            Runtime.getRuntime().halt(0)
        }
    }

    @Suppress("UNCHECKED_CAST")
    private fun engine(words: List<String>): Function<ByteArray, ByteArray> {
        fun values(name: String) =
            words.filter { it.startsWith("$name=") }.map { it.substringAfter('=') }
        val jars = values("engine").map { File(it).toURI().toURL() }.toTypedArray()
        return URLClassLoader(jars, ClassLoader.getPlatformClassLoader())
            .loadClass(words.first())
            .getConstructor(Array<String>::class.java)
            .newInstance(
                (values("word") + values("file")).toTypedArray(),
            ) as Function<ByteArray, ByteArray>
    }

    private fun send(
        output: DataOutputStream,
        kind: Char,
        number: Int,
        bytes: ByteArray = ByteArray(0),
    ) = synchronized(output) {
        output.writeByte(kind.code)
        output.writeInt(number)
        output.writeInt(bytes.size)
        output.write(bytes)
        output.flush()
    }

    /** A folder that looks like a Spark installation. */
    fun installation(
        folder: File,
        manner: String = "",
    ): File {
        File(folder, "bin").mkdirs()
        val submit = File(folder, "bin/spark-submit")
        val java = "${System.getProperty("java.home")}/bin/java"
        submit.writeText(
            "#!/bin/sh\nFAKE_DRIVER='$manner' exec '$java' -XX:TieredStopAtLevel=1 -cp '" +
                System
                    .getProperty("java.class.path")
                    .split(File.pathSeparator)
                    .joinToString(File.pathSeparator) { File(it).absolutePath } +
                "' ${FakeDriver::class.java.name} \"${'$'}@\"\n",
        )
        check(submit.setExecutable(true))
        return folder
    }
}
