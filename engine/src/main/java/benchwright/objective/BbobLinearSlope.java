package benchwright.objective;

/**
 * f5, the linear slope: Σ 5·|s_i| − s_i·z_i + f_opt with s_i = sign(x_opt,i)·10^(i/(D−1)) and z_i =
 * x_i, held at x_opt,i beyond the boundary on the side of the optimum: there the function is flat.
 */
final class BbobLinearSlope extends BbobLandscape {
  private static final double BOUND = 5.0;

  private final double[] signs;
  private final double[] slopes;

  BbobLinearSlope(BbobInstance problem) {
    super(problem, corner(problem.xopt()));
    slopes = problem.powers(10.0);
    signs = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      signs[i] = Math.signum(xopt[i]);
    }
  }

  private static double[] corner(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = x[i] < 0.0 ? -BOUND : BOUND;
    }
    return x;
  }

  @Override
  Sweep sweep(int capacity) {
    double[] allSigns = Flat.repeat(signs, capacity);
    double[] allSlopes = Flat.repeat(slopes, capacity);
    return new Sweep() {
      @Override
      void values(double[] x, int count, double[] values) {
        descend(x, allSigns, allSlopes, count * dimension);
        Flat.sums(x, dimension, fopt, count, values);
      }
    };
  }

  private static void descend(double[] x, double[] sign, double[] slope, int length) {
    for (int i = 0; i < length; i++) {
      double towards = sign[i] * x[i];
      // The last term is 0 for a finite coordinate, and makes the value of an infinite one not
      // finite.
      x[i] = BOUND * slope[i] - slope[i] * Math.min(towards, BOUND) + 0.0 * towards;
    }
  }
}
