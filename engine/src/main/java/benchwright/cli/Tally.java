package benchwright.cli;

import benchwright.artifact.Stop;
import benchwright.artifact.TrialRecord;
import benchwright.engine.Run;
import benchwright.plan.Trial;
import benchwright.report.Forecast;
import benchwright.report.ProgressText;
import benchwright.run.Event;
import java.time.LocalTime;

/** Counts how far a run has come. */
abstract class Tally implements Progress {
  private static final long SECOND = 1_000_000_000L;

  private final World world;
  private final Forecast forecast = new Forecast();
  private final int total;
  private final long start;
  private int done;
  private int failed;
  private String current = "";

  Tally(World world, Run run) {
    this.world = world;
    this.total = run.open().size();
    this.start = world.nanos();
    for (Trial trial : run.open()) {
      forecast.plan(trial.key(), run.expectedCost(trial));
    }
  }

  @Override
  public final synchronized void happened(Event event) {
    if (event instanceof Event.TrialStarted started) {
      current = started.key().toString();
      forecast.began(started.worker(), started.key(), world.nanos());
    } else if (event instanceof Event.TrialSetAside aside) {
      forecast.setAside(aside.worker(), aside.key());
    } else if (event instanceof Event.TrialFinished finished) {
      TrialRecord record = finished.record();
      done++;
      failed += record.getStop() == Stop.FAILED ? 1 : 0;
      forecast.ended(finished.worker(), record.getKey(), finished.circumstance().runtimeNanos());
      ended(record);
    }
    changed();
  }

  /** A trial has ended; it is counted. */
  void ended(TrialRecord record) {}

  /** Something has changed. */
  void changed() {}

  @Override
  public void close() {}

  final World world() {
    return world;
  }

  /** How far it has come. */
  final synchronized ProgressText.State state() {
    long now = world.nanos();
    Forecast.Outlook outlook = forecast.at(now);
    boolean known = outlook.nanos() >= 0 && now - start > SECOND / 2;
    String finish =
        known
            ? LocalTime.ofInstant(world.now().plusNanos(outlook.nanos()), world.zone().get())
                .withNano(0)
                .toString()
            : "";
    return new ProgressText.State(
        done,
        total,
        failed,
        done == total ? 1 : outlook.share(),
        done == total ? "" : current,
        known ? outlook.nanos() : -1,
        finish);
  }
}
