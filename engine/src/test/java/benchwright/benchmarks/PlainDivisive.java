package benchwright.benchmarks;

import org.apache.commons.math3.stat.inference.TTest;

/**
 * What trends are measured against: the place by the divergence of Matteson and James (JASA 109,
 * 2014, equation 5, α = 1), believed if Student's t-test of its two sides says p &lt; 0.001, as
 * Fleming and others describe it (ICPE 2023). It counts neither places nor series.
 */
final class PlainDivisive {
  private static final int LEAST = 2;
  private static final double ERROR = 0.001;

  private PlainDivisive() {}

  /** Whether any series is said to change. */
  static boolean anyIn(double[][] series) {
    for (double[] each : series) {
      if (changes(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean changes(double[] x) {
    int n = x.length;
    double[][] sums = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sums[i][j + 1] = sums[i][j] + Math.abs(x[i] - x[j]);
      }
    }
    int place = LEAST;
    double most = Double.NEGATIVE_INFINITY;
    double within = 0;
    double beyond = 0;
    for (int i = 0; i < n; i++) {
      beyond += sums[i][i];
    }
    for (int k = 1; k <= n - LEAST; k++) {
      within += sums[k - 1][k - 1];
      beyond -= sums[k - 1][n] - sums[k - 1][k - 1];
      double across = 0;
      for (int i = 0; i < k; i++) {
        across += sums[i][n] - sums[i][k];
      }
      double m = n - k;
      double e = 2 * across / (k * m) - 2 * within / (k * (k - 1.0)) - 2 * beyond / (m * (m - 1));
      if (k >= LEAST && k * m / n * e > most) {
        most = k * m / n * e;
        place = k;
      }
    }
    double[] a = java.util.Arrays.copyOf(x, place);
    double[] b = java.util.Arrays.copyOfRange(x, place, n);
    return new TTest().homoscedasticTTest(a, b) < ERROR;
  }
}
