package benchwright.compile;

import benchwright.script.Mistake;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks the user's own Maven, so that settings, mirrors, credentials and the local repository hold
 * as they always do.
 */
final class MavenDependencies implements Dependencies {
  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
  private static final long LIMIT_SECONDS = 300;

  private final String maven;
  private final ProcessStarter starter;

  MavenDependencies(String maven, ProcessStarter starter) {
    this.maven = maven;
    this.starter = starter;
  }

  @Override
  public Resolution resolve(List<Coordinate> coordinates) {
    if (coordinates.isEmpty()) {
      return new Resolution.Jars(List.of());
    }
    List<Mistake> unsound = new ArrayList<>();
    coordinates.forEach(coordinate -> coordinate.mistake().ifPresent(unsound::add));
    if (!unsound.isEmpty()) {
      return new Resolution.Unresolved(unsound);
    }
    Path folder = null;
    try {
      folder = Files.createTempDirectory("benchwright-dependencies");
      return resolve(coordinates, folder);
    } catch (IOException e) {
      return unresolved(
          coordinates.get(0),
          "Maven, which resolves it, does not start: " + ScriptFile.reason(e),
          "install Maven and put mvn on the PATH");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unresolved(coordinates.get(0), "its resolution was interrupted", "");
    } finally {
      if (folder != null) {
        SuiteCache.remove(folder);
      }
    }
  }

  private Resolution resolve(List<Coordinate> coordinates, Path folder)
      throws IOException, InterruptedException {
    Path pom = Files.writeString(folder.resolve("pom.xml"), pom(coordinates));
    Path jars = folder.resolve("jars");
    Path log = folder.resolve("log");
    Process process =
        starter.start(
            new ProcessBuilder(
                    maven,
                    "-q",
                    "-B",
                    "-f",
                    pom.toString(),
                    PLUGIN + ":build-classpath",
                    "-Dmdep.outputFile=" + jars,
                    "-Dmdep.includeScope=runtime")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
    process.getOutputStream().close();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        return unresolved(
            coordinates.get(0),
            "Maven did not resolve it within " + LIMIT_SECONDS + " s",
            "look at the connection to Maven's registry");
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (process.exitValue() == 0) {
      return new Resolution.Jars(existing(Files.readString(jars).strip()));
    }
    return failed(coordinates, Files.readString(log));
  }

  private static List<Path> existing(String classPath) {
    List<Path> paths = new ArrayList<>();
    for (String path : classPath.split(File.pathSeparator, -1)) {
      if (!path.isEmpty()) {
        paths.add(Path.of(path));
      }
    }
    return paths;
  }

  private static Resolution failed(List<Coordinate> coordinates, String log) {
    List<Mistake> mistakes = new ArrayList<>();
    for (Coordinate coordinate : coordinates) {
      String name = coordinate.group() + ":" + coordinate.artifact();
      if (log.contains(name + ":jar:" + coordinate.version())
          || log.contains(name + ":pom:" + coordinate.version())) {
        mistakes.add(
            new Mistake(
                coordinate.line(),
                coordinate.column(),
                "Maven finds no " + coordinate.text(),
                "check the spelling and version, and that `mvn dependency:get -Dartifact="
                    + coordinate.text()
                    + "` finds it"));
      }
    }
    if (!mistakes.isEmpty()) {
      return new Resolution.Unresolved(mistakes);
    }
    String first =
        log.lines()
            .filter(line -> line.contains("ERROR"))
            .findFirst()
            .orElse("it says nothing")
            .replaceFirst("^\\[ERROR\\]\\s*", "");
    return unresolved(coordinates.get(0), "Maven cannot resolve it: " + first, "");
  }

  private static Resolution unresolved(Coordinate coordinate, String text, String remedy) {
    return new Resolution.Unresolved(
        List.of(
            new Mistake(
                coordinate.line(), coordinate.column(), coordinate.text() + ": " + text, remedy)));
  }

  /**
   * Kotlin's library and the vocabulary come from this Benchwright, whatever a library asks for.
   */
  private static String pom(List<Coordinate> coordinates) {
    StringBuilder pom =
        new StringBuilder(
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>benchwright.suite</groupId>
              <artifactId>dependencies</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <dependencies>
            """);
    for (Coordinate coordinate : coordinates) {
      pom.append(
          """
              <dependency>
                <groupId>%s</groupId>
                <artifactId>%s</artifactId>
                <version>%s</version>
                <exclusions>
                  <exclusion><groupId>benchwright</groupId><artifactId>*</artifactId></exclusion>
                  <exclusion>
                    <groupId>org.jetbrains.kotlin</groupId>
                    <artifactId>kotlin-stdlib</artifactId>
                  </exclusion>
                </exclusions>
              </dependency>
          """
              .formatted(coordinate.group(), coordinate.artifact(), coordinate.version()));
    }
    return pom.append("  </dependencies>\n</project>\n").toString();
  }
}
