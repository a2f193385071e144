package benchwright.stats;

import java.util.Arrays;

/**
 * How many times as large a quotient of two sums is on one side as on the other, with the
 * percentile interval of the bootstrap, 95 %: members are drawn again {@value #RESAMPLES} times,
 * those that belong together together. The draws depend on the sizes of the samples only.
 *
 * @param lower NaN for fewer than {@value #LEAST} members on a side
 * @param upper likewise; infinite where draws may leave nothing to divide by
 */
public record QuotientRatio(double lower, double upper) {
  private static final int RESAMPLES = 1000;
  private static final int LEAST = 5;

  /** One side: a number above and one below for each member. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Side(double[] above, double[] below) {
    double quotient(int[] drawn) {
      double top = 0;
      double bottom = 0;
      for (int each : drawn) {
        top += above[each];
        bottom += below[each];
      }
      return bottom == 0 ? Double.POSITIVE_INFINITY : top / bottom;
    }
  }

  /**
   * Of {@code above} over {@code below}.
   *
   * @param paired whether members of the same place belong together; then there are as many
   */
  public static QuotientRatio of(Side above, Side below, boolean paired) {
    int n = above.above().length;
    int m = below.above().length;
    if (n < LEAST || m < LEAST) {
      return new QuotientRatio(Double.NaN, Double.NaN);
    }
    Draws draws = new Draws(31L * n + m);
    int[] drawn = new int[n];
    int[] other = paired ? drawn : new int[m];
    double[] ratios = new double[RESAMPLES];
    int size = 0;
    for (int b = 0; b < RESAMPLES; b++) {
      draw(draws, drawn, n);
      if (!paired) {
        draw(draws, other, m);
      }
      double ratio = above.quotient(drawn) / below.quotient(other);
      if (!Double.isNaN(ratio)) {
        ratios[size++] = ratio;
      }
    }
    Sample sample = Sample.of(Arrays.copyOf(ratios, size));
    return new QuotientRatio(sample.quantile(0.025), sample.quantile(0.975));
  }

  private static void draw(Draws draws, int[] into, int bound) {
    for (int i = 0; i < into.length; i++) {
      into[i] = draws.below(bound);
    }
  }
}
