package benchwright.cli;

import benchwright.engine.Surroundings;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that a command may touch of the world outside.
 *
 * @param terminal whether {@code err} is a terminal.
 * @param zone of the times of day that are told; asked for only then, as its rules take time to
 *     load.
 * @param endings tells of Ctrl-C, SIGTERM and calls of System.exit.
 */
record World(
    Surroundings surroundings,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Supplier<ZoneId> zone,
    Endings endings) {
  Path directory() {
    return surroundings.directory();
  }

  /** Where this distribution lies, if it is one. */
  Optional<Path> home() {
    return Optional.ofNullable(surroundings.properties().getProperty("benchwright.home"))
        .map(Path::of);
  }

  Instant now() {
    return surroundings.clock().instant();
  }

  long nanos() {
    return surroundings.nanos().getAsLong();
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(surroundings.environment().get(name))
        .filter(value -> !value.isEmpty());
  }

  /** Whether a CI system runs this. */
  boolean isCi() {
    return variable("CI").filter(value -> !value.equals("false")).isPresent();
  }

  boolean isDumb() {
    return variable("TERM").filter(value -> value.equals("dumb")).isPresent();
  }
}
