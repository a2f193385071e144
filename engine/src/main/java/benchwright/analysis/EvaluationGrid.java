package benchwright.analysis;

import benchwright.artifact.History;
import java.util.Arrays;

/**
 * The evaluations at which curves of convergence are looked at: 1 to 10, then twelve a decade, the
 * same for every trial, so that trials of different budgets can be set beside each other.
 */
final class EvaluationGrid {
  private static final int PER_DECADE = 12;
  private static final int DECADES = 15;

  private EvaluationGrid() {}

  /** Ascending, up to 10^16. */
  static long[] points() {
    long[] points = new long[10 + PER_DECADE * DECADES];
    for (int i = 0; i < 10; i++) {
      points[i] = i + 1L;
    }
    for (int i = 10; i < points.length; i++) {
      points[i] = (long) Math.floor(StrictMath.pow(10, 1 + (i - 9) / (double) PER_DECADE) + 1e-6);
    }
    return points;
  }

  /** Dimension × 10^i evaluations, i from 0 on. */
  static long[] decades(int dimension) {
    long[] points = new long[DECADES];
    long point = dimension;
    for (int i = 0; i < points.length; i++) {
      points[i] = point;
      point = point > Long.MAX_VALUE / 10 ? Long.MAX_VALUE : 10 * point;
    }
    return points;
  }

  /**
   * How far above {@code optimum} the best values of {@code history} are at all points up to {@code
   * spent} evaluations; infinite before the first.
   */
  static double[] values(long[] points, History history, long spent, double optimum) {
    int found = Arrays.binarySearch(points, spent);
    double[] values = new double[found >= 0 ? found + 1 : -found - 1];
    int k = 0;
    for (int i = 0; i < values.length; i++) {
      while (k < history.size() && history.evaluation(k) <= points[i]) {
        k++;
      }
      values[i] = k == 0 ? Double.POSITIVE_INFINITY : history.value(k - 1) - optimum;
    }
    return values;
  }
}
