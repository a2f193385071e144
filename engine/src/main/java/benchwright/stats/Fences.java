package benchwright.stats;

/**
 * How many numbers of a sample lie outside the fences of Tukey (Exploratory Data Analysis, 1977):
 * the inner ones 1.5, the outer ones 3 interquartile ranges from the quartiles, which are of type
 * 7. Each number counts once, beyond the farthest fence that it has passed.
 *
 * @param farBelow below the lower outer fence
 * @param below between the lower fences
 * @param above between the upper fences
 * @param farAbove above the upper outer fence
 */
public record Fences(int farBelow, int below, int above, int farAbove) {
  private static final double INNER = 1.5;
  private static final double OUTER = 3;

  /** Counts; a number on a fence is inside. */
  public static Fences of(double... values) {
    Sample sample = Sample.of(values);
    double lower = sample.quantile(0.25);
    double upper = sample.quantile(0.75);
    double range = upper - lower;
    int[] counts = new int[4];
    for (double value : values) {
      if (value < lower - OUTER * range) {
        counts[0]++;
      } else if (value < lower - INNER * range) {
        counts[1]++;
      } else if (value > upper + OUTER * range) {
        counts[3]++;
      } else if (value > upper + INNER * range) {
        counts[2]++;
      }
    }
    return new Fences(counts[0], counts[1], counts[2], counts[3]);
  }

  /** How many there are in all. */
  public int count() {
    return farBelow + below + above + farAbove;
  }
}
