package benchwright.docs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The files of a project that may hold examples or marks, and its suites: what is built, hidden, or
 * lies among the resources of tests belongs to nobody's documentation.
 */
public final class DocumentFiles {
  private static final Set<String> SKIPPED = Set.of("target", "build", "out", "node_modules");
  private static final String SUITE = ".bench.kts";

  private DocumentFiles() {}

  /**
   * Documents of {@code places}, files or folders; of a folder all that is below it.
   *
   * @throws IOException if one of them is not there or cannot be read
   */
  static List<Path> documents(List<Path> places) throws IOException {
    Set<Path> found = new TreeSet<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        found.addAll(below(place, DocumentFiles::isDocument));
      } else if (Files.isRegularFile(place)) {
        found.add(place.normalize());
      } else {
        throw new NoSuchFileException(place.toString(), null, "there is no such file or folder");
      }
    }
    return List.copyOf(found);
  }

  /**
   * The suites below {@code directory}, by path. Those below a folder {@code src} belong to the
   * build that runs them as tests, with a class path that only it knows.
   */
  static List<Path> suites(Path directory) throws IOException {
    return below(directory, name -> name.endsWith(SUITE)).stream()
        .filter(script -> !isSource(directory.relativize(script)))
        .toList();
  }

  private static boolean isSource(Path script) {
    for (Path part : script) {
      if (name(part).equals("src")) {
        return true;
      }
    }
    return false;
  }

  static boolean isMarkdown(Path file) {
    return file.toString().endsWith(".md");
  }

  private static boolean isDocument(String name) {
    return name.endsWith(".md") || name.endsWith(".kt") || name.endsWith(".java");
  }

  private static List<Path> below(Path directory, Predicate<String> wanted) throws IOException {
    List<Path> found = new ArrayList<>();
    Path results = directory.resolve("benchmarks").resolve("results");
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = name(folder);
            Path parent = folder.getParent();
            boolean resources =
                name.equals("resources") && parent != null && name(parent).equals("test");
            boolean skipped =
                !folder.equals(directory)
                    && (name.startsWith(".")
                        || SKIPPED.contains(name)
                        || resources
                        || folder.equals(results));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && wanted.test(name(file))) {
              found.add(file.normalize());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) {
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
