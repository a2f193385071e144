package benchwright.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class files of a compiled script.
 *
 * @param folder the root of their packages
 * @param files all class files, sorted
 * @param mainClass the name of the class whose constructor executes the script's statements
 */
record ScriptClasses(Path folder, List<Path> files, String mainClass) {
  private static final String SUFFIX = "_bench.class";

  /**
   * Those in {@code folder}.
   *
   * @throws IOException if there is no script among them
   */
  static ScriptClasses in(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files = walk.filter(file -> file.toString().endsWith(".class")).sorted().toList();
      for (Path file : files) {
        String relative = folder.relativize(file).toString().replace('\\', '/');
        if (relative.endsWith(SUFFIX) && !relative.contains("$")) {
          String name = relative.substring(0, relative.length() - ".class".length());
          return new ScriptClasses(folder, files, name.replace('/', '.'));
        }
      }
    }
    throw new IOException("the compiler left no script class in " + folder);
  }
}
