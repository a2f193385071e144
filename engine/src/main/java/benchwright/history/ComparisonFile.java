package benchwright.history;

import benchwright.artifact.Comparison;
import benchwright.artifact.Documents;
import benchwright.artifact.Formats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code comparison.json} beside a finished run. It is none of the run's files: the manifest does
 * not name it, and a later comparison may take its place.
 */
public final class ComparisonFile {
  /** Its name. */
  public static final String NAME = "comparison.json";

  private ComparisonFile() {}

  /**
   * Writes it, whole or not at all.
   *
   * @throws HistoryFailure if it cannot be written
   */
  public static void write(Path file, Comparison comparison) {
    VersionedFile.write(file, Documents.page(Documents.toJson(comparison)));
  }

  /**
   * The comparison in {@code file}.
   *
   * @throws HistoryFailure if there is none that can be read
   */
  public static Comparison read(Path file) {
    return VersionedFile.read(file, Formats.COMPARISON, Documents::comparison);
  }

  /**
   * That of a run directory; empty if there is none.
   *
   * @throws HistoryFailure if it cannot be read
   */
  public static Optional<Comparison> ofRun(Path run) {
    Path file = run.resolve(NAME);
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }
}
