package benchwright.objective;

import benchwright.numeric.PinnedMath;

/** The classics with sines and cosines, each in a form that is exact at the optimum. */
final class WavyFormulas {
  private static final double SCHWEFEL_BOUND = 500.0;

  private WavyFormulas() {}

  /** 10·(D − Σ cos 2πz_i) + ‖z‖². */
  static Sweep rastrigin(int dimension, int capacity) {
    RastriginSum sum = new RastriginSum(dimension, capacity);
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        sum.values(z, count, values);
      }
    };
  }

  /**
   * −20·exp(−0.2·√(‖z‖²/D)) − exp(Σ cos(2πz_i)/D) + 20 + e, as 20·(1 − exp(…)) + e·(1 − exp(−2·Σ
   * sin²(πz_i)/D)).
   */
  static Sweep ackley(int dimension, int capacity) {
    double[] waves = new double[capacity * dimension];
    double[] waveSums = new double[capacity];
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        int length = count * dimension;
        System.arraycopy(z, 0, waves, 0, length);
        Flat.squaredSineOfHalfTurns(waves, length);
        Flat.sums(waves, dimension, count, waveSums);
        Flat.square(z, length);
        Flat.sums(z, dimension, count, values);
        for (int k = 0; k < count; k++) {
          double funnel = PinnedMath.exp(-0.2 * Math.sqrt(values[k] / dimension));
          double ripples = PinnedMath.exp(-2.0 * waveSums[k] / dimension);
          values[k] = 20.0 * (1.0 - funnel) + Math.E * (1.0 - ripples);
        }
      }
    };
  }

  /** 1 + ‖z‖²/4000 − Π cos(z_i/√i), i from 1. */
  static Sweep griewank(int dimension) {
    double[] roots = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      roots[i] = Math.sqrt(i + 1.0);
    }
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        for (int k = 0; k < count; k++) {
          double sum = 0.0;
          double product = 1.0;
          for (int i = 0; i < dimension; i++) {
            double coordinate = z[k * dimension + i];
            sum += coordinate * coordinate;
            product *= PinnedMath.cos(coordinate / roots[i]);
          }
          values[k] = sum / 4000.0 + (1.0 - product);
        }
      }
    };
  }

  /**
   * −Σ z_i·sin √|z_i| in the box [−500, 500]^D. Outside there are deeper minima: a coordinate
   * beyond the boundary counts as if on it, with the square of its distance added.
   */
  static Sweep schwefel226(int dimension) {
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        for (int k = 0; k < count; k++) {
          double sum = 0.0;
          for (int i = k * dimension; i < (k + 1) * dimension; i++) {
            double inside = Math.max(-SCHWEFEL_BOUND, Math.min(z[i], SCHWEFEL_BOUND));
            double beyond = z[i] - inside;
            sum += beyond * beyond - inside * PinnedMath.sin(Math.sqrt(Math.abs(inside)));
          }
          values[k] = sum;
        }
      }
    };
  }

  /**
   * sin²(πw_1) + Σ (w_i − 1)²·(1 + 10·sin²(πw_i + 1)) + (w_D − 1)²·(1 + sin²(2πw_D)) with w_i = 1 +
   * (z_i − 1)/4, the sum running to the last coordinate but one.
   */
  static Sweep levy(int dimension) {
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        for (int k = 0; k < count; k++) {
          int first = k * dimension;
          int last = first + dimension - 1;
          double sum = squaredSine(0.25 * (z[first] - 1.0));
          for (int i = first; i < last; i++) {
            double along = 0.25 * (z[i] - 1.0);
            // w = 1 + along: a whole half turn more does not change the square of the sine.
            sum += along * along * (1.0 + 10.0 * squaredSine(along + 1.0 / Math.PI));
          }
          double along = 0.25 * (z[last] - 1.0);
          values[k] = sum + along * along * (1.0 + squaredSine(2.0 * along));
        }
      }
    };
  }

  /** sin²(π·x). */
  static double squaredSine(double x) {
    double sine = PinnedMath.sinOfHalfTurns(x - Math.rint(x));
    return sine * sine;
  }
}
