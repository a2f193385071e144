package benchwright.objective;

import benchwright.numeric.PinnedMath;

/**
 * f20, the Schwefel function: −(1/(100·D))·Σ z_i·sin √|z_i| + 4.189828872724339 + 100·f_pen(z/100)
 * + f_opt.
 *
 * <p>x̂ = 2·sign(x_opt)·x; ẑ_1 = x̂_1, ẑ_(i+1) = x̂_(i+1) + ¼·(x̂_i − 2·|x_opt,i|); z =
 * 100·(Λ^10·(ẑ − 2·|x_opt|) + 2·|x_opt|). The penalty applies to z, so it can be felt inside the
 * box.
 */
final class BbobSchwefel extends BbobLandscape {
  private static final double TWICE_OPTIMUM = 4.2096874637;
  private static final double SMALLEST_MEAN = 418.9828872724339;
  private static final double BOUND = 500.0;

  private static final double PER_HALF_TURN = 1.0 / Math.PI;
  private static final double QUARTER_TURN = 0.5 * Math.PI;

  private final double[] signs;
  private final double[] diagonal;

  BbobSchwefel(BbobInstance problem) {
    super(problem, corner(problem));
    diagonal = new double[dimension];
    signs = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      diagonal[i] = RoundedMath.pow(10.0, 0.5 * i / (dimension - 1.0));
      signs[i] = 2.0 * Math.signum(xopt[i]);
    }
  }

  private static double[] corner(BbobInstance problem) {
    double[] x = BbobRandom.uniform(problem.dimension(), problem.seed());
    for (int i = 0; i < x.length; i++) {
      x[i] = (x[i] < 0.5 ? -1.0 : 1.0) * (420.96874633 / 200.0);
    }
    return x;
  }

  @Override
  Sweep sweep(int capacity) {
    return new Values(capacity);
  }

  private static void couple(double[] x, double[] previous, double[] diagonal, int length) {
    for (int i = 0; i < length; i++) {
      double hat = x[i] + 0.25 * (previous[i] - TWICE_OPTIMUM);
      x[i] = 100.0 * (diagonal[i] * (hat - TWICE_OPTIMUM) + TWICE_OPTIMUM);
    }
  }

  /** z ← z·sin √|z|. */
  private static void waves(double[] z, int length) {
    for (int i = 0; i < length; i++) {
      double root = Math.sqrt(Math.abs(z[i]));
      double halfTurns = Math.rint(root * PER_HALF_TURN);
      double rest = PinnedMath.lessQuarterTurns(root, 2.0 * halfTurns);
      // A huge root leaves more than half a turn.
      double bounded = Math.max(-QUARTER_TURN, Math.min(rest, QUARTER_TURN));
      double sine = PinnedMath.alternatingSign(halfTurns) * PinnedMath.sinOfRadians(bounded);
      z[i] = z[i] * sine;
    }
  }

  private final class Values extends Sweep {
    private final double[] allSigns;
    private final double[] allScales;
    private final double[] scratch;
    private final double[] penalties;

    Values(int capacity) {
      allSigns = Flat.repeat(signs, capacity);
      allScales = Flat.repeat(diagonal, capacity);
      scratch = new double[capacity * dimension];
      penalties = new double[capacity];
    }

    @Override
    void values(double[] x, int count, double[] values) {
      int length = count * dimension;
      Flat.multiply(x, allSigns, length);
      double[] previous = scratch;
      System.arraycopy(x, 0, previous, 1, length - 1);
      for (int k = 0; k < count; k++) {
        // The first coordinate has no predecessor: one that adds 0 to it.
        previous[k * dimension] = TWICE_OPTIMUM;
      }
      couple(x, previous, allScales, length);
      Flat.penalty(x, BOUND, scratch, length);
      Flat.sums(scratch, dimension, count, penalties);
      waves(x, length);
      Flat.sums(x, dimension, count, values);
      for (int k = 0; k < count; k++) {
        values[k] = 0.01 * (penalties[k] + SMALLEST_MEAN - values[k] / dimension) + fopt;
      }
    }
  }
}
