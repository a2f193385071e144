package benchwright.stats;

import java.util.Arrays;

/**
 * Wilcoxon's test, two-sided, whether differences lie around 0 (Individual comparisons by ranking
 * methods, Biometrics 1, 1945). Differences of 0 are left out, as Wilcoxon did; equal magnitudes
 * share their ranks.
 *
 * @param positive the sum of the ranks of the positive differences
 * @param used how many differences are not 0
 * @param p the probability of a result at least as extreme; 1 if all differences are 0
 * @param method how {@code p} was found
 */
public record SignedRankTest(double positive, int used, double p, PMethod method) {
  private static final int MOST = 50;

  /**
   * Exact by the distribution over all signs, given the ties, for fewer than 50 differences that
   * are not 0; otherwise by the normal distribution, corrected for ties and continuity.
   *
   * @throws IllegalArgumentException if a difference is NaN
   */
  public static SignedRankTest of(double... differences) {
    double[] rest = Arrays.stream(differences).filter(d -> d != 0).toArray();
    int n = rest.length;
    Ranks ranks = Ranks.of(Arrays.stream(rest).map(Math::abs).toArray());
    double positive = 0;
    for (int i = 0; i < n; i++) {
      positive += rest[i] > 0 ? ranks.of(i) : 0;
    }
    if (n < MOST) {
      double p = n == 0 ? 1 : RankSums.ofSigns(ranks).twoSided(positive);
      return new SignedRankTest(positive, n, p, PMethod.EXACT);
    }
    double variance = n * (n + 1.0) * (2.0 * n + 1) / 24 - ranks.tied() / 48;
    double p = PMethod.normal(positive - n * (n + 1.0) / 4, variance);
    return new SignedRankTest(positive, n, p, PMethod.NORMAL);
  }
}
