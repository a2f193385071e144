package benchwright.compile;

import benchwright.script.SuiteScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names the build of Benchwright and of the Kotlin compiler that compiled a script. */
final class BuildStamp {
  private BuildStamp() {}

  /** Of a distribution: the checksum of its jars, which its build wrote beside them. */
  static String ofDistribution(Path lib) {
    try {
      return Files.readString(lib.resolve("build-id")).strip();
    } catch (IOException e) {
      throw new IllegalStateException("the distribution is damaged: no file build-id in " + lib, e);
    }
  }

  /** Of a class path: names, sizes and times of change of what compiles. */
  static String ofClassPath(List<Path> classPath) {
    Path dsl = Origin.of(SuiteScript.class);
    Path engine = Origin.of(SuiteCompiler.class);
    Sha256 sha256 = new Sha256();
    for (Path path : classPath) {
      boolean own = path.equals(dsl) || path.equals(engine);
      boolean compiles = path.getFileName().toString().startsWith("kotlin");
      if (own || compiles) {
        add(path, sha256);
      }
    }
    return sha256.hex();
  }

  private static void add(Path path, Sha256 sha256) {
    try (Stream<Path> walk = Files.walk(path)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        sha256.part(file.toString());
        sha256.part(Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the class path entry " + path, e);
    }
  }
}
