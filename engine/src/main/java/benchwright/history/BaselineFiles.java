package benchwright.history;

import benchwright.artifact.Baseline;
import benchwright.artifact.Documents;
import benchwright.artifact.Formats;
import benchwright.history.HistoryFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The baselines of a folder, a file each: {@code NAME.json}. */
public final class BaselineFiles {
  private static final String SUFFIX = ".json";

  private final Path folder;

  public BaselineFiles(Path folder) {
    this.folder = folder;
  }

  /** Where the baseline of this name lies, or would. */
  public Path file(String name) {
    return folder.resolve(name + SUFFIX);
  }

  public boolean exists(String name) {
    return Files.isRegularFile(file(name));
  }

  /** Whether {@code name} can be one: letters, digits, {@code - _ .}, a letter or digit first. */
  public static boolean isName(String name) {
    return name.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
  }

  /** Whether {@code file} says of itself that it is a baseline. */
  public static boolean isBaseline(Path file) {
    return Files.isRegularFile(file) && VersionedFile.is(file, Formats.BASELINE);
  }

  /** All names, in their order; none if there is no folder. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new HistoryFailure(
          List.of(new Fault(folder.toString(), "", "cannot be read: " + RunWriter.reason(e))));
    }
  }

  /**
   * The baseline in {@code file}.
   *
   * @throws HistoryFailure if there is none that can be read
   */
  public static Baseline read(Path file) {
    return VersionedFile.read(file, Formats.BASELINE, Documents::baseline);
  }

  /**
   * Keeps {@code baseline} under its name.
   *
   * @param replace whether one of the same name may be there already
   * @throws HistoryFailure if it may not and is, or the folder cannot be written
   */
  public Path write(Baseline baseline, boolean replace) {
    Path file = file(baseline.name());
    if (!replace && Files.exists(file)) {
      throw new HistoryFailure(
          Kind.EXISTS,
          file + " exists already; to replace it: bench baseline promote " + baseline.name());
    }
    VersionedFile.write(file, Documents.page(Documents.toJson(baseline)));
    return file;
  }

  /**
   * Removes a baseline.
   *
   * @return whether there was one
   * @throws HistoryFailure if it cannot be removed
   */
  public boolean remove(String name) {
    try {
      return Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new HistoryFailure(
          Kind.NOT_WRITABLE, file(name) + " cannot be removed: " + RunWriter.reason(e), e);
    }
  }
}
