package benchwright.objective;

/**
 * f4, the Büche-Rastrigin function: 10·(D − Σ cos 2πz_i) + ‖z‖² + 100·f_pen(x) + f_opt.
 *
 * <p>z_i = s_i·T_osz(x_i − x_opt,i), where s_i is 10^(½·i/(D−1)), ten times as much for positive
 * coordinates of even index. The definition counts coordinates from 1 and says odd; here they count
 * from 0. Even coordinates of x_opt are positive, as in the published instances.
 */
final class BbobBuecheRastrigin extends BbobLandscape {
  private final double[] scales;
  private final double[] positiveScales;

  BbobBuecheRastrigin(BbobInstance problem) {
    super(problem, evenPositive(problem.xopt()));
    scales = problem.powers(Math.sqrt(10.0));
    positiveScales = scales.clone();
    for (int i = 0; i < dimension; i += 2) {
      positiveScales[i] *= 10.0;
    }
  }

  private static double[] evenPositive(double[] x) {
    for (int i = 0; i < x.length; i += 2) {
      x[i] = Math.abs(x[i]);
    }
    return x;
  }

  @Override
  Sweep sweep(int capacity) {
    return new Values(capacity);
  }

  private static void scale(double[] z, double[] scale, double[] positiveScale, int length) {
    for (int i = 0; i < length; i++) {
      z[i] = Math.max(z[i], 0.0) * positiveScale[i] + Math.min(z[i], 0.0) * scale[i];
    }
  }

  private final class Values extends Sweep {
    private final double[] optima;
    private final double[] allScales;
    private final double[] allPositiveScales;
    private final double[] scratch;
    private final double[] penalties;
    private final Oscillation oscillation;
    private final RastriginSum rastrigin;

    Values(int capacity) {
      optima = Flat.repeat(xopt, capacity);
      allScales = Flat.repeat(scales, capacity);
      allPositiveScales = Flat.repeat(positiveScales, capacity);
      scratch = new double[capacity * dimension];
      penalties = new double[capacity];
      oscillation = new Oscillation(capacity * dimension);
      rastrigin = new RastriginSum(dimension, capacity);
    }

    @Override
    void values(double[] x, int count, double[] values) {
      int length = count * dimension;
      penalties(x, count, scratch, penalties);
      Flat.subtract(x, optima, length);
      oscillation.apply(x, length);
      scale(x, allScales, allPositiveScales, length);
      rastrigin.values(x, count, values);
      Flat.shift(values, fopt, count);
      Flat.addScaled(values, 100.0, penalties, count);
    }
  }
}
