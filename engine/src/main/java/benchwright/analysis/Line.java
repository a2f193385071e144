package benchwright.analysis;

import java.util.Arrays;

/**
 * Points of a curve from left to right; x ascends strictly. Whether the curve is a staircase (each
 * value holds until the next x) or a polyline is said by who hands it out. Immutable.
 */
public final class Line {
  private final double[] x;
  private final double[] y;

  /**
   * @throws IllegalArgumentException if the arrays, which are copied, differ in length or x does
   *     not ascend.
   */
  public Line(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " places, " + y.length + " values");
    }
    for (int k = 1; k < x.length; k++) {
      if (!(x[k - 1] < x[k])) {
        throw new IllegalArgumentException(x[k] + " after " + x[k - 1]);
      }
    }
    this.x = x.clone();
    this.y = y.clone();
  }

  /** The number of points. */
  public int size() {
    return x.length;
  }

  /** The place of point {@code k}, counted from 0. */
  public double x(int k) {
    return x[k];
  }

  /** The value of point {@code k}, counted from 0. */
  public double y(int k) {
    return y[k];
  }

  /** The value of the staircase at {@code place}; NaN left of its first point. */
  public double at(double place) {
    int found = Arrays.binarySearch(x, place);
    int k = found >= 0 ? found : -found - 2;
    return k < 0 ? Double.NaN : y[k];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Line line && Arrays.equals(x, line.x) && Arrays.equals(y, line.y);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
  }

  @Override
  public String toString() {
    return "Line(" + x.length + " points)";
  }
}
