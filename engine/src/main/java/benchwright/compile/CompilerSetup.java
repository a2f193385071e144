package benchwright.compile;

import benchwright.script.SuiteScript;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kotlin.Unit;

/**
 * Where a suite compiler finds what it needs.
 *
 * @param java the command that starts the compiler process
 * @param javaFeature the feature version of that Java: 17, 25
 * @param build names the jars that compile: what another build compiled is compiled again
 * @param vocabulary what a script may see: the dsl and Kotlin's standard library
 * @param classPath of the compiler process
 * @param cache the folder of compiled scripts, made when needed
 * @param archive the class-data archive of the compiler process, used if it exists
 * @param timeLimit how long the statements of one script may take
 * @param maven the command that resolves {@code @file:DependsOn}
 */
public record CompilerSetup(
    Path java,
    int javaFeature,
    String build,
    List<Path> vocabulary,
    List<Path> classPath,
    Path cache,
    Optional<Path> archive,
    Duration timeLimit,
    String maven) {

  static final Duration TIME_LIMIT = Duration.ofSeconds(10);

  public CompilerSetup {
    vocabulary = List.copyOf(vocabulary);
    classPath = List.copyOf(classPath);
  }

  /**
   * The set-up of this process: the jars of the distribution that the property {@code
   * benchwright.home} names, else those of this process's own class path.
   *
   * @param properties of this JVM
   * @param environment of this process
   */
  public static CompilerSetup of(Properties properties, Map<String, String> environment) {
    String home = properties.getProperty("benchwright.home", "");
    String suffix = properties.getProperty("os.name", "").startsWith("Windows") ? ".exe" : "";
    Path java = Path.of(properties.getProperty("java.home", ""), "bin", "java" + suffix);
    String archive = properties.getProperty("benchwright.archive.compiler", "");
    Path lib = Path.of(home, "lib");
    boolean distribution = !home.isEmpty();
    List<Path> classPath = distribution ? distributionClassPath(lib) : ownClassPath(properties);
    return new CompilerSetup(
        java,
        Runtime.version().feature(),
        distribution ? BuildStamp.ofDistribution(lib) : BuildStamp.ofClassPath(classPath),
        distribution ? jars(lib, VOCABULARY) : ownVocabulary(),
        classPath,
        cacheFolder(properties, environment).resolve("suites"),
        archive.isEmpty() ? Optional.empty() : Optional.of(Path.of(archive)),
        TIME_LIMIT,
        suffix.isEmpty() ? "mvn" : "mvn.cmd");
  }

  /** The same with another cache folder. */
  public CompilerSetup withCache(Path folder) {
    return new CompilerSetup(
        java, javaFeature, build, vocabulary, classPath, folder, archive, timeLimit, maven);
  }

  /** The same with another limit for the statements of a script. */
  public CompilerSetup withTimeLimit(Duration limit) {
    return new CompilerSetup(
        java, javaFeature, build, vocabulary, classPath, cache, archive, limit, maven);
  }

  private static final List<String> VOCABULARY = List.of("benchwright-dsl-", "kotlin-stdlib-");
  private static final List<String> COMPILATION = List.of("benchwright-", "kotlin");

  private static List<Path> distributionClassPath(Path lib) {
    List<Path> jars = new ArrayList<>(jars(lib, COMPILATION));
    jars.addAll(jars(lib.resolve("compiler"), List.of("")));
    return jars;
  }

  /** Plain loops: this stands on the road of every start. */
  private static List<Path> jars(Path folder, List<String> prefixes) {
    String[] names = folder.toFile().list();
    if (names == null) {
      throw new IllegalStateException("the distribution is damaged: cannot list " + folder);
    }
    Arrays.sort(names);
    List<Path> jars = new ArrayList<>();
    for (String name : names) {
      for (String prefix : prefixes) {
        if (name.startsWith(prefix) && name.endsWith(".jar")) {
          jars.add(folder.resolve(name));
          break;
        }
      }
    }
    return jars;
  }

  private static List<Path> ownVocabulary() {
    return List.of(Origin.of(SuiteScript.class), Origin.of(Unit.class));
  }

  private static List<Path> ownClassPath(Properties properties) {
    List<Path> paths = new ArrayList<>();
    for (String path :
        properties.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      if (!path.isEmpty()) {
        paths.add(Path.of(path));
      }
    }
    return paths;
  }

  /** The user's folder for what can be made anew. */
  public static Path cacheFolder(Properties properties, Map<String, String> environment) {
    String own = environment.getOrDefault("BENCH_CACHE", "");
    if (!own.isEmpty()) {
      return Path.of(own);
    }
    String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!shared.isEmpty()) {
      return Path.of(shared, "benchwright");
    }
    String home = properties.getProperty("user.home", "");
    return home.isEmpty() || home.equals("?")
        ? Path.of(properties.getProperty("java.io.tmpdir", "."), "benchwright")
        : Path.of(home, ".cache", "benchwright");
  }
}
