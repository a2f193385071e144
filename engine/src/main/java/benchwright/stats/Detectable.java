package benchwright.stats;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;

/**
 * How large a difference must be for a test to find it four times in five, judged by the spread of
 * the very samples that were tested.
 */
public final class Detectable {
  private static final double POWER = 0.8;

  private Detectable() {}

  /**
   * The shift that the sign test finds in so many differences that spread as these do around their
   * median; differences of 0 tell nothing and do not count. An empirical distribution gives no more
   * than its own width.
   *
   * @param error the probability that the test must be below
   * @return NaN if so few differences can show nothing
   */
  public static double bySigns(double[] differences, double error) {
    double[] rest =
        Arrays.stream(differences).filter(each -> each != 0 && Double.isFinite(each)).toArray();
    int needed = SignTest.needed(rest.length, error);
    if (needed > rest.length) {
      return Double.NaN;
    }
    double median = Sample.of(rest).median();
    double[] both = new double[2 * rest.length];
    for (int i = 0; i < rest.length; i++) {
      both[2 * i] = rest[i] - median;
      both[2 * i + 1] = median - rest[i];
    }
    double low = 0.5;
    double high = 1;
    while (high - low > 1e-9) {
      double middle = (low + high) / 2;
      if (SignTest.atLeast(needed, rest.length, middle) < POWER) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Sample.of(both).quantile(high);
  }

  /**
   * The share down to which {@code share} must fall, of as many trials on both sides, by the
   * arcsine approximation (Cohen, Statistical power analysis for the behavioral sciences, 2nd
   * edition, 1988, chapter 6).
   *
   * @return NaN if not even a fall to 0 would be found
   */
  public static double ofShares(double share, int trials, int otherTrials, double error) {
    double reach = reach(error) * Math.sqrt(1.0 / trials + 1.0 / otherTrials) / 2;
    double angle = StrictMath.asin(Math.sqrt(share)) - reach;
    if (!(angle > 0)) {
      return Double.NaN;
    }
    double sine = StrictMath.sin(angle);
    return sine * sine;
  }

  /**
   * The difference of the means of two samples that spread as these do.
   *
   * @return NaN if a sample has fewer than two numbers
   */
  public static double ofMeans(double[] first, double[] second, double error) {
    double one = Sample.of(first).standardDeviation();
    double other = Sample.of(second).standardDeviation();
    return reach(error) * Math.sqrt(one * one / first.length + other * other / second.length);
  }

  /** In standard errors. */
  private static double reach(double error) {
    return quantile(1 - error / 2) + quantile(POWER);
  }

  private static double quantile(double share) {
    return Math.sqrt(2) * Erf.erfInv(2 * share - 1);
  }
}
