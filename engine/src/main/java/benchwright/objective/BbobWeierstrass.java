package benchwright.objective;

import benchwright.numeric.PinnedMath;
import java.util.Arrays;

/**
 * f16, the Weierstrass function: 10·((1/D)·Σ_i Σ_k 2^−k·cos(2π·3^k·(z_i + ½)) − f_0)³ +
 * (10/D)·f_pen(x) + f_opt with k from 0 to 11 and z = R·Λ^(1/100)·Q·T_osz(R(x − x_opt)).
 *
 * <p>3^k is odd, so the half turn only changes the sign of the cosine; and f_0 is minus the sum of
 * the weights. What is left is the sum of 2^−k·(1 − cos(2π·3^k·z_i)), here 2^(1−k)·sin²(π·3^k·z_i):
 * exactly 0 at the optimum.
 */
final class BbobWeierstrass extends BbobLandscape {
  private static final int SUMMANDS = 12;

  private final Matrix first;
  private final Matrix second;

  BbobWeierstrass(BbobInstance problem) {
    super(problem, problem.xopt());
    first = problem.rotationR();
    second = first.times(problem.powers(1.0 / Math.sqrt(100.0)), problem.rotationQ());
  }

  @Override
  Sweep sweep(int capacity) {
    return new Values(capacity);
  }

  /** All frequencies are integers: the whole part of z does not matter. */
  private static void keepFraction(double[] z, int length) {
    for (int i = 0; i < length; i++) {
      z[i] = z[i] - Math.rint(z[i]);
    }
  }

  private static void addWave(
      double[] z, double frequency, double weight, double[] waves, int length) {
    for (int i = 0; i < length; i++) {
      double turns = frequency * z[i];
      double sine = PinnedMath.sinOfHalfTurns(turns - Math.rint(turns));
      waves[i] = waves[i] + weight * (sine * sine);
    }
  }

  private final class Values extends Sweep {
    private final double[] optima;
    private final double[] z;
    private final double[] sum = new double[dimension];
    private final double[] penalties;
    private final Oscillation oscillation;

    Values(int capacity) {
      optima = Flat.repeat(xopt, capacity);
      z = new double[capacity * dimension];
      penalties = new double[capacity];
      oscillation = new Oscillation(capacity * dimension);
    }

    @Override
    void values(double[] x, int count, double[] values) {
      int length = count * dimension;
      penalties(x, count, z, penalties);
      Flat.subtract(x, optima, length);
      first.apply(x, count, 0.0, sum, z);
      oscillation.apply(z, length);
      second.apply(z, count, 0.0, sum, x);
      keepFraction(x, length);
      Arrays.fill(z, 0, length, 0.0);
      double frequency = 1.0;
      double weight = 2.0;
      for (int k = 0; k < SUMMANDS; k++) {
        addWave(x, frequency, weight, z, length);
        frequency *= 3.0;
        weight *= 0.5;
      }
      Flat.sums(z, dimension, count, values);
      for (int k = 0; k < count; k++) {
        double mean = values[k] / dimension;
        values[k] = 10.0 * (mean * mean * mean) + fopt + 10.0 / dimension * penalties[k];
      }
    }
  }
}
