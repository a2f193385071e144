package benchwright.measure.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** The file that a program writes its results to; made before it runs, asked after. */
final class ResultsFile {
  private static final int CHUNK = 1 << 16;

  private final Path path;
  private final String name;
  private final String before;

  /**
   * @param name of the file in {@code directory}; empty for none
   */
  ResultsFile(Path directory, String name) {
    this.path = directory.resolve(name);
    this.name = name;
    this.before = state();
  }

  boolean isAsked() {
    return !name.isEmpty();
  }

  /**
   * The numbers in it.
   *
   * @throws IOException if the program did not write it; the message is for people
   */
  List<Double> numbers() throws IOException {
    String now = state();
    if (now.isEmpty()) {
      throw new IOException("it did not write its file of results, " + path);
    }
    if (now.equals(before)) {
      throw new IOException("its file of results is from before the run: " + path);
    }
    NumberScanner scanner = new NumberScanner();
    byte[] bytes = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(path)) {
      for (int count = in.read(bytes); count >= 0 && !scanner.isFull(); count = in.read(bytes)) {
        scanner.scan(bytes, 0, count);
      }
    } catch (IOException unreadable) {
      throw new IOException("its file of results cannot be read: " + path, unreadable);
    }
    return scanner.finish();
  }

  /** Changes whenever the file is written; empty if there is none. */
  private String state() {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return now.isRegularFile()
          ? now.lastModifiedTime() + " " + now.size() + " " + now.fileKey()
          : "";
    } catch (NoSuchFileException none) {
      return "";
    } catch (IOException unreadable) {
      return "";
    }
  }
}
