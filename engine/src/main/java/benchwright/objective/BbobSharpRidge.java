package benchwright.objective;

/** f13, the sharp ridge: z_1² + 100·√(Σ z_i², i ≥ 2) + f_opt with z = Q·Λ^10·R(x − x_opt). */
final class BbobSharpRidge extends BbobLandscape {
  private final Matrix matrix;

  BbobSharpRidge(BbobInstance problem) {
    super(problem, problem.xopt());
    matrix = problem.rotationR().times(problem.powers(Math.sqrt(10.0)), problem.rotationQ());
  }

  @Override
  Sweep sweep(int capacity) {
    double[] optima = Flat.repeat(xopt, capacity);
    double[] sum = new double[dimension];
    double[] z = new double[capacity * dimension];
    return new Sweep() {
      @Override
      void values(double[] x, int count, double[] values) {
        int length = count * dimension;
        Flat.subtract(x, optima, length);
        matrix.apply(x, count, 0.0, sum, z);
        if (count == 1) {
          values[0] = valueOfOne(z);
          return;
        }
        Flat.square(z, length);
        Flat.sums(z, dimension, 1, dimension, count, values);
        for (int k = 0; k < count; k++) {
          values[k] = 100.0 * Math.sqrt(values[k]) + z[k * dimension] + fopt;
        }
      }
    };
  }

  /** The same additions in the same order, for which one loop is enough. */
  private double valueOfOne(double[] z) {
    double sum = 0.0;
    for (int i = 1; i < dimension; i++) {
      sum += z[i] * z[i];
    }
    return 100.0 * Math.sqrt(sum) + z[0] * z[0] + fopt;
  }
}
