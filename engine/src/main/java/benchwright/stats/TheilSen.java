package benchwright.stats;

import java.util.Arrays;

/**
 * The median of the slopes of all pairs of points (Sen, Estimates of the Regression Coefficient
 * Based on Kendall's Tau, JASA 63, 1968): a slope that a few wild points do not move.
 */
public final class TheilSen {
  private TheilSen() {}

  /**
   * The slope of y over x; pairs with the same x tell none.
   *
   * @return NaN if no two points differ in x
   * @throws IllegalArgumentException unless there are as many of x as of y
   */
  public static double slope(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " of x, " + y.length + " of y");
    }
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        if (x[i] != x[j]) {
          slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
        }
      }
    }
    return Sample.of(Arrays.copyOf(slopes, count)).median();
  }
}
