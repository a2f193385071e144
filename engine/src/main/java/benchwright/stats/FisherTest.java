package benchwright.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * Fisher's exact test, two-sided, whether two shares are the same: the probability, with what there
 * is of successes and failures in all, of a table that is at most as probable as this one (Fisher,
 * On the interpretation of χ² from contingency tables, J. R. Statist. Soc. 85, 1922; two-sided as
 * in R's fisher.test).
 *
 * @param p of this table
 * @param least the smallest probability that a table with the same sums can have
 */
public record FisherTest(double p, double least) {
  // Tables that are as probable as this one differ in their last bits.
  private static final double ROUNDING = 1 + 1e-7;

  /**
   * Of {@code successes} out of {@code trials} on each side.
   *
   * @throws IllegalArgumentException unless 0 ≤ successes ≤ trials on both sides
   */
  public static FisherTest of(int successes, int trials, int others, int otherTrials) {
    if (successes < 0 || successes > trials || others < 0 || others > otherTrials) {
      throw new IllegalArgumentException(
          successes + " of " + trials + " and " + others + " of " + otherTrials);
    }
    int all = successes + others;
    int from = Math.max(0, all - otherTrials);
    int to = Math.min(trials, all);
    double[] tables = new double[to - from + 1];
    double whole = logChoose(trials + otherTrials, all);
    for (int x = from; x <= to; x++) {
      tables[x - from] =
          StrictMath.exp(logChoose(trials, x) + logChoose(otherTrials, all - x) - whole);
    }
    return new FisherTest(
        asRare(tables, successes - from),
        Math.min(asRare(tables, 0), asRare(tables, tables.length - 1)));
  }

  private static double asRare(double[] tables, int place) {
    double sum = 0;
    for (double each : tables) {
      sum += each <= tables[place] * ROUNDING ? each : 0;
    }
    return Math.min(1, sum);
  }

  private static double logChoose(int n, int k) {
    return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
  }
}
