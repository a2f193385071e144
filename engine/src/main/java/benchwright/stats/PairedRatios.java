package benchwright.stats;

import java.util.Arrays;

/**
 * What pairs of measurements say of a ratio: the logarithms of second over first, their median, and
 * the sign test's interval of the median.
 *
 * <p>Both numbers of a pair were taken side by side, so what the machine did to one it did to the
 * other, about. Nothing is asked of the distribution but that each pair says "larger" as often as
 * "smaller" if there is no difference: W. J. Dixon and A. M. Mood, The Statistical Sign Test,
 * Journal of the American Statistical Association 41 (1946).
 */
public final class PairedRatios {
  private static final double POWER = 0.8;

  private final double[] sorted;
  private final int larger;
  private final int smaller;

  private PairedRatios(double[] logs) {
    this.sorted = logs;
    this.larger = (int) Arrays.stream(logs).filter(log -> log > 0).count();
    this.smaller = (int) Arrays.stream(logs).filter(log -> log < 0).count();
  }

  /** Where a ratio lies; NaN where too few pairs tell. */
  public record Limits(double lower, double upper) {
    /** Nobody knows. */
    public static final Limits UNKNOWN = new Limits(Double.NaN, Double.NaN);
  }

  /**
   * Of {@code second[i] / first[i]}.
   *
   * @throws IllegalArgumentException unless both have the same length and all numbers are positive
   *     and finite
   */
  public static PairedRatios of(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(first.length + " and " + second.length + " are no pairs");
    }
    double[] logs = new double[first.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = StrictMath.log(second[i]) - StrictMath.log(first[i]);
      if (Double.isNaN(logs[i]) || Double.isInfinite(logs[i])) {
        throw new IllegalArgumentException(second[i] + "/" + first[i] + " is no ratio");
      }
    }
    Arrays.sort(logs);
    return new PairedRatios(logs);
  }

  /** How many pairs there are. */
  public int size() {
    return sorted.length;
  }

  /** In how many pairs the second number is the larger one. */
  public int larger() {
    return larger;
  }

  /** In how many pairs the second number is the smaller one. */
  public int smaller() {
    return smaller;
  }

  /** The median of the ratios; NaN without pairs. */
  public double median() {
    return StrictMath.exp(Sample.of(sorted).median());
  }

  /**
   * The interval of the median ratio that holds it with at least {@code confidence}, whatever the
   * distribution: from one order statistic to another, as the sign test says. Unknown where even
   * the whole range holds it with less.
   */
  public Limits interval(double confidence) {
    int n = sorted.length;
    int needed = needed(n, confidence);
    return needed > n
        ? Limits.UNKNOWN
        : new Limits(StrictMath.exp(sorted[n - needed]), StrictMath.exp(sorted[needed - 1]));
  }

  /** How many of n pairs must say the same for an interval to be clear of 1; n + 1 if none can. */
  public static int needed(int pairs, double confidence) {
    return Binomial.critical(pairs, (1 - confidence) / 2);
  }

  /** The fewest pairs that have an interval at all: six for 0.95. */
  public static int least(double confidence) {
    int pairs = 1;
    while (needed(pairs, confidence) > pairs) {
      pairs++;
    }
    return pairs;
  }

  /**
   * The sign test: how probably fair coins lean at least so far to either side. Pairs of equal
   * numbers say nothing and are left out; NaN where nothing is left.
   */
  public double p() {
    int told = larger + smaller;
    return told == 0
        ? Double.NaN
        : Math.min(1, 2 * Binomial.atLeast(Math.max(larger, smaller), told, 0.5));
  }

  /**
   * The smallest growth, such as 0.2 for 20 %, that so many pairs with such noise show four times
   * in five: then the interval of {@code confidence} lies above 1. The noise is that of these
   * pairs, around their median, with both signs.
   *
   * @return NaN where so many pairs can show nothing
   */
  public double detectable(double confidence) {
    int n = sorted.length;
    int needed = needed(n, confidence);
    if (needed > n) {
      return Double.NaN;
    }
    double low = 0.5;
    double high = 1;
    while (high - low > 1e-9) {
      double middle = (low + high) / 2;
      if (Binomial.atLeast(needed, n, middle) < POWER) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double median = Sample.of(sorted).median();
    double[] noise = new double[2 * n];
    for (int i = 0; i < n; i++) {
      noise[2 * i] = sorted[i] - median;
      noise[2 * i + 1] = median - sorted[i];
    }
    return StrictMath.expm1(Sample.of(noise).quantile(high));
  }
}
