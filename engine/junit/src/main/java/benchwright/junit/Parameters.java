package benchwright.junit;

import benchwright.engine.Surroundings;
import benchwright.plan.Selection;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * What the configuration parameters of a test plan say.
 *
 * @param suites scripts and folders, for classes that name none
 * @param profiles {@code quick}, {@code full}; empty if nobody says
 * @param outputDirectory where runs are kept
 * @param classPath the code of the user's own that scripts see; empty if nobody says
 * @param workers how many trials run at a time
 * @param problems what was said and cannot be, a sentence each
 */
record Parameters(
    List<Path> suites,
    List<String> profiles,
    Path outputDirectory,
    Optional<List<Path>> classPath,
    int workers,
    List<String> problems) {
  static final String SUITES = "benchwright.suites";
  static final String PROFILES = "benchwright.profiles";
  static final String OUTPUT_DIRECTORY = "benchwright.output-dir";
  static final String CLASS_PATH = "benchwright.classpath";
  static final String WORKERS = "benchwright.workers";

  /** In order of preference. */
  private static final List<Path> USUAL = List.of(Path.of("suites"), Path.of("src/test/suites"));

  Parameters {
    suites = List.copyOf(suites);
    profiles = List.copyOf(profiles);
    problems = List.copyOf(problems);
  }

  static Parameters of(ConfigurationParameters given, Surroundings surroundings) {
    List<String> problems = new ArrayList<>();
    Path directory = surroundings.directory();
    List<Path> suites = new ArrayList<>();
    for (String item : items(given.get(SUITES).orElse(""), ",")) {
      suites.add(Path.of(item));
    }
    if (suites.isEmpty()) {
      suites.add(
          USUAL.stream()
              .filter(path -> Files.isDirectory(directory.resolve(path)))
              .findFirst()
              .orElse(USUAL.get(0)));
    }
    List<String> profiles = items(given.get(PROFILES).orElse(""), ",");
    for (String profile : profiles) {
      if (!profile.equals(Selection.QUICK) && !profile.equals(Selection.FULL)) {
        problems.add(
            PROFILES
                + "="
                + given.get(PROFILES).orElse("")
                + ": there is quick and full, no "
                + profile);
      }
    }
    return new Parameters(
        suites,
        profiles,
        given.get(OUTPUT_DIRECTORY).map(Path::of).orElseGet(() -> outputDirectory(directory)),
        given.get(CLASS_PATH).map(Parameters::paths),
        workers(given, problems),
        problems);
  }

  /** Below the folder that the build writes to, so that cleaning takes runs away too. */
  private static Path outputDirectory(Path directory) {
    boolean gradle =
        Files.exists(directory.resolve("build.gradle"))
            || Files.exists(directory.resolve("build.gradle.kts"));
    boolean maven = Files.exists(directory.resolve("pom.xml"));
    return Path.of(gradle && !maven ? "build" : "target", "benchwright");
  }

  private static int workers(ConfigurationParameters given, List<String> problems) {
    String text = given.get(WORKERS).orElse("");
    if (text.isBlank()) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      int workers = Integer.parseInt(text.strip());
      if (workers >= 1) {
        return workers;
      }
    } catch (NumberFormatException e) {
      // Told below, with the numbers that are too small.
    }
    problems.add(WORKERS + "=" + text + ": a number of workers is 1 or more");
    return 1;
  }

  private static List<Path> paths(String text) {
    return items(text, File.pathSeparator).stream().map(Path::of).toList();
  }

  private static List<String> items(String text, String separator) {
    List<String> items = new ArrayList<>();
    for (String item : text.split(separator, -1)) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }
}
