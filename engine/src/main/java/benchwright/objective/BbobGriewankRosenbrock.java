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
        // After the last coordinate of a point follows one of the next point; no sum includes it.
        System.arraycopy(z, 1, x, 0, length - 1);
        valleys(z, x, length);
        waves(z, length);
        Flat.sums(z, dimension, 0, dimension - 1, count, values);
        for (int k = 0; k < count; k++) {
          values[k] = 10.0 + 10.0 * values[k] / (dimension - 1.0) + fopt;
        }
      }
    };
  }

  private static void valleys(double[] z, double[] next, int length) {
    for (int i = 0; i < length; i++) {
      double across = z[i] * z[i] - next[i];
      double along = 1.0 - z[i];
      z[i] = 100.0 * across * across + along * along;
    }
  }

  /** s ← s/4000 − cos s, with cos s as 1 − 2·sin²(s/2). */
  private static void waves(double[] s, int length) {
    for (int i = 0; i < length; i++) {
      double turns = Math.rint(s[i] * PER_TURN);
      double half = 0.5 * PinnedMath.lessQuarterTurns(s[i], 4.0 * turns);
      // A huge s leaves more than a turn.
      double bounded = Math.max(-QUARTER_TURN, Math.min(half, QUARTER_TURN));
      double sine = PinnedMath.sinOfRadians(bounded);
      s[i] = s[i] / 4000.0 - (1.0 - 2.0 * (sine * sine));
    }
  }
}
