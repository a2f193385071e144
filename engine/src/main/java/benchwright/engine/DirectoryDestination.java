package benchwright.engine;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Summary;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.history.RunWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A run directory: every trial is kept as it ends. */
record DirectoryDestination(RunWriter writer, Clock clock) implements Destination {
  @Override
  public Path place() {
    return writer.directory();
  }

  @Override
  public Set<TrialKey> finished() {
    return writer.finished();
  }

  @Override
  public void replay(Consumer<TrialRecord> reader) {
    writer.replay(reader);
  }

  @Override
  public void append(TrialRecord record, Circumstance circumstance) {
    writer.append(record, circumstance);
  }

  @Override
  public void log(String event, Map<String, String> fields) {
    writer.log(event, fields);
  }

  @Override
  public void onFailure(Runnable reaction) {
    writer.onFailure(failure -> reaction.run());
  }

  @Override
  public Manifest complete(Resources resources, Summary summary) {
    return writer.complete(RunStatus.COMPLETE, clock.instant(), resources, summary);
  }

  @Override
  public void interrupt() {
    writer.interrupt();
  }

  @Override
  public void close() {
    writer.close();
  }
}
