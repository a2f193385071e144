package benchwright.engine;

import benchwright.compile.ProcessStarter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongSupplier;

/**
 * What the engine may touch of the world outside.
 *
 * @param directory the working directory: relative paths start here, and its commit is recorded.
 * @param environment the variables of this process.
 * @param properties of this JVM.
 * @param clock tells when.
 * @param nanos tells how long.
 * @param compilers starts the processes that compile suites.
 */
public record Surroundings(
    Path directory,
    Map<String, String> environment,
    Properties properties,
    Clock clock,
    LongSupplier nanos,
    ProcessStarter compilers) {
  /** The same with another working directory. */
  public Surroundings at(Path other) {
    return new Surroundings(other, environment, properties, clock, nanos, compilers);
  }

  /** {@code path} as short as it can be typed from the working directory. */
  public String shown(Path path) {
    Path absolute = directory.resolve(path).normalize();
    return absolute.startsWith(directory) && !absolute.equals(directory)
        ? directory.relativize(absolute).toString()
        : absolute.toString();
  }
}
