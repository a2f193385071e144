package benchwright.analysis;

import benchwright.artifact.BudgetRow;
import benchwright.artifact.Interval;
import benchwright.artifact.Restarts;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import benchwright.stats.Bootstrap;
import benchwright.stats.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a row says beyond counts: intervals, fixed budgets, restarts, the best of 2009. */
final class RowMeasures {
  /** Smaller distances count as this one in a geometric mean: the hardest target of COCO. */
  static final double FLOOR = 1e-8;

  private static final int RESAMPLES = 1_000;

  private final BestOf2009 best;
  private final Bootstrap bootstrap = new Bootstrap(RESAMPLES, 0.05);

  RowMeasures(BestOf2009 best) {
    this.best = best;
  }

  /** The complete row of a cell. */
  SummaryRow row(Cell cell) {
    SummaryRow row = cell.row();
    int hardest = row.targets().size() - 1;
    return row.withMeasures(
        targets(cell, row.targets()),
        budgets(cell),
        hardest < 0 ? Restarts.UNKNOWN : SimulatedRestarts.of(cell, hardest, RESAMPLES));
  }

  /** With intervals where the target is a power of ten, and for the hardest. */
  private List<TargetRow> targets(Cell cell, List<TargetRow> plain) {
    int[] chosen = new int[plain.size()];
    int size = 0;
    for (int t = 0; t < plain.size(); t++) {
      if (isPowerOfTen(plain.get(t).target()) || t == plain.size() - 1) {
        chosen[size++] = t;
      }
    }
    chosen = Arrays.copyOf(chosen, size);
    List<Interval> intervals = intervals(cell, chosen);
    List<TargetRow> rows = new ArrayList<>(plain);
    for (int i = 0; i < chosen.length; i++) {
      TargetRow row = plain.get(chosen[i]);
      rows.set(
          chosen[i],
          new TargetRow(
              row.target(),
              row.ert(),
              row.successes(),
              intervals.get(i),
              best.time(cell.function(), cell.dimension(), row.target())));
    }
    return rows;
  }

  /** Without a hit there is nothing to draw: infinite, whatever is drawn. */
  private List<Interval> intervals(Cell cell, int[] chosen) {
    int[] hit = Arrays.stream(chosen).filter(t -> hits(cell, t) > 0).toArray();
    List<Interval> intervals = new ArrayList<>();
    if (hit.length > 0) {
      double[][] cost = new double[cell.trials()][hit.length];
      double[][] hits = new double[cell.trials()][hit.length];
      for (int trial = 0; trial < cell.trials(); trial++) {
        for (int i = 0; i < hit.length; i++) {
          long when = cell.hit(trial, hit[i]);
          cost[trial][i] = when > 0 ? when : cell.spent(trial);
          hits[trial][i] = when > 0 ? 1 : 0;
        }
      }
      for (Bootstrap.Range range : bootstrap.ratios(cost, hits)) {
        intervals.add(new Interval(range.lower(), range.upper()));
      }
    }
    // Whatever hits a target hits the easier ones: those without a hit come last.
    while (intervals.size() < chosen.length) {
      intervals.add(new Interval(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    }
    return intervals;
  }

  private static int hits(Cell cell, int target) {
    int hits = 0;
    for (int trial = 0; trial < cell.trials(); trial++) {
      hits += cell.hit(trial, target) > 0 ? 1 : 0;
    }
    return hits;
  }

  /** After dimension × 1, 10, 100, … evaluations, and after all. */
  private static List<BudgetRow> budgets(Cell cell) {
    List<BudgetRow> rows = new ArrayList<>();
    long whole = cell.largestBudget();
    long[] decades = EvaluationGrid.decades(cell.dimension());
    double[] values = new double[cell.trials()];
    for (int i = 0; i < decades.length && decades[i] < whole; i++) {
      for (int trial = 0; trial < values.length; trial++) {
        values[trial] = cell.reachedInDecade(trial, i);
      }
      rows.add(budget(decades[i], values, cell.known()));
    }
    for (int trial = 0; trial < values.length; trial++) {
      values[trial] = cell.last(trial);
    }
    rows.add(budget(whole, values, cell.known()));
    return rows;
  }

  private static BudgetRow budget(long evaluations, double[] values, boolean known) {
    Sample sample = Sample.of(values);
    return new BudgetRow(
        evaluations,
        sample.mean(),
        sample.median(),
        known ? geometricMean(values) : Double.NaN,
        sample.standardDeviation(),
        sample.quantile(0.25),
        sample.quantile(0.75));
  }

  private static double geometricMean(double[] values) {
    double[] logarithms = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      logarithms[i] = StrictMath.log(Math.max(values[i], FLOOR));
    }
    return StrictMath.exp(Sample.of(logarithms).mean());
  }

  static boolean isPowerOfTen(double target) {
    double exponent = StrictMath.log10(target);
    return Math.abs(exponent - Math.rint(exponent)) < 1e-9;
  }
}
