package benchwright.optimizer;

/** How values of the function compare: NaN is worse than any number, and no worse than NaN. */
final class Values {
  private Values() {}

  /** Whether {@code a} is strictly better than {@code b}. */
  static boolean isBetter(double a, double b) {
    return a < b || (Double.isNaN(b) && !Double.isNaN(a));
  }

  /** Whether {@code a} is as good as {@code b}, or better. */
  static boolean isNoWorse(double a, double b) {
    return a <= b || Double.isNaN(b);
  }

  /** The place of the best of the first {@code count} values, the first of equals. */
  static int best(double[] values, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (isBetter(values[i], values[best])) {
        best = i;
      }
    }
    return best;
  }
}
