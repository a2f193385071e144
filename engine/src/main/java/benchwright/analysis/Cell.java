package benchwright.analysis;

import benchwright.artifact.History;
import benchwright.artifact.Stop;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TrialRecord;
import java.util.Arrays;

/**
 * The trials of one optimizer on one function in one dimension, with all that curves and tests need
 * of them: when each target was hit, what was reached when. About 1 kB a trial.
 */
final class Cell {
  private final String optimizer;
  private final String function;
  private final int dimension;
  private final double[] targets;
  private final long[] grid;
  private final RowSum sum;
  private double[][] reached = new double[8][];
  private double[] last = new double[8];
  private long[] spent = new long[8];
  private long[] budget = new long[8];
  private long[][] hits = new long[8][];
  private boolean known = true;

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

  void add(TrialRecord record) {
    int trial = sum.trials();
    if (trial == last.length) {
      reached = Arrays.copyOf(reached, 2 * trial);
      last = Arrays.copyOf(last, 2 * trial);
      spent = Arrays.copyOf(spent, 2 * trial);
      budget = Arrays.copyOf(budget, 2 * trial);
      hits = Arrays.copyOf(hits, 2 * trial);
    }
    boolean optimumKnown = !Double.isNaN(record.getOptimum());
    double optimum = optimumKnown ? record.getOptimum() : 0;
    known &= optimumKnown;
    History history = record.getHistory();
    double[] values = EvaluationGrid.values(grid, history, record.getEvaluations());
    for (int i = 0; i < values.length; i++) {
      values[i] -= optimum;
    }
    reached[trial] = values;
    last[trial] =
        history.size() == 0
            ? Double.POSITIVE_INFINITY
            : history.value(history.size() - 1) - optimum;
    spent[trial] = record.getEvaluations();
    budget[trial] = record.getBudget();
    hits[trial] = optimumKnown ? hits(record) : new long[targets.length];
    sum.add(record);
  }

  /** The row without what takes a bootstrap. */
  SummaryRow row() {
    return sum.toRow();
  }

  int trials() {
    return sum.trials();
  }

  /** Whether the values are distances to the optimum. */
  boolean known() {
    return known;
  }

  /**
   * The evaluation at which a target was hit, by its index from the easiest on; 0 if it was not.
   */
  long hit(int trial, int target) {
    return hits[trial][target];
  }

  long spent(int trial) {
    return spent[trial];
  }

  long budget(int trial) {
    return budget[trial];
  }

  /** The value at the end. */
  double last(int trial) {
    return last[trial];
  }

  /** The most that any trial spent. */
  long mostSpent() {
    long most = 0;
    for (int trial = 0; trial < trials(); trial++) {
      most = Math.max(most, spent[trial]);
    }
    return most;
  }

  /** The value at point {@code i} of the grid; the last one where the trial had ended. */
  double reached(int trial, int i) {
    return i < reached[trial].length ? reached[trial][i] : last[trial];
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
