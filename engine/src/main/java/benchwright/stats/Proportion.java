package benchwright.stats;

/**
 * A share estimated from {@code successes} out of {@code trials}, with the intervals of confidence
 * 95 % that hold for small samples too.
 */
public record Proportion(int successes, int trials) {
  /** Both ends included. */
  public record Range(double lower, double upper) {}

  private static final double ERROR = 0.05;

  /** The quantile of the standard normal distribution at 1 − {@link #ERROR} / 2. */
  private static final double Z = 1.959963984540054;

  /**
   * @throws IllegalArgumentException unless 0 ≤ successes ≤ trials and there is a trial.
   */
  public Proportion {
    if (successes < 0 || successes > trials || trials < 1) {
      throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
    }
  }

  public double rate() {
    return (double) successes / trials;
  }

  /** The score interval (Wilson, Probable Inference, JASA 22, 1927). */
  public Range wilson() {
    double n = trials;
    double p = rate();
    double scale = 1 / (1 + Z * Z / n);
    double centre = scale * (p + Z * Z / (2 * n));
    double reach = scale * Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    // At the ends the formula is exact, its rounding is not.
    return new Range(
        successes == 0 ? 0 : Math.max(0, centre - reach),
        successes == trials ? 1 : Math.min(1, centre + reach));
  }

  /**
   * The exact interval (Clopper and Pearson, The Use of Confidence or Fiducial Limits, Biometrika
   * 26, 1934): its ends are the shares for which a result as extreme as this one has half the
   * error's probability.
   */
  public Range clopperPearson() {
    double lower = successes == 0 ? 0 : shareWithTail(successes, trials);
    double upper = successes == trials ? 1 : 1 - shareWithTail(trials - successes, trials);
    return new Range(lower, upper);
  }

  /**
   * The share p with P(X ≥ k) = ERROR / 2 for X binomial with n and p, by bisection to the last
   * bit.
   */
  private static double shareWithTail(int k, int n) {
    double logChoose = logChoose(n, k);
    double low = 0;
    double high = 1;
    while (true) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        return middle;
      }
      if (tail(k, n, middle, logChoose) < ERROR / 2) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /** P(X ≥ k); the terms one from the other, the first by logarithms, as powers would underflow. */
  private static double tail(int k, int n, double p, double logChoose) {
    double term =
        StrictMath.exp(logChoose + k * StrictMath.log(p) + (n - k) * StrictMath.log1p(-p));
    double odds = p / (1 - p);
    double sum = term;
    for (int i = k; i < n && term > 0; i++) {
      term *= odds * (n - i) / (i + 1);
      sum += term;
    }
    return sum;
  }

  private static double logChoose(int n, int k) {
    double sum = 0;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      sum += StrictMath.log((double) (n - Math.min(k, n - k) + i) / i);
    }
    return sum;
  }
}
