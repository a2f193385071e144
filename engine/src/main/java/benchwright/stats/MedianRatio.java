package benchwright.stats;

/**
 * How many times as large the median of one sample is as that of another, with the percentile
 * interval of the bootstrap, 95 %: both samples are drawn again {@value #RESAMPLES} times. The
 * draws depend on the sizes of the samples only.
 *
 * @param value the ratio; NaN if a sample is empty
 * @param lower NaN if a sample has fewer than two numbers
 * @param upper likewise
 */
public record MedianRatio(double value, double lower, double upper) {
  private static final int RESAMPLES = 2000;

  /** Of {@code above} over {@code below}, all positive. */
  public static MedianRatio of(double[] above, double[] below) {
    double value = Sample.of(above).median() / Sample.of(below).median();
    if (above.length < 2 || below.length < 2) {
      return new MedianRatio(value, Double.NaN, Double.NaN);
    }
    Draws draws = new Draws(31L * above.length + below.length);
    double[] again = new double[above.length];
    double[] other = new double[below.length];
    double[] ratios = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      draws.resample(above, again);
      draws.resample(below, other);
      ratios[i] = Sample.of(again).median() / Sample.of(other).median();
    }
    Sample sample = Sample.of(ratios);
    return new MedianRatio(value, sample.quantile(0.025), sample.quantile(0.975));
  }
}
