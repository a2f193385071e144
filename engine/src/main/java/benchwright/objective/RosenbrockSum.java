package benchwright.objective;

/** 100·Σ (z_i² − z_(i+1))² + Σ (z_i − 1)², the sums running to the last coordinate but one. */
final class RosenbrockSum {
  private final int dimension;
  private final double[] next;
  private final double[] valley;
  private final double[] valleySums;

  RosenbrockSum(int dimension, int count) {
    this.dimension = dimension;
    next = new double[dimension * count];
    valley = new double[dimension * count];
    valleySums = new double[count];
  }

  /** Writes the sums for {@code count} points; {@code z} is overwritten. */
  void values(double[] z, int count, double[] values) {
    if (count == 1) {
      values[0] = valueOfOne(z);
      return;
    }
    int length = count * dimension;
    // After the last coordinate of a point follows one of the next point; no sum includes it.
    System.arraycopy(z, 1, next, 0, length - 1);
    valleys(z, next, valley, length);
    slopes(z, length);
    Flat.sums(valley, dimension, 0, dimension - 1, count, valleySums);
    Flat.sums(z, dimension, 0, dimension - 1, count, values);
    for (int k = 0; k < count; k++) {
      values[k] = 100.0 * valleySums[k] + values[k];
    }
  }

  /** The same additions in the same order, for which one loop is enough. */
  private double valueOfOne(double[] z) {
    double across = 0.0;
    double along = 0.0;
    for (int i = 0; i < dimension - 1; i++) {
      double valley = z[i] * z[i] - z[i + 1];
      double slope = z[i] - 1.0;
      across += valley * valley;
      along += slope * slope;
    }
    return 100.0 * across + along;
  }

  private static void valleys(double[] z, double[] next, double[] valley, int length) {
    for (int i = 0; i < length; i++) {
      double across = z[i] * z[i] - next[i];
      valley[i] = across * across;
    }
  }

  private static void slopes(double[] z, int length) {
    for (int i = 0; i < length; i++) {
      double along = z[i] - 1.0;
      z[i] = along * along;
    }
  }
}
