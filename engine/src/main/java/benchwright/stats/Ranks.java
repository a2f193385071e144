package benchwright.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks from 1 on; equal numbers share the mean of theirs. */
public final class Ranks {
  private final double[] ranks;
  private final double tied;

  private Ranks(double[] ranks, double tied) {
    this.ranks = ranks;
    this.tied = tied;
  }

  /**
   * The ranks of {@code values}, the smallest first; infinities are numbers.
   *
   * @throws IllegalArgumentException if one is NaN
   */
  public static Ranks of(double... values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        throw new IllegalArgumentException("NaN has no rank");
      }
    }
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    double tied = 0;
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      // By ==, as zeros of both signs are the same number.
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      double size = (double) to - from;
      for (int k = from; k < to; k++) {
        ranks[order[k]] = (from + 1 + to) / 2.0;
      }
      tied += size * size * size - size;
      from = to;
    }
    return new Ranks(ranks, tied);
  }

  /** The rank of value {@code i}, counted from 0. */
  public double of(int i) {
    return ranks[i];
  }

  /** The sum over groups of t equal numbers of t³ − t; 0 if no two are equal. */
  public double tied() {
    return tied;
  }

  public int size() {
    return ranks.length;
  }

  /** All ranks, in the order of the values; a copy. */
  public double[] toArray() {
    return Arrays.copyOf(ranks, ranks.length);
  }
}
