package benchwright.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a Linux system tells of itself in files below {@code /proc} and {@code /sys}. */
final class SystemFiles {
  private final Path root;

  /**
   * @param root {@code /}; elsewhere in tests
   */
  SystemFiles(Path root) {
    this.root = root;
  }

  Path path(String file) {
    return root.resolve(file);
  }

  /** The text of a file without the white space around it; nothing if it cannot be read. */
  Optional<String> text(String file) {
    try {
      return Optional.of(
          new String(Files.readAllBytes(root.resolve(file)), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The whole number that a file holds. */
  OptionalLong number(String file) {
    Optional<String> text = text(file);
    try {
      return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.get()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  boolean exists(String file) {
    return Files.exists(root.resolve(file));
  }

  /** The paths below the root that match {@code pattern} in {@code folder}, in order. */
  List<String> in(String folder, String pattern) {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder), pattern)) {
      entries.forEach(entry -> found.add(folder + "/" + entry.getFileName()));
    } catch (IOException e) {
      return List.of();
    }
    Collections.sort(found);
    return found;
  }
}
