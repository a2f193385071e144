package benchwright.stats;

import java.util.function.BiFunction;

/**
 * Mann and Whitney's test, two-sided, whether two samples come from the same distribution (On a
 * test of whether one of two random variables is stochastically larger than the other, Ann. Math.
 * Statist. 18, 1947).
 *
 * @param u how many pairs have the first's number above the second's, equal ones counting one half
 * @param p the probability of a result at least as extreme if they do; 1 if all numbers are equal
 * @param method how {@code p} was found
 */
public record RankSumTest(double u, double p, PMethod method) {
  // Beyond these the normal distribution is near, and counting would take milliseconds.
  private static final int MOST_APART = 50;
  private static final int MOST_TIED = 40;

  /**
   * Exact by the permutation distribution, given the ties, for samples of fewer than 50 numbers
   * each (with ties: of at most 40 together); otherwise by the normal distribution, the variance
   * corrected for ties, the difference for continuity. Infinities are numbers.
   *
   * @throws IllegalArgumentException if a sample is empty or holds NaN
   */
  public static RankSumTest of(double[] first, double[] second) {
    return of(first, second, RankSums::ofChoice);
  }

  static RankSumTest of(
      double[] first, double[] second, BiFunction<Ranks, Integer, RankSums> counted) {
    int n = first.length;
    int m = second.length;
    if (n == 0 || m == 0) {
      throw new IllegalArgumentException("an empty sample cannot be compared");
    }
    double[] both = new double[n + m];
    System.arraycopy(first, 0, both, 0, n);
    System.arraycopy(second, 0, both, n, m);
    Ranks ranks = Ranks.of(both);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += ranks.of(i);
    }
    double u = sum - n * (n + 1) / 2.0;
    boolean few = ranks.tied() == 0 ? n < MOST_APART && m < MOST_APART : n + m <= MOST_TIED;
    if (few) {
      return new RankSumTest(u, exact(ranks, n, m, sum, counted), PMethod.EXACT);
    }
    double all = (double) n + m;
    double variance = n * (double) m / 12 * (all + 1 - ranks.tied() / (all * (all - 1)));
    return new RankSumTest(u, PMethod.normal(u - n * (double) m / 2, variance), PMethod.NORMAL);
  }

  /** By the smaller sample, which takes fewer steps. */
  private static double exact(
      Ranks ranks, int n, int m, double sum, BiFunction<Ranks, Integer, RankSums> counted) {
    double all = (double) n + m;
    return n <= m
        ? counted.apply(ranks, n).twoSided(sum)
        : counted.apply(ranks, m).twoSided(all * (all + 1) / 2 - sum);
  }
}
