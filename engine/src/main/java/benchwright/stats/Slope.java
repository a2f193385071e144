package benchwright.stats;

import java.util.Arrays;

/**
 * A straight line through a series, a value a step, that few wild values do not move, with an
 * interval of its slope (Sen, JASA 63, 1968, section 5) and the test whether there is one at all.
 *
 * @param value of a step
 * @param lower of the interval of confidence 95 %
 * @param upper likewise
 * @param middle the place that the line goes through, with {@code level}: medians of both
 * @param p by Mann and Kendall, with what neighbours have in common taken into account
 */
public record Slope(
    double value, double lower, double upper, double middle, double level, double p) {
  private static final double TWO_SIDED_95 = 1.959963984540054;
  private static final double STRONGEST = 0.9;

  /** Of at least two finite values. */
  public static Slope of(double[] values, double leastCorrelation) {
    int n = values.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[count++] = (values[j] - values[i]) / (j - i);
      }
    }
    Arrays.sort(slopes);
    double value = Sample.of(slopes).median();
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      rest[i] = values[i] - value * i;
    }
    double correlation = Math.max(leastCorrelation, correlation(rest));
    MannKendall test = MannKendall.of(values, Math.max(0, Math.min(STRONGEST, correlation)));
    double reach = TWO_SIDED_95 * Math.sqrt(test.variance());
    int low = (int) Math.max(0, Math.rint((count - reach) / 2) - 1);
    int high = (int) Math.min(count - 1, Math.rint((count + reach) / 2));
    return new Slope(
        value, slopes[low], slopes[high], (n - 1) / 2.0, Sample.of(values).median(), test.p());
  }

  /** The line at a place, 0 for the first value. */
  public double at(double place) {
    return level + value * (place - middle);
  }

  /**
   * Where the line crosses {@code limit}, and where the steepest and the flattest line of the
   * interval do; places count from the first value. Infinite for a line that never does.
   */
  public Crossing crossing(double limit) {
    double first = place(limit, value > 0 ? upper : lower);
    double last = place(limit, value > 0 ? lower : upper);
    return new Crossing(place(limit, value), Math.min(first, last), Math.max(first, last));
  }

  /**
   * When a limit is crossed.
   *
   * @param lower the earliest of the interval of confidence 95 %
   * @param upper the latest
   */
  public record Crossing(double place, double lower, double upper) {}

  private double place(double limit, double slope) {
    double place = middle + (limit - level) / slope;
    return Double.isNaN(place) || place < middle ? Double.POSITIVE_INFINITY : place;
  }

  private static double correlation(double[] rest) {
    double middle = Sample.of(rest).mean();
    double squares = 0;
    double products = 0;
    for (int i = 0; i < rest.length; i++) {
      squares += (rest[i] - middle) * (rest[i] - middle);
      products += i == 0 ? 0 : (rest[i] - middle) * (rest[i - 1] - middle);
    }
    double raw = squares == 0 ? 0 : products / squares;
    // What the fitted line takes from it.
    return raw + (2 + 3 * raw) / rest.length;
  }
}
