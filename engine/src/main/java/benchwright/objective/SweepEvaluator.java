package benchwright.objective;

/**
 * Hands points to the {@link Sweep} of a landscape, in blocks that stay in the first-level cache.
 */
final class SweepEvaluator implements Evaluator {
  /**
   * Coordinates in a block: long enough for SIMD loops, with some ten arrays of scratch still near
   * the core.
   */
  private static final int BLOCK = 1024;

  private final Landscape landscape;
  private final int dimension;
  private int capacity;
  private Sweep sweep;
  private double[] block;
  private double[] blockValues;

  SweepEvaluator(Landscape landscape) {
    this.landscape = landscape;
    this.dimension = landscape.dimension();
    this.capacity = 1;
    this.sweep = landscape.sweep(1);
    this.block = new double[dimension];
    this.blockValues = new double[1];
  }

  @Override
  public double evaluate(double[] x) {
    // A loop, because what copies arrays in bulk is slow with two coordinates.
    for (int i = 0; i < dimension; i++) {
      block[i] = x[i];
    }
    sweep.values(block, 1, blockValues);
    double value = blockValues[0];
    return Math.abs(value) <= Double.MAX_VALUE ? value : Evaluator.settled(value, x);
  }

  @Override
  public void evaluateAll(double[][] points, int count, double[] values) {
    if (count < 0 || count > points.length || count > values.length) {
      throw new IllegalArgumentException(
          "the count must be from 0 to the number of points and of places for values; got "
              + count
              + " for "
              + points.length
              + " points and "
              + values.length
              + " places");
    }
    int widest = Math.max(1, BLOCK / dimension);
    int blocks = (count + widest - 1) / widest;
    for (int b = 0; b < blocks; b++) {
      // Blocks of nearly the same length, so that the last one is not a short and slow remainder.
      int from = (int) ((long) count * b / blocks);
      int to = (int) ((long) count * (b + 1) / blocks);
      evaluateBlock(points, from, to, values);
    }
  }

  private void evaluateBlock(double[][] points, int from, int to, double[] values) {
    int count = to - from;
    reserve(count);
    for (int k = 0; k < count; k++) {
      System.arraycopy(points[from + k], 0, block, k * dimension, dimension);
    }
    sweep.values(block, count, blockValues);
    for (int k = 0; k < count; k++) {
      double value = blockValues[k];
      values[from + k] =
          Math.abs(value) <= Double.MAX_VALUE ? value : Evaluator.settled(value, points[from + k]);
    }
  }

  private void reserve(int count) {
    if (count > capacity) {
      sweep = landscape.sweep(count);
      block = new double[count * dimension];
      blockValues = new double[count];
      capacity = count;
    }
  }
}
