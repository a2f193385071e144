package benchwright.stats;

/**
 * How probably a number of one sample is larger than one of another, equal ones counting one half:
 * A12 (Vargha and Delaney, A critique and improvement of the CL common language effect size
 * statistics, J. Educ. Behav. Statist. 25, 2000).
 */
public final class Superiority {
  private Superiority() {}

  /**
   * From 0 to 1, 1/2 for no difference.
   *
   * @throws IllegalArgumentException if a sample is empty or holds NaN
   */
  public static double a12(double[] first, double[] second) {
    if (first.length == 0 || second.length == 0) {
      throw new IllegalArgumentException("an empty sample cannot be compared");
    }
    double[] both = new double[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    Ranks ranks = Ranks.of(both);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += ranks.of(i);
    }
    double n = first.length;
    return (sum - n * (n + 1) / 2) / (n * second.length);
  }
}
