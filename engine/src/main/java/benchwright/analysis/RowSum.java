package benchwright.analysis;

import benchwright.artifact.FinalValues;
import benchwright.artifact.History;
import benchwright.artifact.Interval;
import benchwright.artifact.Stop;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import benchwright.artifact.TrialRecord;
import benchwright.stats.Proportion;
import benchwright.stats.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the trials of one optimizer on one function in one dimension add up to.
 *
 * <p>A trial that failed hits nothing and counts all evaluations it used: whatever it found before,
 * its optimizer cannot be relied on.
 */
final class RowSum {
  private final String optimizer;
  private final String function;
  private final int dimension;
  private final double[] targets;
  private final int[] hits;
  private final long[] cost;
  private double[] finals = new double[8];
  private double[] curves = new double[8];
  private int trials;
  private int failed;
  private long evaluations;
  private boolean optimumKnown = true;

  RowSum(String optimizer, String function, int dimension, double[] targets) {
    this.optimizer = optimizer;
    this.function = function;
    this.dimension = dimension;
    this.targets = targets;
    this.hits = new int[targets.length];
    this.cost = new long[targets.length];
  }

  String optimizer() {
    return optimizer;
  }

  String function() {
    return function;
  }

  /** {@code optimizer/function/dimension}. */
  String id() {
    return optimizer + "/" + function + "/" + dimension;
  }

  int trials() {
    return trials;
  }

  int failed() {
    return failed;
  }

  void add(TrialRecord record) {
    if (trials == finals.length) {
      finals = Arrays.copyOf(finals, 2 * trials);
      curves = Arrays.copyOf(curves, 2 * trials);
    }
    optimumKnown &= !Double.isNaN(record.getOptimum());
    finals[trials] = lastDistance(record);
    curves[trials] = Curve.areaOver(record);
    trials++;
    failed += record.getStop() == Stop.FAILED ? 1 : 0;
    evaluations += record.getEvaluations();
    countHits(record);
  }

  SummaryRow toRow() {
    int successes = optimumKnown && targets.length > 0 ? hits[targets.length - 1] : 0;
    Sample last = Sample.of(Arrays.copyOf(finals, trials));
    return new SummaryRow(
        optimizer,
        function,
        dimension,
        trials,
        failed,
        successes,
        optimumKnown ? new Proportion(successes, trials).rate() : Double.NaN,
        optimumKnown ? interval(new Proportion(successes, trials).wilson()) : nowhere(),
        optimumKnown ? interval(new Proportion(successes, trials).clopperPearson()) : nowhere(),
        evaluations,
        optimumKnown ? targetRows() : List.of(),
        new FinalValues(
            last.mean(), last.median(), last.standardDeviation(), last.smallest(), last.largest()),
        Sample.of(Arrays.copyOf(curves, trials)).mean());
  }

  /**
   * From the easiest target to the hardest, whose hits come later and later in the same history.
   */
  private void countHits(TrialRecord record) {
    History history = record.getHistory();
    int k = 0;
    for (int t = 0; t < targets.length; t++) {
      while (k < history.size() && !(history.value(k) - record.getOptimum() <= targets[t])) {
        k++;
      }
      if (k < history.size() && record.getStop() != Stop.FAILED) {
        hits[t]++;
        cost[t] += history.evaluation(k);
      } else {
        cost[t] += record.getEvaluations();
      }
    }
  }

  private List<TargetRow> targetRows() {
    List<TargetRow> rows = new ArrayList<>(targets.length);
    for (int t = 0; t < targets.length; t++) {
      double expected = hits[t] == 0 ? Double.POSITIVE_INFINITY : (double) cost[t] / hits[t];
      rows.add(new TargetRow(targets[t], expected, hits[t]));
    }
    return rows;
  }

  /** Of a trial that never saw a number: infinitely far. */
  private static double lastDistance(TrialRecord record) {
    int size = record.getHistory().size();
    if (size == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double value = record.getHistory().value(size - 1);
    return Double.isNaN(record.getOptimum()) ? value : value - record.getOptimum();
  }

  private static Interval interval(Proportion.Range range) {
    return new Interval(range.lower(), range.upper());
  }

  private static Interval nowhere() {
    return new Interval(Double.NaN, Double.NaN);
  }
}
