package benchwright.cli;

import benchwright.artifact.Formats;
import benchwright.history.RunIds;
import benchwright.history.TimedEntry;
import benchwright.report.JsonLine;
import benchwright.timing.TimingRun;

/** Events of a run that measures time, as lines of JSON; fields are those of {@code log.ndjson}. */
final class TimingLines {
  private final World world;

  TimingLines(World world) {
    this.world = world;
  }

  void began(TimingRun run) {
    print(
        line("run-started")
            .with("$schema", Formats.LOG)
            .with("formatVersion", Formats.VERSION)
            .with("runId", run.id())
            .with("run", Runs.shown(world, run.place()))
            .with("trials", 0)
            .with("cases", run.open().size()));
  }

  void finished(TimedEntry entry) {
    JsonLine line =
        line("case-finished")
            .with("case", entry.id())
            .with("status", entry.timed().status().getWord())
            .with("samples", entry.timed().samples().wallNanos().size());
    print(entry.timed().reason().isEmpty() ? line : line.with("message", entry.timed().reason()));
  }

  private JsonLine line(String event) {
    return new JsonLine().with("at", RunIds.text(world.now())).with("event", event);
  }

  private void print(JsonLine line) {
    world.out().println(line.toText());
    world.out().flush();
  }
}
