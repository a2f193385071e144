package benchwright.history;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Formats;
import benchwright.artifact.History;
import benchwright.artifact.TrialRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;

/** The execution log, {@code log.ndjson}: a JSON object a line, in the order of events. */
final class RunLog implements AutoCloseable {
  static final String FILE = "log.ndjson";

  private final FileChannel channel;
  private final JsonBytes lines = new JsonBytes(1 << 12);

  private RunLog(FileChannel channel) {
    this.channel = channel;
  }

  /** Opens the log of a run for going on; a line that was cut off is dropped. */
  static RunLog open(Path directory, Disk disk) throws IOException {
    FileChannel channel =
        disk.open(
            directory.resolve(FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    long end = channel.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    while (end > 0 && (channel.read(last.clear(), end - 1) != 1 || last.get(0) != '\n')) {
      end--;
    }
    channel.truncate(end).position(end);
    return new RunLog(channel);
  }

  /** The first line of a run or of its continuation names the format of all that follow. */
  void begin(Instant at, String event, String runId, int trials) {
    lines.element().beginObject();
    lines.key("$schema").value(Formats.LOG);
    lines.key("formatVersion").value(Formats.VERSION);
    lines.key("at").value(RunIds.text(at));
    lines.key("event").value(event);
    lines.key("runId").value(runId);
    lines.key("trials").value(trials);
    lines.endObject().raw('\n');
  }

  void trial(Instant at, TrialRecord record, Circumstance circumstance) {
    open(at, "trial-finished");
    lines.key("trial").value(record.getKey().toString());
    lines.key("stop").value(record.getStop().getWord());
    lines.key("evaluations").value(record.getEvaluations());
    History history = record.getHistory();
    lines.key("best");
    if (history.size() == 0) {
      lines.nothing();
    } else {
      lines.value(history.value(history.size() - 1));
    }
    if (!record.getFailure().kind().isEmpty()) {
      lines.key("failure").value(record.getFailure().kind());
      lines.key("message").value(record.getFailure().message());
    }
    lines.key("runtimeNanos").value(circumstance.runtimeNanos());
    lines.key("evaluationNanos").value(circumstance.evaluationNanos());
    lines.key("peakBytes").value(circumstance.peakBytes());
    lines.endObject().raw('\n');
  }

  void timed(Instant at, TimedEntry entry) {
    open(at, "case-finished");
    lines.key("case").value(entry.id());
    lines.key("status").value(entry.timed().status().getWord());
    lines.key("samples").value(entry.timed().samples().wallNanos().size());
    if (!entry.timed().reason().isEmpty()) {
      lines.key("message").value(entry.timed().reason());
    }
    lines.endObject().raw('\n');
  }

  void event(Instant at, String event, Map<String, String> fields) {
    open(at, event);
    for (Map.Entry<String, String> field : fields.entrySet()) {
      lines.key(field.getKey()).value(field.getValue());
    }
    lines.endObject().raw('\n');
  }

  /** Hands what was added to the operating system. */
  void write() throws IOException {
    if (lines.size() > 0) {
      Disk.writeFully(channel, lines.toBuffer());
      lines.clear();
    }
  }

  void force() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void open(Instant at, String event) {
    lines.element().beginObject();
    lines.key("at").value(RunIds.text(at));
    lines.key("event").value(event);
  }
}
