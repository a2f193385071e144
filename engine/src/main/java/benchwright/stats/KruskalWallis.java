package benchwright.stats;

/**
 * The test whether several samples come from the same distribution (Kruskal and Wallis, Use of
 * ranks in one-criterion variance analysis, JASA 47, 1952), corrected for ties.
 *
 * @param statistic H; NaN if all numbers are equal
 * @param freedom one less than there are samples
 * @param p the probability of a larger H, by chi squared; 1 if all numbers are equal
 */
public record KruskalWallis(double statistic, int freedom, double p) {
  /**
   * The test of all samples together.
   *
   * @throws IllegalArgumentException if there are fewer than two samples, one is empty or holds NaN
   */
  public static KruskalWallis of(double[]... samples) {
    int n = 0;
    for (double[] sample : samples) {
      if (sample.length == 0) {
        throw new IllegalArgumentException("an empty sample cannot be compared");
      }
      n += sample.length;
    }
    if (samples.length < 2) {
      throw new IllegalArgumentException("one sample cannot be compared");
    }
    double[] all = new double[n];
    int at = 0;
    for (double[] sample : samples) {
      System.arraycopy(sample, 0, all, at, sample.length);
      at += sample.length;
    }
    Ranks ranks = Ranks.of(all);
    double squares = 0;
    at = 0;
    for (double[] sample : samples) {
      double sum = 0;
      for (int i = 0; i < sample.length; i++) {
        sum += ranks.of(at++);
      }
      squares += sum * sum / sample.length;
    }
    double size = n;
    double correction = 1 - ranks.tied() / (size * size * size - size);
    int freedom = samples.length - 1;
    if (correction <= 0) {
      return new KruskalWallis(Double.NaN, freedom, 1);
    }
    double h = (12 / (size * (size + 1)) * squares - 3 * (size + 1)) / correction;
    return new KruskalWallis(h, freedom, Tails.chiSquaredAbove(h, freedom));
  }
}
