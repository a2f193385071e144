package benchwright.optimizer;

/**
 * When a population has nothing left to search with, and an independent restart is a better use of
 * the budget: its values differ by rounding only, or its points do.
 *
 * <p>A population on a plateau has collapsed too: it cannot tell one direction from another.
 */
final class Collapse {
  /** Of the best value; doubles resolve about 1e-16 of it, and sums of many terms less. */
  private static final double SMALLEST_DIFFERENCE = 1e-12;

  /** Of the box's width, in every coordinate. */
  private static final double SMALLEST_SPREAD = 1e-12;

  private Collapse() {}

  /** Whether the first {@code count} points, of these values, have collapsed. */
  static boolean isReached(Box box, double[][] points, double[] values, int count) {
    return valuesAgree(values, count) || pointsAgree(box, points, count);
  }

  private static boolean valuesAgree(double[] values, int count) {
    double best = values[0];
    double worst = values[0];
    for (int i = 1; i < count; i++) {
      if (Values.isBetter(values[i], best)) {
        best = values[i];
      } else if (Values.isBetter(worst, values[i])) {
        worst = values[i];
      }
    }
    // The first for values that are all infinite or NaN, which have no difference.
    return !Values.isBetter(best, worst) || worst - best <= SMALLEST_DIFFERENCE * Math.abs(best);
  }

  private static boolean pointsAgree(Box box, double[][] points, int count) {
    for (int j = 0; j < box.dimension; j++) {
      double least = points[0][j];
      double most = least;
      for (int i = 1; i < count; i++) {
        least = Math.min(least, points[i][j]);
        most = Math.max(most, points[i][j]);
      }
      if (most - least > SMALLEST_SPREAD * box.width[j]) {
        return false;
      }
    }
    return true;
  }
}
