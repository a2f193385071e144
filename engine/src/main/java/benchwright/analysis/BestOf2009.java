package benchwright.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The expected running times of the best entry of BBOB-2009 on each problem: best for each target
 * by itself, so that no single optimizer is as good as all of them.
 */
final class BestOf2009 {
  private static final double[] TARGETS = {1e2, 1e1, 1, 1e-1, 1e-2, 1e-3, 1e-5, 1e-7, 1e-8};

  private final Map<String, double[]> byProblem = new LinkedHashMap<>();

  private BestOf2009() {}

  /** Those of the noiseless functions in 2, 3, 5, 10, 20 and 40 dimensions, read anew. */
  static BestOf2009 read() {
    BestOf2009 best = new BestOf2009();
    for (String[] cells : PublishedResults.rows("bbob-2009-best.tsv")) {
      double[] times = new double[TARGETS.length];
      for (int t = 0; t < times.length; t++) {
        times[t] = Double.parseDouble(cells[t + 2]);
      }
      best.byProblem.put("bbob-f" + cells[0] + "/" + cells[1], times);
    }
    return best;
  }

  /** In evaluations; NaN where nothing is known. */
  double time(String function, int dimension, double target) {
    double[] times = byProblem.get(function + "/" + dimension);
    for (int t = 0; times != null && t < TARGETS.length; t++) {
      if (TARGETS[t] == target) {
        return times[t];
      }
    }
    return Double.NaN;
  }
}
