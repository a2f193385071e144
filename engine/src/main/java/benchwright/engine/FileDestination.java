package benchwright.engine;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Summary;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.history.RunHeader;
import benchwright.history.SingleFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One file, written when all is done: for runs too small to be worth a journal. */
final class FileDestination implements Destination {
  private final Path file;
  private final RunHeader header;
  private final Clock clock;
  private final Map<TrialKey, SingleFile.Entry> entries = new HashMap<>();

  FileDestination(Path file, RunHeader header, Clock clock) {
    this.file = file;
    this.header = header;
    this.clock = clock;
  }

  @Override
  public Path place() {
    return file;
  }

  @Override
  public Set<TrialKey> finished() {
    return Set.of();
  }

  @Override
  public void replay(Consumer<TrialRecord> reader) {}

  @Override
  public void append(TrialRecord record, Circumstance circumstance) {
    entries.put(record.getKey(), new SingleFile.Entry(record, circumstance));
  }

  @Override
  public void log(String event, Map<String, String> fields) {}

  @Override
  public void onFailure(Runnable reaction) {}

  @Override
  public Manifest complete(Resources resources, Summary summary) {
    List<SingleFile.Entry> inOrder = new ArrayList<>();
    for (TrialKey key : header.planOrder()) {
      inOrder.add(entries.get(key));
    }
    return SingleFile.write(file, header, inOrder, RunStatus.COMPLETE, clock.instant(), resources);
  }

  @Override
  public void interrupt() {}

  @Override
  public void close() {}
}
