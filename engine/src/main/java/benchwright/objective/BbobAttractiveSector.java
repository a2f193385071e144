package benchwright.objective;

/**
 * f6, the attractive sector function: T_osz(Σ (s_i·z_i)²)^0.9 + f_opt with z = Q·Λ^10·R(x − x_opt)
 * and s_i = 100 where z_i has the sign of x_opt,i, else 1.
 */
final class BbobAttractiveSector extends BbobLandscape {
  private final Matrix matrix;
  private final double[] signs;

  BbobAttractiveSector(BbobInstance problem) {
    super(problem, problem.xopt());
    matrix = problem.rotationR().times(problem.powers(Math.sqrt(10.0)), problem.rotationQ());
    signs = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      signs[i] = Math.signum(xopt[i]);
    }
  }

  @Override
  Sweep sweep(int capacity) {
    return new Values(capacity);
  }

  private static void squares(double[] z, double[] sign, int length) {
    for (int i = 0; i < length; i++) {
      double towards = sign[i] * z[i];
      double steep = Math.max(towards, 0.0);
      double gentle = Math.min(towards, 0.0);
      z[i] = 1e4 * steep * steep + gentle * gentle;
    }
  }

  private final class Values extends Sweep {
    private final double[] optima;
    private final double[] allSigns;
    private final double[] z;
    private final double[] sum = new double[dimension];
    private final double[] base;
    private final Oscillation oscillation;
    private final Powers powers;

    Values(int capacity) {
      optima = Flat.repeat(xopt, capacity);
      allSigns = Flat.repeat(signs, capacity);
      z = new double[capacity * dimension];
      base = new double[capacity];
      oscillation = new Oscillation(capacity);
      powers = new Powers(capacity);
    }

    @Override
    void values(double[] x, int count, double[] values) {
      int length = count * dimension;
      Flat.subtract(x, optima, length);
      matrix.apply(x, count, 0.0, sum, z);
      squares(z, allSigns, length);
      Flat.sums(z, dimension, count, values);
      oscillation.apply(values, count);
      // y^0.9 as y·y^−0.1: zero stays zero.
      System.arraycopy(values, 0, base, 0, count);
      powers.scaleByPower(values, base, -0.1, count);
      Flat.shift(values, fopt, count);
    }
  }
}
