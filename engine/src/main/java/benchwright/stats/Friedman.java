package benchwright.stats;

import java.util.Arrays;
import java.util.List;

/**
 * The test whether several treatments differ over blocks, by their ranks in each block (Friedman,
 * The use of ranks to avoid the assumption of normality, JASA 32, 1937).
 *
 * <p>The correction for ties is that of Conover (Practical Nonparametric Statistics, 1999, 5.8);
 * what Iman and Davenport made of it (Approximations of the critical region of the Friedman
 * statistic, Commun. Statist. A 9, 1980) is computed from the corrected statistic, as R and scmamp
 * compute the correction; Demšar (Statistical comparisons of classifiers over multiple data sets,
 * JMLR 7, 2006) uses the uncorrected one for both.
 *
 * @param averageRanks of each treatment, 1 the smallest value
 * @param blocks how many
 * @param statistic chi squared, corrected for ties; NaN if there are fewer than two blocks or
 *     treatments, or all values of each block are equal
 * @param p of {@code statistic} by chi squared; NaN with it
 * @param uncorrected chi squared without the correction
 * @param imanDavenport infinite if all blocks have the same ranks
 */
public record Friedman(
    List<Double> averageRanks,
    int blocks,
    double statistic,
    double p,
    double uncorrected,
    double uncorrectedP,
    double imanDavenport,
    double imanDavenportP) {

  public Friedman {
    averageRanks = List.copyOf(averageRanks);
  }

  /**
   * The test of {@code values}.
   *
   * @param values a row for each block, in it a value for each treatment; smaller is better
   * @throws IllegalArgumentException if rows differ in length or hold NaN
   */
  public static Friedman of(double[]... values) {
    int n = values.length;
    int k = n == 0 ? 0 : values[0].length;
    double[] sums = new double[k];
    double tied = 0;
    for (double[] row : values) {
      if (row.length != k) {
        throw new IllegalArgumentException(row.length + " values in a block, " + k + " before");
      }
      Ranks ranks = Ranks.of(row);
      for (int j = 0; j < k; j++) {
        sums[j] += ranks.of(j);
      }
      tied += ranks.tied();
    }
    double squares = 0;
    for (double sum : sums) {
      double difference = sum - n * (k + 1) / 2.0;
      squares += difference * difference;
    }
    List<Double> averages = Arrays.stream(sums).map(sum -> sum / n).boxed().toList();
    double uncorrected = 12 / (n * (double) k * (k + 1)) * squares;
    double spread = 1 - tied / (n * (double) k * (k + 1) * (k - 1));
    if (n < 2 || k < 2 || spread <= 0) {
      return new Friedman(
          averages, n, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double statistic = uncorrected / spread;
    double most = n * (k - 1.0);
    // Equal but for rounding: every block has the same ranks.
    double f =
        statistic >= most * (1 - 1e-12)
            ? Double.POSITIVE_INFINITY
            : (n - 1) * statistic / (most - statistic);
    return new Friedman(
        averages,
        n,
        statistic,
        Tails.chiSquaredAbove(statistic, k - 1),
        uncorrected,
        Tails.chiSquaredAbove(uncorrected, k - 1),
        f,
        Tails.fisherAbove(f, k - 1, (k - 1) * (n - 1)));
  }
}
