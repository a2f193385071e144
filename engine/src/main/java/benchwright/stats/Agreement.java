package benchwright.stats;

/**
 * How far two lists of numbers lie apart: a and b by |a − b| / max(1, |a|, |b|), which is absolute
 * below 1 and relative above. Equal infinities do not differ, nor do two NaN; a number differs from
 * NaN, and an infinity from all else, infinitely.
 *
 * @param compared pairs of numbers: the length of the shorter list
 * @param largest the largest difference; NaN if nothing was compared
 * @param at the index of the first pair that differs most; −1 if none differs
 * @param sameCount whether the lists are of the same length
 */
public record Agreement(int compared, double largest, int at, boolean sameCount) {
  /** Compares number by number, in their order. */
  public static Agreement of(double[] expected, double[] found) {
    int compared = Math.min(expected.length, found.length);
    double largest = compared == 0 ? Double.NaN : 0;
    int at = -1;
    for (int i = 0; i < compared; i++) {
      double difference = difference(expected[i], found[i]);
      if (difference > largest) {
        largest = difference;
        at = i;
      }
    }
    return new Agreement(compared, largest, at, expected.length == found.length);
  }

  private static double difference(double a, double b) {
    if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
      return 0;
    }
    if (!Double.isFinite(a) || !Double.isFinite(b)) {
      return Double.POSITIVE_INFINITY;
    }
    double scale = Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    // Divided first: the difference of two huge numbers may be beyond all numbers.
    return Math.abs(a / scale - b / scale);
  }

  /** Whether they are the same to {@code tolerance}; two empty lists are. */
  public boolean isWithin(double tolerance) {
    return sameCount && !(largest > tolerance);
  }
}
