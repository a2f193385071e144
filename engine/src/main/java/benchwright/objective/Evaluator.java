package benchwright.objective;

/**
 * Computes the values of one {@link Objective}, for one thread.
 *
 * <p>The value of a point has the same bits however it is asked for: alone, in any batch, at any
 * place of the batch. A point with a NaN coordinate has the value NaN; otherwise, one with an
 * infinite coordinate has the value +∞. So a value that is neither says that the point is finite,
 * and who must refuse other points need not look at the coordinates.
 */
public interface Evaluator {
  /**
   * The value at {@code x}, which has as many coordinates as the objective and is left as it is.
   */
  double evaluate(double[] x);

  /**
   * Writes the values at the first {@code count} points to the first {@code count} places of {@code
   * values}.
   *
   * @throws IllegalArgumentException if there are fewer points or places than {@code count}
   */
  void evaluateAll(double[][] points, int count, double[] values);

  /**
   * What {@code value}, computed at {@code x}, stands for: NaN or +∞ if a coordinate is NaN or
   * infinite, else itself, with the bits of every NaN the same.
   */
  static double settled(double value, double[] x) {
    boolean infinite = false;
    for (double coordinate : x) {
      if (Double.isNaN(coordinate)) {
        return Double.NaN;
      }
      infinite |= Double.isInfinite(coordinate);
    }
    if (infinite) {
      return Double.POSITIVE_INFINITY;
    }
    return Double.isNaN(value) ? Double.NaN : value;
  }
}
