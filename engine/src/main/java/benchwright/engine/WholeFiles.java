package benchwright.engine;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that appear together and whole, or not at all: each is written under a temporary name
 * first, and only when all are complete they get their own.
 */
public final class WholeFiles implements AutoCloseable {
  /** Writes the text of one file. */
  public interface Content {
    void writeTo(Appendable out) throws IOException;
  }

  private final Map<Path, Path> partials = new LinkedHashMap<>();

  /**
   * Writes {@code file}, under a temporary name until {@link #finish}.
   *
   * @throws IOException if it cannot be written
   */
  public void add(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    if (Files.isDirectory(target)) {
      throw new IOException(file + " is a directory");
    }
    Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
    partials.put(target, partial);
    try (Writer out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
      content.writeTo(out);
    }
    try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Gives all files their names. */
  public void finish() throws IOException {
    for (Map.Entry<Path, Path> each : partials.entrySet()) {
      Files.move(
          each.getValue(),
          each.getKey(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    partials.clear();
  }

  /** Removes what was not finished. */
  @Override
  public void close() throws IOException {
    for (Path partial : partials.values()) {
      Files.deleteIfExists(partial);
    }
  }
}
