package benchwright.objective;

/** The classics with edges and plateaus. */
final class EdgyFormulas {
  private EdgyFormulas() {}

  /** max |z_i|. */
  static Sweep schwefel221(int dimension) {
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        for (int k = 0; k < count; k++) {
          double largest = 0.0;
          for (int i = k * dimension; i < (k + 1) * dimension; i++) {
            largest = Math.max(largest, Math.abs(z[i]));
          }
          values[k] = largest;
        }
      }
    };
  }

  /** Σ |z_i| + Π |z_i|. */
  static Sweep schwefel222(int dimension) {
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        for (int k = 0; k < count; k++) {
          double sum = 0.0;
          double product = 1.0;
          for (int i = k * dimension; i < (k + 1) * dimension; i++) {
            double magnitude = Math.abs(z[i]);
            sum += magnitude;
            product *= magnitude;
          }
          values[k] = sum + product;
        }
      }
    };
  }

  /** Σ ⌊z_i + ½⌋². */
  static Sweep step(int dimension) {
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        squaredSteps(z, count * dimension);
        Flat.sums(z, dimension, count, values);
      }
    };
  }

  private static void squaredSteps(double[] z, int length) {
    for (int i = 0; i < length; i++) {
      double step = Math.floor(z[i] + 0.5);
      z[i] = step * step;
    }
  }
}
