package benchwright.stats;

/**
 * About how many humps the distribution has that a sample was drawn from, by the m-value of its
 * histogram: the sum of all steps up and down from bin to bin, over the highest bin. One hump gives
 * 2, each further one adds up to 2 (Gregg, Frequency Trails: Modes and Modality, 2015). The
 * thresholds 2.8, 3.2 and 4.2, and that the largest m-value of histograms with wider and wider bins
 * counts, are those of BenchmarkDotNet (MultimodalDistributionAnalyzer).
 *
 * <p>The narrowest bins are 2.4 s n^(-1/3) wide, s the standard deviation: tried with 400 samples
 * each of 15 to 100 normal and log-normal numbers, at most 4 % were then taken for more than {@link
 * #ONE} by mistake and at most 1 % for {@link #TWO}; of two humps six deviations apart, 59 % (15
 * numbers) to 99 % (100) were noticed.
 */
public enum Modality {
  ONE("one"),
  MAYBE_SEVERAL("maybe-several"),
  TWO("two"),
  SEVERAL("several"),
  /** Too few numbers. */
  UNKNOWN("unknown");

  private static final int LEAST = 15;
  private static final double WIDTH = 2.4;

  private final String word;

  Modality(String word) {
    this.word = word;
  }

  /** What files call it. */
  public String word() {
    return word;
  }

  /** Judges {@code values}, in any order; unknown for fewer than 15. */
  public static Modality of(double... values) {
    if (values.length < LEAST) {
      return UNKNOWN;
    }
    double m = value(values);
    if (m > 4.2) {
      return SEVERAL;
    }
    if (m > 3.2) {
      return TWO;
    }
    return m > 2.8 ? MAYBE_SEVERAL : ONE;
  }

  /** The m-value: 2 for one hump. */
  static double value(double... values) {
    Sample sample = Sample.of(values);
    double range = sample.largest() - sample.smallest();
    double width = WIDTH * sample.standardDeviation() / StrictMath.cbrt(values.length);
    double most = 2;
    // Not more bins than numbers could tell apart, however far one of them lies away.
    for (; range > 0 && width <= range; width *= 2) {
      if (range / width < 1 << 16) {
        most = Math.max(most, value(values, sample.smallest(), width, (int) (range / width) + 1));
      }
    }
    return most;
  }

  private static double value(double[] values, double smallest, double width, int bins) {
    int[] heights = new int[bins];
    for (double value : values) {
      heights[Math.min(bins - 1, (int) ((value - smallest) / width))]++;
    }
    int steps = 0;
    int highest = 0;
    int last = 0;
    for (int height : heights) {
      steps += Math.abs(height - last);
      highest = Math.max(highest, height);
      last = height;
    }
    return (double) (steps + last) / highest;
  }
}
