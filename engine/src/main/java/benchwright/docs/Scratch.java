package benchwright.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for what nobody needs afterwards. */
public final class Scratch implements AutoCloseable {
  private static final int MOST_TRIES = 20;

  private final Path folder;
  private int folders;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /**
   * A new one, among the temporary files of the system.
   *
   * @throws IOException if it cannot be made
   */
  public static Scratch open() throws IOException {
    return new Scratch(Files.createTempDirectory("bench-docs-"));
  }

  /** A new folder in it. */
  Path folder() throws IOException {
    return Files.createDirectory(folder.resolve(Integer.toString(++folders)));
  }

  /** Removes what can be removed, though others may still write there. */
  public void abandon() {
    for (int tries = 0; tries < MOST_TRIES && Files.exists(folder); tries++) {
      try {
        close();
      } catch (IOException | UncheckedIOException written) {
        // Something new was in a folder that had just been emptied.
      }
    }
  }

  /** Removes it with all that it holds. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
