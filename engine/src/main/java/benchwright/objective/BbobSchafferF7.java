package benchwright.objective;

import java.util.Arrays;

/**
 * The Schaffer F7 functions: ((1/(D−1))·Σ √s_i·(1 + sin²(50·s_i^0.2)))² + 10·f_pen(x) + f_opt with
 * s_i = √(z_i² + z_(i+1)²).
 *
 * <ul>
 *   <li>f17: z = Λ^10·Q·T_asy^0.5(R(x − x_opt));
 *   <li>f18: the same with Λ^1000, ill-conditioned.
 * </ul>
 */
final class BbobSchafferF7 extends BbobLandscape {
  /** From s^0.2 to half turns of the sine. */
  private static final double HALF_TURNS = 50.0 / Math.PI;

  private final Matrix first;
  private final Matrix second;

  BbobSchafferF7(BbobInstance problem, double condition) {
    super(problem, problem.xopt());
    first = problem.rotationR();
    second = problem.rotationQ().scaledRows(problem.powers(Math.sqrt(condition)));
  }

  @Override
  Sweep sweep(int capacity) {
    return new Values(capacity);
  }

  private static double term(double squareSum) {
    double halfTurns = Powers.scaled(HALF_TURNS, 0.1 * Logarithms.of(squareSum));
    return Math.sqrt(Math.sqrt(squareSum)) * (1.0 + WavyFormulas.squaredSine(halfTurns));
  }

  private static void squareSums(double[] z, double[] next, int length) {
    for (int i = 0; i < length; i++) {
      z[i] = z[i] * z[i] + next[i] * next[i];
    }
  }

  private static void terms(double[] squareSums, double[] waves, int length) {
    for (int i = 0; i < length; i++) {
      squareSums[i] = Math.sqrt(Math.sqrt(squareSums[i])) * (1.0 + waves[i]);
    }
  }

  private final class Values extends Sweep {
    private final double[] optima;
    private final double[] z;
    private final double[] sum = new double[dimension];
    private final double[] penalties;
    private final Asymmetry asymmetry;
    private final Powers powers;

    Values(int capacity) {
      optima = Flat.repeat(xopt, capacity);
      z = new double[capacity * dimension];
      penalties = new double[capacity];
      asymmetry = new Asymmetry(0.5, dimension, capacity);
      powers = new Powers(capacity * dimension);
    }

    @Override
    void values(double[] x, int count, double[] values) {
      int length = count * dimension;
      penalties(x, count, z, penalties);
      Flat.subtract(x, optima, length);
      first.apply(x, count, 0.0, sum, z);
      asymmetry.apply(z, length);
      second.apply(z, count, 0.0, sum, x);
      if (length < Flat.FEW) {
        sumsOfFew(x, count, values);
      } else {
        sums(x, count, values);
      }
      for (int k = 0; k < count; k++) {
        double mean = values[k] / (dimension - 1.0);
        values[k] = mean * mean + fopt + 10.0 * penalties[k];
      }
    }

    private void sumsOfFew(double[] x, int count, double[] values) {
      for (int k = 0; k < count; k++) {
        int last = (k + 1) * dimension - 1;
        double sum = 0.0;
        for (int i = k * dimension; i < last; i++) {
          sum += term(x[i] * x[i] + x[i + 1] * x[i + 1]);
        }
        values[k] = sum;
      }
    }

    private void sums(double[] x, int count, double[] values) {
      int length = count * dimension;
      double[] waves = z;
      // After the last coordinate of a point follows one of the next point; no sum includes it.
      System.arraycopy(x, 1, waves, 0, length - 1);
      squareSums(x, waves, length);
      Arrays.fill(waves, 0, length, HALF_TURNS);
      powers.scaleByPower(waves, x, 0.1, length);
      Flat.squaredSineOfHalfTurns(waves, length);
      terms(x, waves, length);
      Flat.sums(x, dimension, 0, dimension - 1, count, values);
    }
  }
}
