package benchwright.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * All that a command may touch of the world outside.
 *
 * @param directory the working directory.
 * @param home where this distribution lies, if it is one.
 * @param terminal whether {@code err} is a terminal.
 * @param nanos a clock for durations.
 * @param endings tells of Ctrl-C, SIGTERM and calls of System.exit.
 */
record World(
    Path directory,
    Optional<Path> home,
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    InstantSource clock,
    ZoneId zone,
    LongSupplier nanos,
    Endings endings) {
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** Whether a CI system runs this. */
  boolean isCi() {
    return variable("CI").filter(value -> !value.equals("false")).isPresent();
  }

  boolean isDumb() {
    return variable("TERM").filter(value -> value.equals("dumb")).isPresent();
  }
}
