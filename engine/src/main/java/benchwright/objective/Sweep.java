package benchwright.objective;

/**
 * The evaluation of a few points at once, with scratch for that many.
 *
 * <p>The points lie one after the other in a flat array, so that each step of a function is one
 * plain loop over all coordinates of all points, which the just-in-time compiler can turn into
 * SIMD. Every step treats a point by itself, and sums run over its coordinates in their order: so
 * its value does not depend on its neighbours. One loop stands in one method, because loops that
 * share a method are seldom all vectorized.
 */
abstract class Sweep {
  /**
   * Writes the values of {@code count} points to {@code values}.
   *
   * @param x the coordinates, point after point; overwritten as scratch
   */
  abstract void values(double[] x, int count, double[] values);
}
