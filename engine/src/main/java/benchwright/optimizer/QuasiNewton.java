package benchwright.optimizer;

import benchwright.Bounds;
import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;
import java.util.Arrays;

/**
 * The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno with gradients from forward
 * differences and with restarts, as Ros benchmarked it ("Benchmarking the BFGS algorithm on the
 * BBOB-2009 function testbed", GECCO workshop on BBOB, 2009). Numbers in parentheses are equations
 * and algorithms of Nocedal and Wright, Numerical Optimization, 2nd edition, 2006.
 *
 * <p>A run begins at a uniform point of the box. When it can go no further (the gradient is zero or
 * no number, the line search finds nothing better, or a step changes nothing) the next one begins
 * elsewhere; so the whole budget is spent.
 *
 * <p>The method works in units of a tenth of the box's extent along each axis, so that a lopsided
 * box is none to it; in [−5, 5] these units are those of the problem. Beyond that, the box is only
 * where runs begin. Points outside are evaluated wherever a step leads; only a point with a
 * coordinate too large for a number is not, and counts as the worst. NaN counts as positive
 * infinity.
 *
 * <p>Evaluations: one point and its n differences at the start and for each trial step that lowers
 * the function enough; one for each that does not. On the sphere the first step of length 1/‖∇f‖∞
 * gives the curvature and the second is exact: 2 (n + 1) + 1 in all.
 *
 * <p>The order of draws: one point for each run, the first coordinate first.
 */
public final class QuasiNewton implements Optimizer {
  private static final double UNIT = 0.1;
  private static final int BLOCK_COORDINATES = 2048;

  private final double difference;

  /**
   * @param difference the length of a forward difference, relative to the coordinate and at least
   *     in units of a tenth of the box
   */
  public QuasiNewton(double difference) {
    this.difference = difference;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    Bounds bounds = problem.bounds();
    Slope slope = new Slope(problem, difference);
    Descent descent = new Descent(slope);
    while (problem.remaining() > 0) {
      descent.run(slope.inUnits(random.nextPoint(bounds)));
    }
  }

  /** The function and its differences, in units of a tenth of the box. */
  static final class Slope {
    private final Problem problem;
    private final double difference;
    private final double[] unit;
    private final double[] point;
    // One block of points of a gradient: all n of them would be a matrix.
    private final double[][] neighbours;
    private final double[] neighbourValues;
    private final double[] lengths;

    Slope(Problem problem, double difference) {
      this.problem = problem;
      this.difference = difference;
      int n = problem.dimension();
      unit = new double[n];
      for (int j = 0; j < n; j++) {
        unit[j] = UNIT * problem.bounds().width(j);
      }
      point = new double[n];
      int block = Math.min(n, Math.max(1, BLOCK_COORDINATES / n));
      neighbours = new double[block][n];
      neighbourValues = new double[block];
      lengths = new double[block];
    }

    int dimension() {
      return unit.length;
    }

    double[] inUnits(double[] x) {
      double[] scaled = new double[x.length];
      for (int j = 0; j < x.length; j++) {
        scaled[j] = x[j] / unit[j];
      }
      return scaled;
    }

    /** The value that counts: the function's, or positive infinity where there is none. */
    double value(double[] x) {
      for (int j = 0; j < x.length; j++) {
        point[j] = x[j] * unit[j];
        if (!Double.isFinite(point[j])) {
          return Double.POSITIVE_INFINITY;
        }
      }
      double value = problem.evaluate(point);
      return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /** Forward differences (8.1) from {@code x}, where the function is {@code value}. */
    void gradient(double[] x, double value, double[] gradient) {
      int n = x.length;
      for (int from = 0; from < n; from += neighbours.length) {
        int count = Math.min(neighbours.length, n - from);
        for (int i = 0; i < count; i++) {
          for (int k = 0; k < n; k++) {
            neighbours[i][k] = x[k] * unit[k];
          }
          int j = from + i;
          double length = difference * Math.max(Math.abs(x[j]), 1);
          double there = x[j] + length;
          if (!Double.isFinite(there * unit[j])) {
            there = x[j] - length;
          }
          neighbours[i][j] = there * unit[j];
          lengths[i] = there - x[j]; // what is left of it after rounding
        }
        problem.evaluateAll(
            count == neighbours.length ? neighbours : Arrays.copyOf(neighbours, count),
            neighbourValues);
        for (int i = 0; i < count; i++) {
          gradient[from + i] = (neighbourValues[i] - value) / lengths[i];
        }
      }
    }
  }

  /** Algorithm 6.1. */
  private static final class Descent {
    private final Slope slope;
    private final int n;
    private final LineSearch line;
    private final double[] x;
    private final double[] gradient;
    private final double[] direction;
    private final double[] step;
    private final double[] change;
    private final double[] inverseTimesChange;
    private final double[][] inverse;

    Descent(Slope slope) {
      this.slope = slope;
      n = slope.dimension();
      line = new LineSearch(slope);
      x = new double[n];
      gradient = new double[n];
      direction = new double[n];
      step = new double[n];
      change = new double[n];
      inverseTimesChange = new double[n];
      inverse = new double[n][n];
    }

    void run(double[] start) {
      System.arraycopy(start, 0, x, 0, n);
      double value = slope.value(x);
      if (!Double.isFinite(value)) {
        return;
      }
      slope.gradient(x, value, gradient);
      for (boolean first = true; ; first = false) {
        double steepness = 0;
        for (int j = 0; j < n; j++) {
          steepness = Math.max(steepness, Math.abs(gradient[j]));
        }
        if (!(steepness > 0 && steepness < Double.POSITIVE_INFINITY)) {
          return;
        }
        double length = 1;
        if (first) {
          // No step is longer than a tenth of the box until something is known of the curvature.
          length = Math.min(1, 1 / steepness);
          for (int j = 0; j < n; j++) {
            direction[j] = -gradient[j];
          }
        } else {
          computeDirection();
        }
        if (!line.search(x, value, gradient, direction, length)) {
          return;
        }
        boolean moved = false;
        for (int j = 0; j < n; j++) {
          step[j] = line.point()[j] - x[j];
          change[j] = line.gradient()[j] - gradient[j];
          moved |= step[j] != 0;
        }
        if (!moved) {
          return;
        }
        value = line.value();
        System.arraycopy(line.point(), 0, x, 0, n);
        System.arraycopy(line.gradient(), 0, gradient, 0, n);
        update(first);
      }
    }

    /** p = −H ∇f (6.18). */
    private void computeDirection() {
      for (int i = 0; i < n; i++) {
        direction[i] = -dot(inverse[i], gradient);
      }
    }

    /** The new inverse Hessian (6.17), at first from a multiple of the identity (6.20). */
    private void update(boolean first) {
      double curvature = dot(step, change);
      double changeSquared = dot(change, change);
      boolean known = curvature > 0 && changeSquared < Double.POSITIVE_INFINITY;
      if (first) {
        double scale = known ? curvature / changeSquared : 1;
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            inverse[i][j] = i == j ? scale : 0;
          }
        }
      }
      double rho = 1 / curvature;
      if (!known || !(rho < Double.POSITIVE_INFINITY)) {
        return; // Differences can say that there is none; H stays positive definite without it.
      }
      for (int i = 0; i < n; i++) {
        inverseTimesChange[i] = dot(inverse[i], change);
      }
      double factor = rho * (1 + rho * dot(change, inverseTimesChange));
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          inverse[i][j] +=
              factor * step[i] * step[j]
                  - rho * (step[i] * inverseTimesChange[j] + inverseTimesChange[i] * step[j]);
          inverse[j][i] = inverse[i][j];
        }
      }
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
