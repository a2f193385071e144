package benchwright.stats;

/**
 * Whether a series goes up or down: the number of pairs whose later value is larger, less that of
 * those whose later value is smaller (Mann, Nonparametric Tests Against Trend, Econometrica 13,
 * 1945; Kendall, Rank Correlation Methods, 1975).
 *
 * @param s that difference
 * @param variance of {@code s} if there were no trend, corrected for ties
 * @param tau Kendall's tau-b, −1 to 1; NaN if all values are equal
 * @param p two-sided, by the normal distribution with a correction for continuity; 1 if all values
 *     are equal
 */
public record MannKendall(double s, double variance, double tau, double p) {
  /** The test of {@code values} in the order of time. */
  public static MannKendall of(double... values) {
    return of(values, 0);
  }

  /**
   * The test where neighbours resemble each other: the variance grows by (1 + ρ)/(1 − ρ) (Yue and
   * Wang, Water Resources Management 18, 2004).
   *
   * @param correlation of neighbours, from 0 up to less than 1
   */
  public static MannKendall of(double[] values, double correlation) {
    int n = values.length;
    double s = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        s += Math.signum(values[j] - values[i]);
      }
    }
    double pairs = n * (n - 1.0) / 2;
    double variance = n * (n - 1.0) * (2.0 * n + 5);
    double tied = 0;
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    for (int i = 0; i < n; ) {
      int j = i;
      while (j < n && sorted[j] == sorted[i]) {
        j++;
      }
      double t = j - i;
      variance -= t * (t - 1) * (2 * t + 5);
      tied += t * (t - 1) / 2;
      i = j;
    }
    variance = variance / 18 * (1 + correlation) / (1 - correlation);
    double tau = s / Math.sqrt(pairs * (pairs - tied));
    double z = variance > 0 ? Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance) : 0;
    return new MannKendall(s, variance, tau, Math.min(1, 2 * Tails.normalBelow(-z)));
  }
}
