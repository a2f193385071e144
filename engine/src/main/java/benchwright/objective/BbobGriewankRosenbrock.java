package benchwright.objective;

import benchwright.numeric.PinnedMath;

/**
 * f19, the composite Griewank-Rosenbrock function: (10/(D−1))·Σ (s_i/4000 − cos s_i) + 10 + f_opt
 * with s_i = 100·(z_i² − z_(i+1))² + (z_i − 1)² and z = max(1, √D/8)·R·x + ½.
 */
final class BbobGriewankRosenbrock extends BbobLandscape {
  private static final double PER_TURN = 0.5 / Math.PI;
  private static final double QUARTER_TURN = 0.5 * Math.PI;

  private final Matrix matrix;

  private BbobGriewankRosenbrock(BbobInstance problem, double[] xopt, Matrix matrix) {
    super(problem, xopt);
    this.matrix = matrix;
  }

  static Landscape of(BbobInstance problem) {
    double scale = BbobRosenbrock.scale(problem.dimension());
    Matrix rotation = problem.rotationQ();
    double[] xopt = rotation.columnSums();
    for (int i = 0; i < xopt.length; i++) {
      xopt[i] /= 2.0 * scale;
    }
    return new BbobGriewankRosenbrock(problem, xopt, rotation.times(scale));
  }

  @Override
  Sweep sweep(int capacity) {
    double[] sum = new double[dimension];
    double[] z = new double[capacity * dimension];
    return new Sweep() {
      @Override
      void values(double[] x, int count, double[] values) {
        int length = count * dimension;
        matrix.apply(x, count, 0.0, sum, z);
        Flat.shift(z, 0.5, length);
        if (length < Flat.FEW) {
          sumsOfFew(z, dimension, count, values);
        } else {
          sums(z, x, dimension, count, values);
        }
        for (int k = 0; k < count; k++) {
          values[k] = 10.0 + 10.0 * values[k] / (dimension - 1.0) + fopt;
        }
      }
    };
  }

  private static void sumsOfFew(double[] z, int dimension, int count, double[] sums) {
    for (int k = 0; k < count; k++) {
      int last = (k + 1) * dimension - 1;
      double sum = 0.0;
      for (int i = k * dimension; i < last; i++) {
        sum += wave(valley(z[i], z[i + 1]));
      }
      sums[k] = sum;
    }
  }

  private static void sums(double[] z, double[] next, int dimension, int count, double[] sums) {
    int length = count * dimension;
    // After the last coordinate of a point follows one of the next point; no sum includes it.
    System.arraycopy(z, 1, next, 0, length - 1);
    valleys(z, next, length);
    waves(z, length);
    Flat.sums(z, dimension, 0, dimension - 1, count, sums);
  }

  private static double valley(double z, double next) {
    double across = z * z - next;
    double along = 1.0 - z;
    return 100.0 * across * across + along * along;
  }

  private static void valleys(double[] z, double[] next, int length) {
    for (int i = 0; i < length; i++) {
      z[i] = valley(z[i], next[i]);
    }
  }

  /** s/4000 − cos s, with cos s as 1 − 2·sin²(s/2). */
  private static double wave(double s) {
    double turns = Math.rint(s * PER_TURN);
    double half = 0.5 * PinnedMath.lessQuarterTurns(s, 4.0 * turns);
    // A huge s leaves more than a turn.
    double bounded = Math.max(-QUARTER_TURN, Math.min(half, QUARTER_TURN));
    double sine = PinnedMath.sinOfRadians(bounded);
    return s / 4000.0 - (1.0 - 2.0 * (sine * sine));
  }

  private static void waves(double[] s, int length) {
    for (int i = 0; i < length; i++) {
      s[i] = wave(s[i]);
    }
  }
}
