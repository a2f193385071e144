package benchwright.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Code of the user's own that a script sees: a folder of classes, or a jar. What a run sees of it
 * is a copy, so that nobody who compiles meanwhile changes a run or its resumption.
 *
 * @param path as the user named it, absolute or from the directory of the command
 * @param sha256 over names and bytes of all files, in hexadecimal digits
 */
public record Code(String path, String sha256) {
  private static final String FOLDER = "code";

  /** What lies on a class path, or why it cannot be read. */
  sealed interface Reading {
    record Read(List<Code> code) implements Reading {}

    record Unreadable(List<Diagnostic> why) implements Reading {}
  }

  static Reading read(List<Path> classPath) {
    List<Code> code = new ArrayList<>();
    List<Diagnostic> why = new ArrayList<>();
    for (Path path : classPath) {
      boolean folder = Files.isDirectory(path);
      if (!folder && !path.toString().endsWith(".jar")) {
        why.add(
            Diagnostic.ofFile(
                path.toString(),
                Files.exists(path)
                    ? "is neither a folder of classes nor a jar"
                    : "there is no such folder or jar on the class path",
                "give the folder that your build writes classes to, such as target/classes"));
        continue;
      }
      try {
        code.add(new Code(path.toString(), digest(path)));
      } catch (IOException e) {
        why.add(
            Diagnostic.ofFile(
                path.toString(),
                "cannot be read: " + ScriptFile.reason(e),
                "check the path and its permissions"));
      }
    }
    return why.isEmpty() ? new Reading.Read(code) : new Reading.Unreadable(why);
  }

  /** Copies into an entry that is being made; the copies, in order. */
  static List<Path> copy(List<Code> code, Path entry) throws IOException {
    List<Path> copies = new ArrayList<>();
    for (Code each : code) {
      Path from = Path.of(each.path());
      Path to = copyIn(entry, copies.size());
      for (Path file : files(from)) {
        Path target = Files.isDirectory(from) ? to.resolve(from.relativize(file).toString()) : to;
        Files.createDirectories(parent(target));
        Files.copy(file, target);
      }
      Files.createDirectories(parent(to));
      copies.add(to);
    }
    return copies;
  }

  /** Where the copy of the code in this place of the class path lies: a folder or a jar. */
  static Path copyIn(Path entry, int place) {
    return entry.resolve(FOLDER).resolve(Integer.toString(place));
  }

  /** All files below {@code root}, sorted; {@code root} alone if it is a file. */
  static List<Path> files(Path root) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static String digest(Path root) throws IOException {
    Sha256 sha256 = new Sha256();
    for (Path file : files(root)) {
      sha256.part(root.relativize(file).toString().replace('\\', '/'));
      sha256.part(Files.readAllBytes(file));
    }
    return sha256.hex();
  }
}
