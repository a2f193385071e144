package benchwright.objective;

/** The classics that are polynomials. */
final class SmoothFormulas {
  private SmoothFormulas() {}

  /** ‖z‖². */
  static Sweep sphere(int dimension) {
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        Flat.square(z, count * dimension);
        Flat.sums(z, dimension, count, values);
      }
    };
  }

  /** Σ 100·(z_i² − z_(i+1))² + (z_i − 1)². */
  static Sweep rosenbrock(int dimension, int capacity) {
    RosenbrockSum sum = new RosenbrockSum(dimension, capacity);
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        sum.values(z, count, values);
      }
    };
  }

  /** Σ_i (z_1 + … + z_i)². */
  static Sweep schwefel12(int dimension) {
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        for (int k = 0; k < count; k++) {
          double partial = 0.0;
          double sum = 0.0;
          for (int i = k * dimension; i < (k + 1) * dimension; i++) {
            partial += z[i];
            sum += partial * partial;
          }
          values[k] = sum;
        }
      }
    };
  }

  /** ‖z‖² + s² + s⁴ with s = Σ ½·i·z_i, i from 1. */
  static Sweep zakharov(int dimension) {
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        for (int k = 0; k < count; k++) {
          double slope = 0.0;
          double sum = 0.0;
          for (int i = 0; i < dimension; i++) {
            double coordinate = z[k * dimension + i];
            slope += 0.5 * (i + 1.0) * coordinate;
            sum += coordinate * coordinate;
          }
          double square = slope * slope;
          values[k] = sum + square + square * square;
        }
      }
    };
  }

  /** ½·Σ z_i⁴ − 16·z_i² + 5·z_i. */
  static Sweep styblinskiTang(int dimension) {
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        doubleWells(z, count * dimension);
        Flat.sums(z, dimension, count, values);
      }
    };
  }

  private static void doubleWells(double[] z, int length) {
    for (int i = 0; i < length; i++) {
      double square = z[i] * z[i];
      z[i] = 0.5 * ((square - 16.0) * square + 5.0 * z[i]);
    }
  }
}
