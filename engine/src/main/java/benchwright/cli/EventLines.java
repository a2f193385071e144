package benchwright.cli;

import benchwright.artifact.Formats;
import benchwright.artifact.History;
import benchwright.artifact.Manifest;
import benchwright.artifact.TrialRecord;
import benchwright.artifact.VerdictState;
import benchwright.engine.Listener;
import benchwright.engine.Run;
import benchwright.history.RunIds;
import benchwright.report.JsonLine;
import benchwright.run.Event;

/** Events as lines of JSON on standard output; fields are those of {@code log.ndjson}. */
final class EventLines implements Listener {
  private final World world;

  EventLines(World world) {
    this.world = world;
  }

  @Override
  public void began(Run run) {
    print(
        line("run-started")
            .with("$schema", Formats.LOG)
            .with("formatVersion", Formats.VERSION)
            .with("runId", run.id())
            .with("run", Runs.shown(world, run.place()))
            .with("trials", run.open().size()));
  }

  @Override
  public void happened(Event event) {
    if (event instanceof Event.TrialStarted started) {
      print(
          line("trial-started")
              .with("trial", started.key().toString())
              .with("worker", started.worker()));
    } else if (event instanceof Event.TrialFinished finished) {
      print(finished(finished));
    } else if (event instanceof Event.WorkerLost lost) {
      print(line("worker-lost").with("trial", lost.key().toString()));
    } else if (event instanceof Event.TrialSetAside aside) {
      print(line("trial-set-aside").with("trial", aside.key().toString()));
    }
  }

  static String finished(String place, Manifest manifest) {
    return new JsonLine()
        .with("at", manifest.finishedAt())
        .with("event", "run-finished")
        .with("run", place)
        .with("status", manifest.status().getWord())
        .with("failed", manifest.totals().failed())
        .with("resultsDigest", manifest.resultsDigest())
        .toText();
  }

  /** Before the last line: how the run at {@code place} stands beside its base. */
  static String compared(World world, String place, ComparedTo.Told told, String verdict) {
    return new JsonLine()
        .with("at", RunIds.text(world.now()))
        .with("event", "run-compared")
        .with("run", place)
        .with(
            "status",
            told.comparison()
                .map(each -> each.verdict().state())
                .orElse(VerdictState.UNDECIDED)
                .getWord())
        .with("message", verdict)
        .toText();
  }

  private JsonLine finished(Event.TrialFinished finished) {
    TrialRecord record = finished.record();
    History history = record.getHistory();
    JsonLine line =
        line("trial-finished")
            .with("trial", record.getKey().toString())
            .with("stop", record.getStop().getWord())
            .with("evaluations", record.getEvaluations());
    line =
        history.size() == 0
            ? line.raw("best", "null")
            : line.with("best", history.value(history.size() - 1));
    if (!record.getFailure().kind().isEmpty()) {
      line =
          line.with("failure", record.getFailure().kind())
              .with("message", record.getFailure().message());
    }
    return line.with("runtimeNanos", finished.circumstance().runtimeNanos())
        .with("evaluationNanos", finished.circumstance().evaluationNanos())
        .with("peakBytes", finished.circumstance().peakBytes());
  }

  private JsonLine line(String event) {
    return new JsonLine().with("at", RunIds.text(world.now())).with("event", event);
  }

  private void print(JsonLine line) {
    world.out().println(line.toText());
    world.out().flush();
  }
}
