package benchwright.history;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Summary;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes one run. Each finished trial goes into a journal at once; at the end the journal becomes
 * the files of the run. Whatever happens in between, a later process can resume.
 */
@SuppressWarnings("DoNotCallSuggester") // bodies follow
public final class RunWriter implements AutoCloseable {
  private RunWriter() {}

  /**
   * Begins a run in {@code outputDirectory/runId}.
   *
   * @throws HistoryFailure if the directory exists or cannot be written
   */
  public static RunWriter create(Path outputDirectory, RunHeader header, Clock clock) {
    throw new UnsupportedOperationException();
  }

  /**
   * Goes on with a run that was not completed.
   *
   * @throws HistoryFailure if there is none, it is complete, or another process works on it
   */
  public static RunWriter resume(Path runDirectory, Clock clock) {
    throw new UnsupportedOperationException();
  }

  public RunHeader header() {
    throw new UnsupportedOperationException();
  }

  /** Where the run lies. */
  public Path directory() {
    throw new UnsupportedOperationException();
  }

  /** The trials whose records are kept. */
  public Set<TrialKey> finished() {
    throw new UnsupportedOperationException();
  }

  /**
   * Keeps the record of a finished trial: returns at once, written and synchronized a moment later,
   * together with those of its neighbours. A second record of the same trial is ignored.
   *
   * @throws HistoryFailure if this or an earlier record could not be written
   */
  public void append(TrialRecord record, Circumstance circumstance) {
    throw new UnsupportedOperationException();
  }

  /**
   * Waits until all that was appended is on the disk.
   *
   * @throws HistoryFailure if it could not be written
   */
  public void flush() {
    throw new UnsupportedOperationException();
  }

  /** Calls {@code reaction} once, from a thread of its own, when a write goes wrong. */
  public void onFailure(Consumer<HistoryFailure> reaction) {
    throw new UnsupportedOperationException();
  }

  /** Adds a line to the execution log. */
  public void log(String event, Map<String, String> fields) {
    throw new UnsupportedOperationException();
  }

  /** Hands over the kept records, in the order of the plan. */
  public void replay(Consumer<TrialRecord> reader) {
    throw new UnsupportedOperationException();
  }

  /**
   * Turns the journal into the files of the run.
   *
   * @throws HistoryFailure if that could not be done; the journal is then still there
   */
  public Manifest complete(
      RunStatus status, Instant finishedAt, Resources resources, Summary summary) {
    throw new UnsupportedOperationException();
  }

  /** Stops here and leaves the journal for a resume. */
  public void interrupt() {
    throw new UnsupportedOperationException();
  }

  /** As {@link #interrupt}, unless the run is complete. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
