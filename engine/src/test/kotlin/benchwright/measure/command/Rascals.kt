package benchwright.measure.command

import java.time.Duration

/** A run that cannot be kept, and what is said of it. */
internal class Rascal(
    val does: String,
    val run: String,
    val kind: String,
    val says: List<String>,
    val timeout: Duration = Duration.ofSeconds(60),
)

internal val rascals =
    listOf(
        Rascal(
            "ends with a value other than 0",
            "./rascal exit 3",
            "exit",
            listOf("ended with exit value 3; its standard error ends with: first | out of luck"),
        ),
        Rascal("is killed", "./rascal raise 9", "signal", listOf("ended by SIGKILL")),
        Rascal("touches foreign memory", "./rascal raise 11", "signal", listOf("SIGSEGV")),
        Rascal("is ended by SIGTERM", "./rascal raise 15", "signal", listOf("SIGTERM")),
        Rascal(
            "never ends",
            "./rascal hang",
            "timeout",
            listOf("it took longer than 0.2 s"),
            Duration.ofMillis(200),
        ),
        Rascal(
            "never ends, ignores SIGTERM, and has a child in a session of its own",
            "./rascal leave-and-hang",
            "timeout",
            listOf("it took longer than 0.2 s"),
            Duration.ofMillis(200),
        ),
        Rascal(
            "is not there",
            "./nowhere",
            "start",
            listOf("The file \"./nowhere\" of the command c is not there"),
        ),
        Rascal("is no executable", "./rascal.c", "start", listOf("is no executable: chmod +x")),
        Rascal("is a directory", "./folder", "start", listOf("is not there")),
        Rascal(
            "is not on the search path",
            "no-such-tool",
            "start",
            listOf("not on the search path"),
        ),
        Rascal(
            "begins with a line that names no interpreter",
            "./bad-script",
            "exit",
            listOf("exit value 12"),
        ),
    )
