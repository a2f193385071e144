package benchwright.objective;

/**
 * The Rosenbrock functions: Σ 100·(z_i² − z_(i+1))² + (z_i − 1)² + f_opt.
 *
 * <ul>
 *   <li>f8: z = max(1, √D/8)·(x − x_opt) + 1;
 *   <li>f9: z = max(1, √D/8)·R·x + ½, with the optimum at Rᵀ·(½, …, ½)/max(1, √D/8).
 * </ul>
 */
final class BbobRosenbrock {
  private BbobRosenbrock() {}

  static Landscape original(BbobInstance problem) {
    double[] xopt = problem.xopt();
    for (int i = 0; i < xopt.length; i++) {
      xopt[i] *= 0.75;
    }
    return new Original(problem, xopt);
  }

  static Landscape rotated(BbobInstance problem) {
    Matrix rotation = problem.rotationQ();
    double[] xopt = rotation.columnSums();
    for (int i = 0; i < xopt.length; i++) {
      xopt[i] /= 2.0 * scale(xopt.length);
    }
    return new Rotated(problem, xopt, rotation.times(scale(xopt.length)));
  }

  /** The factor that widens the valley in large dimensions. */
  static double scale(int dimension) {
    return Math.max(1.0, Math.sqrt(dimension) / 8.0);
  }

  private static final class Original extends BbobLandscape {
    Original(BbobInstance problem, double[] xopt) {
      super(problem, xopt);
    }

    @Override
    Sweep sweep(int capacity) {
      double[] optima = Flat.repeat(xopt, capacity);
      RosenbrockSum valley = new RosenbrockSum(dimension, capacity);
      double scale = scale(dimension);
      return new Sweep() {
        @Override
        void values(double[] x, int count, double[] values) {
          int length = count * dimension;
          Flat.subtract(x, optima, length);
          Flat.scaleAndShift(x, scale, 1.0, length);
          valley.values(x, count, values);
          Flat.shift(values, fopt, count);
        }
      };
    }
  }

  private static final class Rotated extends BbobLandscape {
    private final Matrix matrix;

    Rotated(BbobInstance problem, double[] xopt, Matrix matrix) {
      super(problem, xopt);
      this.matrix = matrix;
    }

    @Override
    Sweep sweep(int capacity) {
      double[] sum = new double[dimension];
      double[] z = new double[capacity * dimension];
      RosenbrockSum valley = new RosenbrockSum(dimension, capacity);
      return new Sweep() {
        @Override
        void values(double[] x, int count, double[] values) {
          matrix.apply(x, count, 0.5, sum, z);
          valley.values(z, count, values);
          Flat.shift(values, fopt, count);
        }
      };
    }
  }
}
