package benchwright.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Probabilities of many comparisons, corrected so that the chance of even one false alarm among all
 * of them stays what it says (Holm, A simple sequentially rejective multiple test procedure, Scand.
 * J. Statist. 6, 1979).
 */
public final class Holm {
  private Holm() {}

  /** The corrected probabilities, in the order of {@code p}; NaN stays NaN and does not count. */
  public static double[] adjusted(double... p) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = p.clone();
    double least = 0;
    for (int k = 0; k < order.length; k++) {
      least = Math.max(least, Math.min(1, (order.length - k) * p[order[k]]));
      adjusted[order[k]] = least;
    }
    return adjusted;
  }
}
