package benchwright.run

/** A run in which a trial calls exit, with a shutdown hook that asks who did it. */
object ExitingMain {
    @JvmStatic
    fun main(arguments: Array<String>) {
        val pool = LocalPool(runner(), { 1.0 }, limits())
        val asking = Thread { println(pool.exiting().map { it.toString() }.orElse("nobody")) }
        Runtime.getRuntime().addShutdownHook(asking)
        pool.run(listOf(trial(hostile(arguments.single())), trial())) {}
    }
}
