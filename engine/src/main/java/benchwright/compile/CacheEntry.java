package benchwright.compile;

import benchwright.suite.Suite;
import benchwright.suite.SuiteJson;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One compiled script: a folder with {@code suite.json}, {@code classes/} and the file {@code
 * seal}, which holds the checksums of the others.
 *
 * @param file the script's file name
 * @param sha256 of the script's bytes
 * @param code the user's own code that was seen; a copy of it lies in the entry
 * @param classPath what the script sees beside the vocabulary: the copies, then jars of libraries
 */
record CacheEntry(
    Path folder,
    String file,
    String sha256,
    String mainClass,
    List<Code> code,
    List<Path> classPath,
    Suite suite) {

  private static final String SEAL = "seal";
  private static final String VERSION = "benchwright-suite 2";

  /** Writes the seal of what lies in {@code folder}; the copies of {@code code} lie there too. */
  static void seal(
      Path folder,
      String file,
      String sha256,
      ScriptClasses classes,
      List<Code> code,
      List<Path> dependencies)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(VERSION);
    lines.add("file " + file);
    lines.add("sha256 " + sha256);
    lines.add("main " + classes.mainClass());
    for (Code each : code) {
      lines.add("code " + each.sha256() + " " + each.path());
    }
    for (Path dependency : dependencies) {
      lines.add("dependency " + stamp(dependency) + " " + dependency);
    }
    List<Path> files = new ArrayList<>();
    files.add(folder.resolve(SuiteCache.SUITE));
    files.addAll(classes.files());
    for (int place = 0; place < code.size(); place++) {
      files.addAll(Code.files(Code.copyIn(folder, place)));
    }
    for (Path content : files) {
      String name = folder.relativize(content).toString().replace(File.separatorChar, '/');
      lines.add("content " + Sha256.hex(Files.readAllBytes(content)) + " " + name);
    }
    lines.add("end");
    Files.write(folder.resolve(SEAL), lines, StandardCharsets.UTF_8);
  }

  /** The entry in {@code folder}; empty if there is none, it is damaged, or a library changed. */
  static Optional<CacheEntry> open(Path folder) {
    Path seal = folder.resolve(SEAL);
    try {
      return Files.exists(seal) ? open(folder, Files.readAllLines(seal)) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<CacheEntry> open(Path folder, List<String> seal) throws IOException {
    if (seal.size() < 2
        || !seal.get(0).equals(VERSION)
        || !seal.get(seal.size() - 1).equals("end")) {
      return Optional.empty();
    }
    String file = "";
    String sha256 = "";
    String mainClass = "";
    List<Code> code = new ArrayList<>();
    List<Path> classPath = new ArrayList<>();
    Optional<Suite> suite = Optional.empty();
    for (String line : seal.subList(1, seal.size() - 1)) {
      String[] words = line.split(" ", 3);
      switch (words[0]) {
        case "file" -> file = line.substring("file ".length());
        case "sha256" -> sha256 = words[1];
        case "main" -> mainClass = words[1];
        case "code" -> {
          classPath.add(Code.copyIn(folder, code.size()));
          code.add(new Code(words[2], words[1]));
        }
        case "dependency" -> {
          Path dependency = Path.of(words[2]);
          if (!stamp(dependency).equals(words[1])) {
            return Optional.empty();
          }
          classPath.add(dependency);
        }
        case "content" -> {
          byte[] bytes = Files.readAllBytes(folder.resolve(words[2]));
          if (!Sha256.hex(bytes).equals(words[1])) {
            return Optional.empty();
          }
          if (words[2].equals(SuiteCache.SUITE)) {
            suite = Optional.of(SuiteJson.read(new String(bytes, StandardCharsets.UTF_8)));
          }
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    if (suite.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CacheEntry(
            folder,
            file,
            sha256,
            mainClass,
            List.copyOf(code),
            List.copyOf(classPath),
            suite.get()));
  }

  /**
   * The code of the entry in {@code folder}, which this run has opened before: neither its
   * checksums nor its suite are read again, which would take most of the time that a fork needs to
   * start.
   */
  static Optional<ScriptCode> executable(Path folder) {
    Path seal = folder.resolve(SEAL);
    String mainClass = "";
    List<Path> classPath = new ArrayList<>();
    classPath.add(folder.resolve(SuiteCache.CLASSES));
    int copies = 0;
    try {
      for (String line : Files.readAllLines(seal)) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
          case "main" -> mainClass = words[1];
          case "code" -> classPath.add(Code.copyIn(folder, copies++));
          case "dependency" -> classPath.add(Path.of(words[2]));
          default -> {
            // Nothing that loading needs.
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return mainClass.isEmpty()
        ? Optional.empty()
        : Optional.of(new ScriptCode(folder, mainClass, classPath));
  }

  /** Its code. */
  ScriptCode executable() {
    List<Path> all = new ArrayList<>();
    all.add(folder.resolve(SuiteCache.CLASSES));
    all.addAll(classPath);
    return new ScriptCode(folder, mainClass, all);
  }

  /** Size and time of change: enough to see that a file of the local repository was replaced. */
  private static String stamp(Path file) throws IOException {
    return Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis();
  }
}
