package benchwright.analysis;

import benchwright.artifact.Circumstance;
import benchwright.stats.Sample;
import java.util.Arrays;

/** Adds up what trials of one optimizer in one dimension took. */
final class TimeSum {
  private final String optimizer;
  private final int dimension;
  private double[] nanos = new double[8];
  private int trials;
  private double evaluationNanos;
  private long evaluations;
  private long peakBytes;

  TimeSum(String optimizer, int dimension) {
    this.optimizer = optimizer;
    this.dimension = dimension;
  }

  void spent(long more) {
    evaluations += more;
  }

  void add(Circumstance circumstance) {
    peakBytes = Math.max(peakBytes, circumstance.peakBytes());
    if (circumstance.runtimeNanos() <= 0) {
      return;
    }
    if (trials == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * trials);
    }
    nanos[trials++] = circumstance.runtimeNanos();
    evaluationNanos += circumstance.evaluationNanos();
  }

  boolean known() {
    return trials > 0;
  }

  TrialTimes toTimes() {
    Sample sample = Sample.of(Arrays.copyOf(nanos, trials));
    double total = sample.mean() * trials;
    return new TrialTimes(
        optimizer,
        dimension,
        trials,
        sample.median(),
        sample.largest(),
        total,
        evaluations == 0 ? Double.NaN : total / evaluations,
        Math.max(0, 1 - evaluationNanos / total),
        peakBytes);
  }
}
