package benchwright.stats;

import java.util.Arrays;

/**
 * Single wild values of a series in time, pulled towards their neighbours (Hampel, The Influence
 * Curve and its Role in Robust Estimation, JASA 69, 1974; Pearson, Outliers in Process Modeling and
 * Identification, IEEE TCST 10, 2002).
 *
 * <p>A value may lie three robust standard deviations from the median of itself and four neighbours
 * to each side. So up to four wild runs in nine do no harm, and a step that lasts for five is kept.
 */
final class Outlying {
  private static final int REACH = 4;
  private static final double FARTHEST = 3;

  /** The standard deviation of a normal distribution over its median absolute deviation. */
  private static final double NORMAL = 1.4826;

  /** How much smaller distances from such a median are than those from the true level. */
  private static final double FITTED = 1.15;

  private Outlying() {}

  /** As many values, in the same order. */
  static double[] tamed(double[] values) {
    int n = values.length;
    double[] middle = new double[n];
    double[] distance = new double[n];
    for (int i = 0; i < n; i++) {
      int from = Math.max(0, i - REACH);
      int to = Math.min(n, i + REACH + 1);
      middle[i] = Sample.of(Arrays.copyOfRange(values, from, to)).median();
      distance[i] = Math.abs(values[i] - middle[i]);
    }
    double most = FARTHEST * NORMAL * FITTED * Sample.of(distance).median();
    double[] tamed = new double[n];
    for (int i = 0; i < n; i++) {
      tamed[i] = Math.max(middle[i] - most, Math.min(middle[i] + most, values[i]));
    }
    return tamed;
  }
}
