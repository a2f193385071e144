package benchwright.junit;

import benchwright.compile.Compilation;
import benchwright.engine.Benchwright;
import benchwright.engine.Engine;
import benchwright.engine.Surroundings;
import benchwright.script.SuiteScript;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds scripts and compiles them. A script that is rejected is compiled once and not again until
 * it changes: a build asks for its tests twice, and only what compiles is in the cache.
 */
final class Scripts {
  static final String SUFFIX = ".bench.kts";

  private record Rejection(FileTime changed, long size, Compilation.Rejected why) {}

  private final Surroundings surroundings;
  private final Judge judge;
  private final Map<Path, Rejection> rejections = new HashMap<>();
  private @Nullable Engine engine;

  Scripts(Surroundings surroundings, Judge judge) {
    this.surroundings = surroundings;
    this.judge = judge;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Judge judge() {
    return judge;
  }

  /** Made when it is first needed: most test plans have no suite. */
  synchronized Engine engine() {
    Engine made = engine;
    if (made == null) {
      made = new Engine(surroundings);
      engine = made;
    }
    return made;
  }

  /** The scripts at or below {@code path}, sorted; none if nothing is there. */
  List<Path> at(Path path) {
    Path place = surroundings.directory().resolve(path);
    if (Files.isRegularFile(place)) {
      return place.toString().endsWith(SUFFIX) ? List.of(shown(place)) : List.of();
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
          .sorted()
          .map(this::shown)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** As short as it can be written from the directory of the tests. */
  Path shown(Path path) {
    return Path.of(surroundings.shown(path));
  }

  Path inDirectory(Path path) {
    return surroundings.directory().resolve(path).normalize();
  }

  synchronized Compilation compile(Path script, Parameters parameters) {
    Path file = inDirectory(script);
    Optional<Compilation.Rejected> known = known(file);
    if (known.isPresent()) {
      return known.get();
    }
    Compilation compilation =
        engine().compile(script, parameters.classPath().orElseGet(this::ownCode));
    if (compilation instanceof Compilation.Rejected rejected) {
      try {
        rejections.put(
            file, new Rejection(Files.getLastModifiedTime(file), Files.size(file), rejected));
      } catch (IOException e) {
        rejections.remove(file);
      }
    }
    return compilation;
  }

  private Optional<Compilation.Rejected> known(Path file) {
    Rejection rejection = rejections.get(file);
    try {
      return rejection != null
              && rejection.changed().equals(Files.getLastModifiedTime(file))
              && rejection.size() == Files.size(file)
          ? Optional.of(rejection.why())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The folders of the class path that have classes: what the user's build has compiled. Jars are
   * not among them, because nobody could tell the user's from those of the tools.
   */
  private List<Path> ownCode() {
    List<Path> tools =
        Stream.of(SuiteScript.class, Benchwright.class, BenchmarkSuites.class)
            .map(Scripts::origin)
            .toList();
    List<Path> own = new ArrayList<>();
    String classPath = surroundings.properties().getProperty("java.class.path", "");
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path folder = inDirectory(Path.of(entry));
      if (!entry.isEmpty()
          && Files.isDirectory(folder)
          && !tools.contains(folder)
          && !own.contains(shown(folder))
          && hasClasses(folder)) {
        own.add(shown(folder));
      }
    }
    return own;
  }

  private static boolean hasClasses(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".class"));
    } catch (IOException e) {
      return false;
    }
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no path is known for " + type, e);
    }
  }
}
