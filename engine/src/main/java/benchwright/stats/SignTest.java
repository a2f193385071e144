package benchwright.stats;

import java.util.Arrays;
import org.apache.commons.math3.special.Beta;

/**
 * The sign test, two-sided and exact, whether differences lie around 0, and the interval of their
 * median that goes with it (Conover, Practical Nonparametric Statistics, 3rd edition, 1999, chapter
 * 3). It asks nothing of how differences are distributed; those of 0 are left out of the test, not
 * of the interval. Infinities are numbers.
 *
 * @param positive how many differences are above 0
 * @param negative how many are below
 * @param p the probability of a result at least as extreme if both signs are as likely; 1 if all
 *     differences are 0
 */
public record SignTest(int positive, int negative, double p) {
  /** Both ends included; NaN where so few numbers have no interval. */
  public record Range(double lower, double upper) {}

  /**
   * Tests.
   *
   * @throws IllegalArgumentException if a difference is NaN
   */
  public static SignTest of(double... differences) {
    int positive = 0;
    int negative = 0;
    for (double each : differences) {
      if (Double.isNaN(each)) {
        throw new IllegalArgumentException("NaN has no sign");
      }
      positive += each > 0 ? 1 : 0;
      negative += each < 0 ? 1 : 0;
    }
    int n = positive + negative;
    double p = n == 0 ? 1 : Math.min(1, 2 * atMost(Math.min(positive, negative), n));
    return new SignTest(positive, negative, p);
  }

  /** The least probability that so many differences can lead to: if all have the same sign. */
  public double least() {
    return leastOf(positive + negative);
  }

  /** The same of {@code n} differences that are not 0; Wilcoxon's test can lead to no less. */
  public static double leastOf(int n) {
    return n == 0 ? 1 : StrictMath.scalb(1.0, 1 - n);
  }

  /**
   * Where the median of what {@code values} were drawn from lies, between two of them: the
   * narrowest such interval that misses it with a probability of at most {@code error}.
   */
  public static Range median(double[] values, double error) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int left = -1;
    while (left + 1 < n - left - 1 && 2 * atMost(left + 1, n) <= error) {
      left++;
    }
    return left < 0
        ? new Range(Double.NaN, Double.NaN)
        : new Range(sorted[left], sorted[n - 1 - left]);
  }

  /**
   * How many of n differences must have the same sign for a probability of at most {@code error}; n
   * + 1 if not even all of them suffice.
   */
  static int needed(int n, double error) {
    int needed = n + 1;
    while (needed > (n + 1) / 2 && 2 * atMost(n - (needed - 1), n) <= error) {
      needed--;
    }
    return needed;
  }

  /** P(X ≤ k) for X binomial with n and 1/2. */
  private static double atMost(int k, int n) {
    if (k < 0) {
      return 0;
    }
    return k >= n ? 1 : Beta.regularizedBeta(0.5, (double) n - k, k + 1.0);
  }

  /** P(X ≥ k) for X binomial with n and p. */
  static double atLeast(int k, int n, double p) {
    if (k <= 0) {
      return 1;
    }
    return k > n ? 0 : Beta.regularizedBeta(p, k, n - k + 1.0);
  }
}
