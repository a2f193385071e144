package benchwright.measure.operation;

import benchwright.compile.SuiteCompiler;
import benchwright.plan.Catalogue;
import benchwright.script.Bodies;
import benchwright.script.Measured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Which operation a fork measures, as its host's properties say.
 *
 * @param entry the compiled script
 * @param size 0 if it does not ask for one
 * @param workers 0 if it does not ask for them
 */
record ForkedOperation(Path entry, String id, String name, long size, int workers) {
  private static final String PREFIX = "benchwright.operation.";

  /** The script is executed once in a fork, so that what stands outside operations is shared. */
  private static final class Script {
    static final Bodies BODIES =
        SuiteCompiler.bodies(fromProperties(System.getProperties()).entry()).get();
  }

  /** The options that tell a fork. */
  List<String> asOptions() {
    List<String> options = new ArrayList<>();
    options.add(option("entry", entry.toString()));
    options.add(option("id", id));
    options.add(option("name", name));
    options.add(option("size", Long.toString(size)));
    options.add(option("workers", Integer.toString(workers)));
    return options;
  }

  /** What {@link #asOptions} told. */
  static ForkedOperation fromProperties(Properties properties) {
    return new ForkedOperation(
        Path.of(properties.getProperty(PREFIX + "entry", "")),
        properties.getProperty(PREFIX + "id", ""),
        properties.getProperty(PREFIX + "name", ""),
        Long.parseLong(properties.getProperty(PREFIX + "size", "0")),
        Integer.parseInt(properties.getProperty(PREFIX + "workers", "0")));
  }

  /** Whether {@code option} is one of {@link #asOptions}. */
  static boolean isOption(String option) {
    return option.startsWith("-D" + PREFIX);
  }

  /** Executes the operation's set-up in this JVM, for the thread that calls. */
  Measured prepare() {
    Catalogue catalogue = new Catalogue(Bodies::none);
    return Script.BODIES.operation(id).prepare(new ForkBench(name, size, workers, catalogue));
  }

  private static String option(String name, String value) {
    return "-D" + PREFIX + name + "=" + value;
  }
}
