package benchwright.objective;

/**
 * The two generalized penalized functions: waves around a bowl, with a wall Σ 100·max(0, |z_i| −
 * a)⁴ far from the optimum.
 */
final class PenalizedFormulas {
  private static final double FIRST_WALL = 10.0;
  private static final double SECOND_WALL = 5.0;

  private PenalizedFormulas() {}

  /**
   * (π/D)·(10·sin²(πy_1) + Σ (y_i − 1)²·(1 + 10·sin²(πy_(i+1))) + (y_D − 1)²) + wall(10) with y_i =
   * 1 + (z_i + 1)/4, the sum running to the last coordinate but one.
   */
  static Sweep first(int dimension) {
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        for (int k = 0; k < count; k++) {
          int first = k * dimension;
          int last = first + dimension - 1;
          // y − 1; a whole half turn less does not change the square of the sine.
          double along = 0.25 * (z[first] + 1.0);
          double bowl = 10.0 * WavyFormulas.squaredSine(along);
          for (int i = first; i < last; i++) {
            double next = 0.25 * (z[i + 1] + 1.0);
            bowl += along * along * (1.0 + 10.0 * WavyFormulas.squaredSine(next));
            along = next;
          }
          bowl += along * along;
          values[k] = Math.PI / dimension * bowl + wall(z, first, last, FIRST_WALL);
        }
      }
    };
  }

  /**
   * 0.1·(sin²(3πz_1) + Σ (z_i − 1)²·(1 + sin²(3πz_(i+1))) + (z_D − 1)²·(1 + sin²(2πz_D))) +
   * wall(5), the sum running to the last coordinate but one.
   */
  static Sweep second(int dimension) {
    return new Sweep() {
      @Override
      void values(double[] z, int count, double[] values) {
        for (int k = 0; k < count; k++) {
          int first = k * dimension;
          int last = first + dimension - 1;
          double bowl = WavyFormulas.squaredSine(3.0 * z[first]);
          for (int i = first; i < last; i++) {
            double along = z[i] - 1.0;
            bowl += along * along * (1.0 + WavyFormulas.squaredSine(3.0 * z[i + 1]));
          }
          double along = z[last] - 1.0;
          bowl += along * along * (1.0 + WavyFormulas.squaredSine(2.0 * z[last]));
          values[k] = 0.1 * bowl + wall(z, first, last, SECOND_WALL);
        }
      }
    };
  }

  private static double wall(double[] z, int first, int last, double from) {
    double sum = 0.0;
    for (int i = first; i <= last; i++) {
      double beyond = Math.max(0.0, Math.abs(z[i]) - from);
      double square = beyond * beyond;
      sum += 100.0 * square * square;
    }
    return sum;
  }
}
