package benchwright.cli;

import benchwright.artifact.Stop;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.engine.Run;
import benchwright.plan.Trial;
import benchwright.report.ProgressText;
import benchwright.run.Event;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;

/** Counts how far a run has come. */
abstract class Tally implements Progress {
  private static final long SECOND = 1_000_000_000L;

  private final World world;
  private final Map<TrialKey, Double> costs = new HashMap<>();
  private final int total;
  private final long start;
  private double allCost;
  private double doneCost;
  private int done;
  private int failed;
  private String current = "";

  Tally(World world, Run run) {
    this.world = world;
    this.total = run.open().size();
    this.start = world.nanos();
    for (Trial trial : run.open()) {
      double cost = run.expectedCost(trial);
      costs.put(trial.key(), cost);
      allCost += cost;
    }
  }

  @Override
  public final synchronized void happened(Event event) {
    if (event instanceof Event.TrialStarted started) {
      current = started.key().toString();
    } else if (event instanceof Event.TrialFinished finished) {
      TrialRecord record = finished.record();
      done++;
      failed += record.getStop() == Stop.FAILED ? 1 : 0;
      doneCost += costs.getOrDefault(record.getKey(), 0.0);
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

  /** How far it has come; the rest is supposed to go on as fast as before. */
  final synchronized ProgressText.State state() {
    double share = allCost > 0 ? doneCost / allCost : (double) done / Math.max(1, total);
    long elapsed = world.nanos() - start;
    boolean known = done > 0 && elapsed > SECOND / 2 && share > 0;
    long left = known ? (long) (elapsed * (1 - share) / share) : -1;
    String finish =
        known
            ? LocalTime.ofInstant(world.now().plusNanos(left), world.zone().get())
                .withNano(0)
                .toString()
            : "";
    return new ProgressText.State(
        done, total, failed, share, done == total ? "" : current, left, finish);
  }
}
