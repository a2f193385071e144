package benchwright.stats;

/**
 * How far two average ranks must lie apart to differ significantly (Nemenyi, Distribution-free
 * multiple comparisons, 1963; Demšar, JMLR 7, 2006, equation for CD).
 */
public final class Nemenyi {
  private static final double REACH = 8;
  private static final int STEPS = 400;

  private Nemenyi() {}

  /**
   * The critical difference: q·√(k(k + 1) / 6n).
   *
   * @param treatments k, at least 2
   * @param blocks n, at least 1
   * @param error such as 0.05
   */
  public static double criticalDifference(int treatments, int blocks, double error) {
    double k = treatments;
    return quantile(treatments, error) * Math.sqrt(k * (k + 1) / (6.0 * blocks));
  }

  /**
   * q: the quantile at 1 − {@code error} of the studentized range of {@code treatments} numbers
   * with infinitely many degrees of freedom, divided by √2; found by bisection.
   */
  public static double quantile(int treatments, double error) {
    if (treatments < 2) {
      throw new IllegalArgumentException("a range needs two numbers");
    }
    double low = 0;
    double high = 20;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (below(treatments, middle * Math.sqrt(2)) < 1 - error) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * P(range of k standard normal numbers ≤ q): the integral over the smallest of them, of k φ(z)
   * (Φ(z + q) − Φ(z))^(k − 1), by Simpson's rule.
   */
  private static double below(int k, double q) {
    double width = 2 * REACH / STEPS;
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double z = -REACH + i * width;
      double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
      double density = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      double between = Tails.normalBelow(z + q) - Tails.normalBelow(z);
      sum += weight * k * density * StrictMath.pow(between, k - 1);
    }
    return sum * width / 3;
  }
}
