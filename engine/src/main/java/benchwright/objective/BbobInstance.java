package benchwright.objective;

import java.util.Arrays;

/**
 * The random parts of one BBOB problem: offset, place of the optimum and rotations, each from a
 * seed that function and instance determine (Hansen, Finck, Ros, Auger: Real-Parameter Black-Box
 * Optimization Benchmarking: Noiseless Functions Definitions, INRIA RR-6829, section 0.2 "General
 * Setup" and its symbols).
 */
record BbobInstance(int function, int dimension, int instance) {
  /** The id of a function. */
  static String id(int function) {
    // Not with +, whose first use costs some milliseconds.
    return "bbob-f".concat(Integer.toString(function));
  }

  /** The seed of everything but {@link #fopt}. Two pairs of functions share their instances. */
  long seed() {
    int seeding =
        switch (function) {
          case 4 -> 3;
          case 18 -> 17;
          default -> function;
        };
    return seeding + 10000L * instance;
  }

  /** f_opt: a Cauchy-like ratio of two normal numbers, rounded to hundredths and cut at ±1000. */
  double fopt() {
    double numerator = BbobRandom.gaussian(1, seed())[0];
    double denominator = BbobRandom.gaussian(1, seed() + 1)[0];
    double hundredths = Math.floor(100.0 * 100.0 * numerator / denominator + 0.5);
    return Math.min(1000.0, Math.max(-1000.0, hundredths / 100.0));
  }

  /** x_opt, where the definition says no more: uniform in [−4, 4] on a grid, and never zero. */
  double[] xopt() {
    return xopt(seed());
  }

  /** As {@link #xopt()}, from another seed. */
  double[] xopt(long seed) {
    double[] x = BbobRandom.uniform(dimension, seed);
    for (int i = 0; i < dimension; i++) {
      x[i] = 8.0 * Math.floor(1e4 * x[i]) / 1e4 - 4.0;
      if (x[i] == 0.0) {
        x[i] = -1e-5;
      }
    }
    return x;
  }

  /** The seed of the rotation R. */
  long seedOfR() {
    return seed() + 1000000L;
  }

  /** The rotation R. */
  Matrix rotationR() {
    return rotation(seedOfR());
  }

  /** The rotation Q; of a function that has one rotation only, sometimes R. */
  Matrix rotationQ() {
    return rotation(seed());
  }

  /**
   * An orthogonal matrix: normal random columns, made orthonormal one after the other (Gram and
   * Schmidt).
   */
  private Matrix rotation(long seed) {
    int d = dimension;
    double[][] columns = new double[d][];
    double[] gaussian = BbobRandom.gaussian(d * d, seed);
    for (int i = 0; i < d; i++) {
      double[] column = Arrays.copyOfRange(gaussian, i * d, i * d + d);
      for (int j = 0; j < i; j++) {
        double[] earlier = columns[j];
        double product = 0.0;
        for (int k = 0; k < d; k++) {
          product += column[k] * earlier[k];
        }
        for (int k = 0; k < d; k++) {
          column[k] -= product * earlier[k];
        }
      }
      double square = 0.0;
      for (int k = 0; k < d; k++) {
        square += column[k] * column[k];
      }
      double length = Math.sqrt(square);
      for (int k = 0; k < d; k++) {
        column[k] /= length;
      }
      columns[i] = column;
    }
    return Matrix.ofColumns(columns);
  }

  /**
   * The diagonal of Λ^α: α^(½·i/(D−1)), as the power of √α that keeps the published rounding
   * (section 0.2).
   *
   * @param root √α, or whatever is raised to the power of i/(D−1)
   */
  double[] powers(double root) {
    double[] diagonal = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      diagonal[i] = RoundedMath.pow(root, i / (dimension - 1.0));
    }
    return diagonal;
  }
}
