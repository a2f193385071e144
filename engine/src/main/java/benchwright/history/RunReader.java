package benchwright.history;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.artifact.TrialRecord;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads a run: a run directory, finished or not, or a single file. */
@SuppressWarnings("DoNotCallSuggester") // bodies follow
public final class RunReader {
  private RunReader() {}

  /**
   * Opens a run for reading.
   *
   * @throws HistoryFailure if there is no run or its manifest cannot be read
   */
  public static RunReader open(Path run) {
    throw new UnsupportedOperationException();
  }

  public Manifest manifest() {
    throw new UnsupportedOperationException();
  }

  /**
   * The run's summary; one without rows if the run was not completed or is a single file.
   *
   * @throws HistoryFailure if it is damaged
   */
  public Summary summary() {
    throw new UnsupportedOperationException();
  }

  /**
   * Hands over all records, file by file in the order of their paths, in a file in the order of the
   * plan; one at a time is in memory.
   *
   * @throws HistoryFailure if a file is damaged
   */
  public void forEach(Consumer<TrialRecord> reader) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #forEach(Consumer)}, with the circumstances. */
  public void forEach(BiConsumer<TrialRecord, Circumstance> reader) {
    throw new UnsupportedOperationException();
  }

  /** Checks every file: its checksum, its schema, its results' digest, and that none is missing. */
  public Verification verify() {
    throw new UnsupportedOperationException();
  }
}
