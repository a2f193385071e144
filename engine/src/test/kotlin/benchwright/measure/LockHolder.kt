package benchwright.measure

import java.nio.file.Path

/** Another process that measures: takes the lock, says so, and holds it until its input ends. */
internal object LockHolder {
    @JvmStatic
    fun main(arguments: Array<String>) {
        val lock = MeasuringLock(Path.of(arguments[0]))
        val warning = lock.acquire { println(it) }
        println(if (lock.isHeld) "held" else "not held $warning")
        System.`in`.read()
        lock.close()
    }

    fun start(file: Path): Process =
        ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder::class.java.name,
            file.toString(),
        ).redirectError(ProcessBuilder.Redirect.INHERIT).start()
}
