package benchwright.stats;

import java.util.Arrays;

/**
 * Where a series most probably changed its level, and how probable so large a change were if it had
 * not: Student's t of the two sides, largest over all places where they can part, each side at
 * least {@link #LEAST} long.
 *
 * <p>Also a stretch that differs from what lies before and after it together (Olshen and others,
 * Circular binary segmentation, Biostatistics 5, 2004), which one place of parting would not show.
 *
 * <p>The deterministic t-test in place of permutations is that of Fleming and others (Hunter: Using
 * Change Point Detection to Hunt for Performance Regressions, ICPE 2023). Unlike there, p counts
 * all places that were tried (Bonferroni), single wild values are tamed first, and noise whose
 * neighbours resemble each other counts for less: t is divided by √((1 + ρ)/(1 − ρ)). The newest
 * places have half of the error, because what happens there is news.
 *
 * @param from the first place of the other level; 0 if the series is too short
 * @param to where the level returns; the length of the series if it does not
 * @param p after all places that were tried
 * @param correlation of neighbours, corrected for its bias in a short series
 */
public record LevelShift(int from, int to, double p, double correlation) {
  /** How many values a level has at least. */
  public static final int LEAST = 5;

  /** Of the error allowed, the part for changes that last; the rest is for stretches. */
  private static final double LASTING = 0.8;

  /** So many of the places for a change that lasts are the newest. */
  private static final int NEWEST = 8;

  /**
   * Of the error for changes that last, the part for the newest places: who looks after each run
   * has looked at the others before.
   */
  private static final double OF_NEWEST = 0.5;

  private static final double STRONGEST = 0.9;

  /**
   * The largest.
   *
   * @param leastCorrelation of neighbours, known from elsewhere, such as from like series; 0 if
   *     nothing is known
   */
  public static LevelShift strongest(double[] values, double leastCorrelation) {
    int n = values.length;
    if (n < 2 * LEAST) {
      return new LevelShift(0, n, 1, Double.NaN);
    }
    double[] y = Outlying.tamed(values);
    double[] sums = sums(y);
    LevelShift lasting = lasting(y, sums, leastCorrelation);
    LevelShift stretch = stretch(y, sums, leastCorrelation);
    return stretch.p() < lasting.p() ? stretch : lasting;
  }

  /** The place between two levels that explains most, known that there are two. */
  static int place(double[] values) {
    double[] y = Outlying.tamed(values);
    return lasting(y, sums(y), 0).from();
  }

  private static LevelShift lasting(double[] y, double[] sums, double leastCorrelation) {
    int n = y.length;
    int newest = Math.max(LEAST, n - LEAST - NEWEST + 1);
    LevelShift late = lasting(y, sums, newest, n - LEAST, LASTING * OF_NEWEST, leastCorrelation);
    if (newest == LEAST) {
      return late;
    }
    LevelShift early =
        lasting(y, sums, LEAST, newest - 1, LASTING * (1 - OF_NEWEST), leastCorrelation);
    return late.p() < early.p() ? late : early;
  }

  private static LevelShift lasting(
      double[] y, double[] sums, int first, int last, double share, double leastCorrelation) {
    int n = y.length;
    int place = first;
    double most = -1;
    for (int k = first; k <= last; k++) {
      double between = between(sums[k], k, n);
      if (between > most) {
        most = between;
        place = k;
      }
    }
    return judged(y, place, n, (last - first + 1) / share, leastCorrelation);
  }

  private static LevelShift stretch(double[] y, double[] sums, double leastCorrelation) {
    int n = y.length;
    int from = 0;
    int to = n;
    double most = -1;
    int tried = 0;
    for (int i = LEAST; i <= n - 2 * LEAST; i++) {
      for (int j = i + LEAST; j <= n - LEAST; j++) {
        tried++;
        double between = between(sums[j] - sums[i], j - i, n);
        if (between > most) {
          most = between;
          from = i;
          to = j;
        }
      }
    }
    return tried == 0
        ? new LevelShift(0, n, 1, Double.NaN)
        : judged(y, from, to, tried / (1 - LASTING), leastCorrelation);
  }

  /** Sums from the first value on, of what is centred. */
  private static double[] sums(double[] y) {
    double mean = 0;
    for (double value : y) {
      mean += value / y.length;
    }
    double[] sums = new double[y.length + 1];
    for (int i = 0; i < y.length; i++) {
      y[i] -= mean;
      sums[i + 1] = sums[i] + y[i];
    }
    return sums;
  }

  /** The sum of squares between k of n centred values with this sum and the others. */
  private static double between(double sum, int k, int n) {
    return sum * sum / k + sum * sum / (n - k);
  }

  private static LevelShift judged(
      double[] y, int from, int to, double tried, double leastCorrelation) {
    int n = y.length;
    double inside = 0;
    for (int i = from; i < to; i++) {
      inside += y[i];
    }
    int k = to - from;
    double[] rest = new double[n];
    double within = 0;
    for (int i = 0; i < n; i++) {
      rest[i] = y[i] - (i >= from && i < to ? inside / k : -inside / (n - k));
      within += rest[i] * rest[i];
    }
    double between = between(inside, k, n);
    if (between == 0) {
      return new LevelShift(from, to, 1, Double.NaN);
    }
    double correlation = Math.min(correlation(rest, within), correlation(y));
    double used = Math.max(0, Math.min(STRONGEST, Math.max(correlation, leastCorrelation)));
    double squared = between / (within / (n - 2)) * (1 - used) / (1 + used);
    double p = Tails.fisherAbove(squared, 1, n - 2);
    return new LevelShift(from, to, Math.min(1, p * tried), correlation);
  }

  /**
   * The most that neighbours can have in common for all that changes of level, however many, add to
   * it: for noise of first order, the mean square of differences over two steps is 1 + ρ times that
   * over one (von Neumann's ratio, Annals of Mathematical Statistics 12, 1941). The largest tenth,
   * where levels change, is left out. Two standard errors above that.
   */
  private static double correlation(double[] y) {
    return meanSquare(y, 2) / meanSquare(y, 1) - 1 + 2 / Math.sqrt(y.length);
  }

  private static double meanSquare(double[] y, int steps) {
    double[] squares = new double[y.length - steps];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = (y[i + steps] - y[i]) * (y[i + steps] - y[i]);
    }
    Arrays.sort(squares);
    double sum = 0;
    int used = squares.length - squares.length / 10;
    for (int i = 0; i < used; i++) {
      sum += squares[i];
    }
    return sum / used;
  }

  /** Of neighbours, with what fitting two levels takes from it given back. */
  private static double correlation(double[] rest, double squares) {
    double products = 0;
    for (int i = 1; i < rest.length; i++) {
      products += rest[i] * rest[i - 1];
    }
    double raw = squares == 0 ? 0 : products / squares;
    return raw + (2 + 3 * raw) / rest.length;
  }
}
