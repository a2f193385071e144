package benchwright.analysis;

import benchwright.artifact.History;
import benchwright.artifact.Stop;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The trials of one optimizer on one function in one dimension, with all that tests and curves need
 * of them: when each target was hit, what was reached when. About 1 kB a trial, half of it for the
 * curves.
 */
final class Cell {
  /** One trial; array components belong to the cell alone. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Trial(
      int instance,
      long seed,
      double[] reached,
      double[] decades,
      double last,
      double score,
      long spent,
      long budget,
      long[] hits) {}

  // In whichever order trials came, they are drawn from in this one.
  private static final Comparator<Trial> ORDER =
      Comparator.comparingInt(Trial::instance).thenComparingLong(Trial::seed);

  private final String optimizer;
  private final String function;
  private final int dimension;
  private final double[] targets;
  private final long[] grid;
  private final RowSum sum;
  private final List<Trial> trials = new ArrayList<>();
  private boolean known = true;

  /**
   * @param grid the evaluations at which curves are looked at; empty if nobody wants any
   */
  Cell(String optimizer, String function, int dimension, double[] targets, long[] grid) {
    this.optimizer = optimizer;
    this.function = function;
    this.dimension = dimension;
    this.targets = targets;
    this.grid = grid;
    this.sum = new RowSum(optimizer, function, dimension, targets);
  }

  String optimizer() {
    return optimizer;
  }

  String function() {
    return function;
  }

  int dimension() {
    return dimension;
  }

  double[] targets() {
    return targets;
  }

  void add(TrialRecord record) {
    boolean optimumKnown = !Double.isNaN(record.getOptimum());
    double optimum = optimumKnown ? record.getOptimum() : 0;
    known &= optimumKnown;
    History history = record.getHistory();
    int size = history.size();
    long spent = record.getEvaluations();
    double last = size == 0 ? Double.POSITIVE_INFINITY : history.value(size - 1) - optimum;
    long[] hits = optimumKnown ? hits(record) : new long[targets.length];
    trials.add(
        new Trial(
            record.getKey().instance(),
            record.getKey().seed(),
            EvaluationGrid.values(grid, history, spent, optimum),
            EvaluationGrid.values(EvaluationGrid.decades(dimension), history, spent, optimum),
            last,
            score(hits, last, record.getStop()),
            spent,
            record.getBudget(),
            hits));
    sum.add(record);
  }

  /** Puts the trials into the order of their instances and seeds; to be called after the last. */
  void settle() {
    trials.sort(ORDER);
  }

  /** The row without what takes a bootstrap. */
  SummaryRow row() {
    return sum.toRow();
  }

  int trials() {
    return trials.size();
  }

  int failed() {
    return sum.failed();
  }

  /** Whether the values are distances to the optimum. */
  boolean known() {
    return known;
  }

  /**
   * The evaluation at which a target was hit, by its index from the easiest on; 0 if it was not.
   */
  long hit(int trial, int target) {
    return trials.get(trial).hits()[target];
  }

  long spent(int trial) {
    return trials.get(trial).spent();
  }

  long budget(int trial) {
    return trials.get(trial).budget();
  }

  /** The value at the end. */
  double last(int trial) {
    return trials.get(trial).last();
  }

  /** Of all trials: the smaller, the better the trial, whatever the optimizer. */
  double[] scores() {
    return trials.stream().mapToDouble(Trial::score).toArray();
  }

  /** The most that any trial spent. */
  long mostSpent() {
    return trials.stream().mapToLong(Trial::spent).max().orElse(0);
  }

  /** The most that any trial might have spent. */
  long largestBudget() {
    return trials.stream().mapToLong(Trial::budget).max().orElse(0);
  }

  /** The value at point {@code i} of the grid; the last one where the trial had ended. */
  double reached(int trial, int i) {
    Trial one = trials.get(trial);
    return i < one.reached().length ? one.reached()[i] : one.last();
  }

  /** The value after dimension × 10^i evaluations; the last one where the trial had ended. */
  double reachedInDecade(int trial, int i) {
    Trial one = trials.get(trial);
    return i < one.decades().length ? one.decades()[i] : one.last();
  }

  /**
   * Below 0 for a trial that hit the hardest target, the sooner the lower; else the value at the
   * end; infinite for one that failed, on which nobody can rely.
   */
  private static double score(long[] hits, double last, Stop stop) {
    if (stop == Stop.FAILED) {
      return Double.POSITIVE_INFINITY;
    }
    long hit = hits.length == 0 ? 0 : hits[hits.length - 1];
    return hit > 0 ? -1.0 / hit : last;
  }

  /** From the easiest target to the hardest, whose hits come later and later. */
  private long[] hits(TrialRecord record) {
    long[] when = new long[targets.length];
    History history = record.getHistory();
    int k = 0;
    for (int t = 0; t < targets.length && record.getStop() != Stop.FAILED; t++) {
      while (k < history.size() && !(history.value(k) - record.getOptimum() <= targets[t])) {
        k++;
      }
      when[t] = k < history.size() ? history.evaluation(k) : 0;
    }
    return when;
  }
}
