package benchwright.objective;

/**
 * f7, the step ellipsoid: 0.1·max(|ẑ_1|/10^4, Σ 10^(2·i/(D−1))·z_i²) + f_pen(x) + f_opt.
 *
 * <p>ẑ = Λ^10·R(x − x_opt); z̃ is ẑ rounded to integers, or to tenths where |ẑ_i| ≤ ½; z = Q·z̃.
 */
final class BbobStepEllipsoid extends BbobLandscape {
  private final Matrix first;
  private final Matrix second;
  private final double[] weights;

  BbobStepEllipsoid(BbobInstance problem) {
    super(problem, problem.xopt());
    double[] diagonal = problem.powers(10.0);
    for (int i = 0; i < dimension; i++) {
      diagonal[i] = Math.sqrt(diagonal[i]);
    }
    first = problem.rotationQ().scaledRows(diagonal);
    second = problem.rotationR();
    weights = problem.powers(100.0);
  }

  @Override
  Sweep sweep(int capacity) {
    return new Values(capacity);
  }

  /** Rounds half up, to integers or to tenths. */
  private static void round(double[] z, int length) {
    for (int i = 0; i < length; i++) {
      double coarse = Math.floor(z[i] + 0.5);
      double fine = Math.floor(10.0 * z[i] + 0.5) / 10.0;
      // 1 where |z| is above ½, else 0: a choice without a branch.
      double far = Math.min(1.0, Math.ceil(Math.abs(z[i]) - 0.5));
      z[i] = far * coarse + (1.0 - far) * fine;
    }
  }

  private final class Values extends Sweep {
    private final double[] optima;
    private final double[] allWeights;
    private final double[] z;
    private final double[] sum = new double[dimension];
    private final double[] least;
    private final double[] penalties;

    Values(int capacity) {
      optima = Flat.repeat(xopt, capacity);
      allWeights = Flat.repeat(weights, capacity);
      z = new double[capacity * dimension];
      least = new double[capacity];
      penalties = new double[capacity];
    }

    @Override
    void values(double[] x, int count, double[] values) {
      int length = count * dimension;
      penalties(x, count, z, penalties);
      Flat.subtract(x, optima, length);
      first.apply(x, count, 0.0, sum, z);
      for (int k = 0; k < count; k++) {
        least[k] = Math.abs(z[k * dimension]) * 1e-4;
      }
      round(z, length);
      second.apply(z, count, 0.0, sum, x);
      Flat.weightedSquare(x, allWeights, length);
      Flat.sums(x, dimension, count, values);
      for (int k = 0; k < count; k++) {
        values[k] = 0.1 * Math.max(least[k], values[k]) + penalties[k] + fopt;
      }
    }
  }
}
