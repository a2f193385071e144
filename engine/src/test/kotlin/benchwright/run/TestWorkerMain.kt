package benchwright.run

import java.io.InputStream
import java.io.PrintStream

/** What a worker's JVM does, with the hostile bodies for a script. */
object TestWorkerMain {
    @JvmStatic
    fun main(arguments: Array<String>) {
        val requests = System.`in`
        val answers = System.out
        System.setIn(InputStream.nullInputStream())
        System.setOut(PrintStream(System.err, true))
        when (arguments.firstOrNull()) {
            "mute" -> return
            "chatty" -> answers.print("hello, I am a banner of some library")
        }
        TrialServer.serve(catalogue(), requests, answers)
        Runtime.getRuntime().halt(0)
    }

    /** Starts such a JVM; its prints are thrown away. */
    fun starter(
        heap: String = "64m",
        vararg arguments: String,
    ): WorkerStarter =
        WorkerStarter {
            ProcessBuilder(
                "${System.getProperty("java.home")}/bin/java",
                "-Xmx$heap",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TestWorkerMain::class.java.name,
                *arguments,
            ).redirectError(ProcessBuilder.Redirect.DISCARD).start()
        }
}
