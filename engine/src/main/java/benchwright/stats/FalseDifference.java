package benchwright.stats;

import java.util.Arrays;

/**
 * How different launches of identical code look, in the order in which they were made: two sides, A
 * and B, that are the same in truth.
 *
 * @param median of all launches
 * @param spread the standard deviation over the mean
 * @param side how many launches of each side were compared: ten, or a quarter of all if that is
 *     fewer, in every window of so many neighbours
 * @param block the largest difference of medians, |B/A − 1|, where all of A comes before all of B;
 *     NaN with fewer than twelve launches
 * @param paired the largest difference where they take turns A B B A, by the median of the pairs'
 *     ratios
 * @param ratios the logarithms of the pairs' ratios B/A, without a side: each with both signs
 */
public record FalseDifference(
    double median, double spread, int side, double block, double paired, Sample ratios) {
  private static final int LEAST = 12;
  private static final int SIDE = 10;
  private static final double POWER = 0.8;
  private static final double ERROR = 0.05;

  /** Compares. */
  public static FalseDifference of(double... launches) {
    Sample sample = Sample.of(launches);
    double spread = sample.standardDeviation() / sample.mean();
    int n = launches.length;
    if (n < LEAST) {
      return new FalseDifference(sample.median(), spread, 0, Double.NaN, Double.NaN, Sample.of());
    }
    int side = Math.min(SIDE, n / 4);
    double block = 0;
    double paired = 0;
    for (int start = 0; start + 2 * side <= n; start++) {
      double[] window = Arrays.copyOfRange(launches, start, start + 2 * side);
      block = Math.max(block, Math.abs(block(window)));
      paired = Math.max(paired, Math.abs(Sample.of(pairs(window)).median()));
    }
    double[] ratios = pairs(launches);
    double[] both = new double[2 * ratios.length];
    for (int i = 0; i < ratios.length; i++) {
      both[2 * i] = ratios[i];
      both[2 * i + 1] = -ratios[i];
    }
    return new FalseDifference(
        sample.median(),
        spread,
        side,
        StrictMath.expm1(block),
        StrictMath.expm1(paired),
        Sample.of(both));
  }

  private static double block(double[] window) {
    int side = window.length / 2;
    double a = Sample.of(Arrays.copyOf(window, side)).median();
    double b = Sample.of(Arrays.copyOfRange(window, side, 2 * side)).median();
    return StrictMath.log(b / a);
  }

  /** Of A B, B A, A B, …: the logarithms of B/A. */
  private static double[] pairs(double[] launches) {
    double[] ratios = new double[launches.length / 2];
    for (int i = 0; i < ratios.length; i++) {
      double ratio = StrictMath.log(launches[2 * i + 1] / launches[2 * i]);
      ratios[i] = i % 2 == 0 ? ratio : -ratio;
    }
    return ratios;
  }

  /**
   * The smallest slowdown, such as 0.2 for 20 %, that this many pairs find four times in five: the
   * 95 % interval of the sign test lies above zero if enough of the pairs say slower, and so many
   * do if a pair's noise is below the slowdown often enough.
   *
   * @return NaN with fewer than twelve launches
   * @throws IllegalArgumentException for fewer than six pairs, which can find nothing
   */
  public double detectable(int pairs) {
    int needed = needed(pairs);
    double low = 0.5;
    double high = 1;
    while (high - low > 1e-9) {
      double middle = (low + high) / 2;
      if (Binomial.atLeast(needed, pairs, middle) < POWER) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return StrictMath.expm1(ratios.quantile(high));
  }

  /** How many of n pairs must say the same for the sign test to believe it. */
  static int needed(int pairs) {
    int needed = PairedRatios.needed(pairs, 1 - ERROR);
    if (needed > pairs) {
      throw new IllegalArgumentException(pairs + " pairs can find nothing");
    }
    return needed;
  }
}
