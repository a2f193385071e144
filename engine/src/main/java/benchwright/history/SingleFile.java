package benchwright.history;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.RunStatus;
import benchwright.artifact.TrialRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A run of one optimizer on one function as one file: a histories file with its manifest inside.
 */
@SuppressWarnings("DoNotCallSuggester") // bodies follow
public final class SingleFile {
  private SingleFile() {}

  /** One trial of a single file. */
  public record Entry(TrialRecord record, Circumstance circumstance) {}

  /**
   * Writes {@code file}, whole or not at all.
   *
   * @throws IllegalArgumentException if the trials are of more than one optimizer or function
   * @throws HistoryFailure if the file cannot be written
   */
  public static Manifest write(
      Path file,
      RunHeader header,
      List<Entry> entries,
      RunStatus status,
      Instant finishedAt,
      Resources resources) {
    throw new UnsupportedOperationException();
  }
}
