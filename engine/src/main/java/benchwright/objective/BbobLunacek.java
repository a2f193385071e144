package benchwright.objective;

/**
 * f24, the Lunacek bi-Rastrigin function: min(Σ (x̂_i − μ_0)², D + s·Σ (x̂_i − μ_1)²) + 10·(D − Σ
 * cos 2πz_i) + 10^4·f_pen(x) + f_opt.
 *
 * <p>x̂ = 2·sign(x_opt)·x; z = Q·Λ^100·R(x̂ − μ_0); μ_0 = 2.5; s = 1 − 1/(2·√(D+20) − 8.2); μ_1 =
 * −√((μ_0² − 1)/s).
 */
final class BbobLunacek extends BbobLandscape {
  private static final double MU0 = 2.5;

  private final Matrix first;
  private final Matrix second;
  private final double[] signs;
  private final double s;
  private final double mu1;

  BbobLunacek(BbobInstance problem) {
    super(problem, corner(problem));
    first = problem.rotationQ().scaledRows(problem.powers(Math.sqrt(100.0)));
    second = problem.rotationR();
    signs = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      signs[i] = 2.0 * Math.signum(xopt[i]);
    }
    s = 1.0 - 0.5 / (Math.sqrt(dimension + 20.0) - 4.1);
    mu1 = -Math.sqrt((MU0 * MU0 - 1.0) / s);
  }

  private static double[] corner(BbobInstance problem) {
    double[] x = BbobRandom.gaussian(problem.dimension(), problem.seed());
    for (int i = 0; i < x.length; i++) {
      x[i] = x[i] < 0.0 ? -0.5 * MU0 : 0.5 * MU0;
    }
    return x;
  }

  @Override
  Sweep sweep(int capacity) {
    return new Values(capacity);
  }

  private static void squaredDistances(double[] x, double centre, double[] squares, int length) {
    for (int i = 0; i < length; i++) {
      double distance = x[i] - centre;
      squares[i] = distance * distance;
    }
  }

  private final class Values extends Sweep {
    private final double[] allSigns;
    private final double[] z;
    private final double[] sum = new double[dimension];
    private final double[] penalties;
    private final double[] near;
    private final double[] far;

    Values(int capacity) {
      allSigns = Flat.repeat(signs, capacity);
      z = new double[capacity * dimension];
      penalties = new double[capacity];
      near = new double[capacity];
      far = new double[capacity];
    }

    @Override
    void values(double[] x, int count, double[] values) {
      int length = count * dimension;
      penalties(x, count, z, penalties);
      Flat.multiply(x, allSigns, length);
      squaredDistances(x, MU0, z, length);
      Flat.sums(z, dimension, count, near);
      squaredDistances(x, mu1, z, length);
      Flat.sums(z, dimension, count, far);
      Flat.shift(x, -MU0, length);
      first.apply(x, count, 0.0, sum, z);
      second.apply(z, count, 0.0, sum, x);
      Flat.squaredSineOfHalfTurns(x, length);
      Flat.sums(x, dimension, count, values);
      for (int k = 0; k < count; k++) {
        double funnels = Math.min(near[k], dimension + s * far[k]);
        values[k] = funnels + 20.0 * values[k] + 1e4 * penalties[k] + fopt;
      }
    }
  }
}
