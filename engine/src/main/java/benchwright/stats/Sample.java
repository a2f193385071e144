package benchwright.stats;

import java.util.Arrays;

/**
 * A sample of numbers, kept sorted, so that what is computed from it does not depend on the order
 * in which the numbers came.
 *
 * <p>Infinite numbers are numbers here: the mean of a sample that holds one infinity is that
 * infinity, its standard deviation NaN.
 */
public final class Sample {
  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  /** The sample of {@code values}, which are copied. */
  public static Sample of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Sample(sorted);
  }

  public int size() {
    return sorted.length;
  }

  /** The sum in ascending order, divided by the size; NaN if the sample is empty. */
  public double mean() {
    double sum = 0;
    for (double value : sorted) {
      sum += value;
    }
    return sum / sorted.length;
  }

  /** The middle number, or the mean of the two middle ones; NaN if the sample is empty. */
  public double median() {
    return quantile(0.5);
  }

  /**
   * The quantile of type 7 of Hyndman and Fan (Sample Quantiles in Statistical Packages, The
   * American Statistician 50, 1996): linear between the order statistics, both ends included.
   *
   * @return NaN if the sample is empty.
   */
  public double quantile(double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    double weight = place - below;
    double low = sorted[below];
    // Not interpolated where it would not matter: infinity times zero is NaN.
    if (weight == 0 || low == sorted[below + 1]) {
      return low;
    }
    return low * (1 - weight) + sorted[below + 1] * weight;
  }

  /** The standard deviation with n − 1; NaN for fewer than two numbers. */
  public double standardDeviation() {
    if (sorted.length < 2) {
      return Double.NaN;
    }
    double mean = mean();
    double sum = 0;
    for (double value : sorted) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / (sorted.length - 1));
  }

  /**
   * The median of the distances from the median, not scaled to a normal distribution; NaN if the
   * sample is empty.
   */
  public double medianAbsoluteDeviation() {
    double median = median();
    double[] distances = new double[sorted.length];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.abs(sorted[i] - median);
    }
    return of(distances).median();
  }

  /** The smallest number; NaN if the sample is empty. */
  public double smallest() {
    return sorted.length == 0 ? Double.NaN : sorted[0];
  }

  /** The largest number; NaN if the sample is empty. */
  public double largest() {
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
  }
}
