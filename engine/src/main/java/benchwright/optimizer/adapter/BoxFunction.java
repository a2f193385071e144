package benchwright.optimizer.adapter;

import benchwright.Bounds;
import benchwright.Problem;
import benchwright.RandomSource;

/**
 * A problem as a library sees it: in units of a share of the box, because libraries take lengths
 * that are the same along all axes, and boxes can be lopsided.
 *
 * <p>A point with a coordinate that is no finite number ends the search; it is never evaluated.
 */
final class BoxFunction {
  // What a library can add and subtract without reaching infinity.
  private static final double HUGE = 1e300;

  private final Problem problem;
  private final Bounds bounds;
  private final boolean clipped;
  private final double[] unit;
  private final double[] point;

  /**
   * @param share the unit along each axis, as a share of the box
   * @param clipped whether points outside the box are moved to its nearest point
   */
  BoxFunction(Problem problem, double share, boolean clipped) {
    this.problem = problem;
    this.clipped = clipped;
    bounds = problem.bounds();
    unit = new double[bounds.dimension()];
    for (int j = 0; j < unit.length; j++) {
      unit[j] = share * bounds.width(j);
    }
    point = new double[unit.length];
  }

  int dimension() {
    return unit.length;
  }

  double[] lower() {
    return inUnits(bounds.lower());
  }

  double[] upper() {
    return inUnits(bounds.upper());
  }

  /** A uniform point of the box. */
  double[] draw(RandomSource random) {
    return inUnits(random.nextPoint(bounds));
  }

  private double[] inUnits(double[] x) {
    for (int j = 0; j < x.length; j++) {
      x[j] /= unit[j];
    }
    return x;
  }

  /** For libraries that order values: NaN is worse than any number. */
  double valueOrWorst(double[] u) {
    double value = value(u);
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  /** For libraries that take differences of values and order the results: all are finite. */
  double valueOrHuge(double[] u) {
    double value = value(u);
    return Double.isNaN(value) ? HUGE : Math.max(-HUGE, Math.min(HUGE, value));
  }

  /** For libraries that fit a curve through values: without a finite one the search is over. */
  double valueOrEnd(double[] u) {
    double value = value(u);
    if (!Double.isFinite(value)) {
      throw new SearchOver();
    }
    return value;
  }

  private double value(double[] u) {
    for (int j = 0; j < u.length; j++) {
      double x = u[j] * unit[j];
      if (!Double.isFinite(x)) {
        throw new SearchOver();
      }
      point[j] = clipped ? Math.max(bounds.lower(j), Math.min(bounds.upper(j), x)) : x;
    }
    return problem.evaluate(point);
  }
}
