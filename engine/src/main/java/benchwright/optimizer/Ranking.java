package benchwright.optimizer;

/** Brings the points of a population into the order of their values, without boxing a number. */
final class Ranking {
  private final int[] order;
  private final int[] merged;

  Ranking(int population) {
    order = new int[population];
    merged = new int[population];
  }

  /**
   * The places of {@code values} from the best value to the worst: equal values in the order of
   * their places, NaN after all numbers. The array is good until the next call.
   */
  int[] order(double[] values) {
    int count = order.length;
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    for (int width = 1; width < count; width *= 2) {
      for (int from = 0; from < count - width; from += 2 * width) {
        merge(values, from, from + width, Math.min(from + 2 * width, count));
      }
    }
    return order;
  }

  private void merge(double[] values, int from, int middle, int end) {
    int left = from;
    int right = middle;
    for (int k = from; k < end; k++) {
      boolean takeRight =
          left == middle || (right < end && better(values[order[right]], values[order[left]]));
      merged[k] = order[takeRight ? right++ : left++];
    }
    System.arraycopy(merged, from, order, from, end - from);
  }

  /** Whether a value is less than another; NaN is worse than any number. */
  static boolean better(double value, double than) {
    return value < than || (Double.isNaN(than) && !Double.isNaN(value));
  }
}
