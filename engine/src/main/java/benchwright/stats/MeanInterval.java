package benchwright.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Where the true mean of what a sample was drawn from lies, with confidence 95 %, by Student's t
 * (The Probable Error of a Mean, Biometrika 6, 1908): right for numbers that scatter like a normal
 * distribution, close for means of many.
 *
 * @param mean of the sample; NaN if it is empty
 * @param lower NaN for fewer than two numbers
 * @param upper likewise
 */
public record MeanInterval(double mean, double lower, double upper) {
  /** The interval of the mean of {@code values}. */
  public static MeanInterval of(double... values) {
    return withConfidence(0.95, values);
  }

  /**
   * The same with another confidence.
   *
   * @param confidence such as 0.95, between 0 and 1
   */
  public static MeanInterval withConfidence(double confidence, double... values) {
    Sample sample = Sample.of(values);
    double mean = sample.mean();
    int n = values.length;
    if (n < 2) {
      return new MeanInterval(mean, Double.NaN, Double.NaN);
    }
    double t = new TDistribution(null, n - 1).inverseCumulativeProbability((1 + confidence) / 2);
    double reach = t * sample.standardDeviation() / Math.sqrt(n);
    return new MeanInterval(mean, mean - reach, mean + reach);
  }
}
