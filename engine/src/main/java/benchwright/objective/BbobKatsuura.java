package benchwright.objective;

import java.util.Arrays;

/**
 * f23, the Katsuura function: (10/D²)·Π_i (1 + i·Σ_j |2^j·z_i − [2^j·z_i]|/2^j)^(10/D^1.2) − 10/D²
 * + f_pen(x) + f_opt with j from 1 to 32, [·] the nearest integer and z = Q·Λ^100·R(x − x_opt).
 *
 * <p>The product is the power of two of a sum of logarithms: 32 terms of a coordinate are exact,
 * its logarithm is one.
 */
final class BbobKatsuura extends BbobLandscape {
  private static final int SUMMANDS = 32;

  private final Matrix matrix;
  private final double exponent;

  BbobKatsuura(BbobInstance problem) {
    super(problem, problem.xopt());
    matrix = problem.rotationR().times(problem.powers(Math.sqrt(100.0)), problem.rotationQ());
    exponent = 10.0 / RoundedMath.pow(dimension, 1.2);
  }

  @Override
  Sweep sweep(int capacity) {
    return new Values(capacity);
  }

  /** Adds the terms of four successive powers of two, the first of which is given. */
  private static void addFour(double[] z, double power, double[] sum, int length) {
    double power2 = 2.0 * power;
    double power3 = 4.0 * power;
    double power4 = 8.0 * power;
    double weight = 1.0 / power;
    double weight2 = 1.0 / power2;
    double weight3 = 1.0 / power3;
    double weight4 = 1.0 / power4;
    for (int i = 0; i < length; i++) {
      double a = power * z[i];
      double b = power2 * z[i];
      double c = power3 * z[i];
      double d = power4 * z[i];
      sum[i] =
          sum[i]
              + weight * Math.abs(a - Math.rint(a))
              + weight2 * Math.abs(b - Math.rint(b))
              + weight3 * Math.abs(c - Math.rint(c))
              + weight4 * Math.abs(d - Math.rint(d));
    }
  }

  private static void factors(double[] index, double[] sum, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] = 1.0 + index[i] * sum[i];
    }
  }

  private final class Values extends Sweep {
    private final double[] optima;
    private final double[] indices;
    private final double[] z;
    private final double[] sum = new double[dimension];
    private final double[] penalties;
    private final double[] products;
    private final Logarithms logarithms;
    private final Powers powers;

    Values(int capacity) {
      double[] index = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        index[i] = i + 1.0;
      }
      optima = Flat.repeat(xopt, capacity);
      indices = Flat.repeat(index, capacity);
      z = new double[capacity * dimension];
      penalties = new double[capacity];
      products = new double[capacity];
      logarithms = new Logarithms(capacity * dimension);
      powers = new Powers(capacity);
    }

    @Override
    void values(double[] x, int count, double[] values) {
      int length = count * dimension;
      penalties(x, count, z, penalties);
      Flat.subtract(x, optima, length);
      matrix.apply(x, count, 0.0, sum, z);
      Arrays.fill(x, 0, length, 0.0);
      double power = 2.0;
      for (int j = 1; j <= SUMMANDS; j += 4) {
        addFour(z, power, x, length);
        power *= 16.0;
      }
      factors(indices, x, length);
      Flat.sums(logarithms.of(x, length), dimension, count, values);
      Flat.scaleAndShift(values, exponent, 0.0, count);
      Arrays.fill(products, 0, count, 1.0);
      powers.scaleByExp2(products, values, count);
      for (int k = 0; k < count; k++) {
        values[k] = 10.0 / dimension / dimension * (products[k] - 1.0) + fopt + penalties[k];
      }
    }
  }
}
