package benchwright.objective;

import benchwright.numeric.PinnedMath;
import java.util.Arrays;

/**
 * Plain loops over the flat arrays of a {@link Sweep}: one loop a method, all arrays with the same
 * index, so that each can become SIMD.
 */
final class Flat {
  /**
   * Fewer numbers than these take one loop over whole formulas, with branches around what need not
   * be computed: each loop of SIMD costs more than it saves.
   */
  static final int FEW = 8;

  private Flat() {}

  /** x ← x + summand. */
  static void shift(double[] x, double summand, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = x[i] + summand;
    }
  }

  /** The coordinates of {@code vector}, over and over, for {@code count} points. */
  static double[] repeat(double[] vector, int count) {
    double[] repeated = Arrays.copyOf(vector, vector.length * count);
    for (int k = 1; k < count; k++) {
      System.arraycopy(vector, 0, repeated, k * vector.length, vector.length);
    }
    return repeated;
  }

  /** x ← x − y. */
  static void subtract(double[] x, double[] y, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = x[i] - y[i];
    }
  }

  /** x ← x + factor·y. */
  static void addScaled(double[] x, double factor, double[] y, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = x[i] + factor * y[i];
    }
  }

  /** x ← x·y. */
  static void multiply(double[] x, double[] y, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = y[i] * x[i];
    }
  }

  /** x ← factor·x + summand. */
  static void scaleAndShift(double[] x, double factor, double summand, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = factor * x[i] + summand;
    }
  }

  /** x ← x². */
  static void square(double[] x, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = x[i] * x[i];
    }
  }

  /** squares ← x². */
  static void square(double[] x, double[] squares, int length) {
    for (int i = 0; i < length; i++) {
      squares[i] = x[i] * x[i];
    }
  }

  /** x ← weight·x². */
  static void weightedSquare(double[] x, double[] weight, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = weight[i] * x[i] * x[i];
    }
  }

  /** x ← √x + summand. */
  static void rootAndShift(double[] x, double summand, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = Math.sqrt(x[i]) + summand;
    }
  }

  /**
   * x ← sin²(π·x), which is (1 − cos 2πx)/2 without its cancellation: exactly 0 for every integer.
   */
  static void squaredSineOfHalfTurns(double[] x, int length) {
    for (int i = 0; i < length; i++) {
      double sine = PinnedMath.sinOfHalfTurns(x[i] - Math.rint(x[i]));
      x[i] = sine * sine;
    }
  }

  /**
   * penalty ← max(0, |x| − bound)², the penalty of each coordinate outside the box (section 0.2,
   * f_pen).
   */
  static void penalty(double[] x, double bound, double[] penalty, int length) {
    for (int i = 0; i < length; i++) {
      double excess = Math.max(0.0, Math.abs(x[i]) - bound);
      penalty[i] = excess * excess;
    }
  }

  /** The sum of all coordinates of each point, from the first to the last. */
  static void sums(double[] x, int dimension, int count, double[] sums) {
    sums(x, dimension, 0, dimension, 0.0, count, sums);
  }

  /**
   * The sum of all coordinates of each point, from the first to the last, and then of {@code last}.
   */
  static void sums(double[] x, int dimension, double last, int count, double[] sums) {
    sums(x, dimension, 0, dimension, last, count, sums);
  }

  /** The sum of the coordinates {@code from} until {@code to} of each point, in this order. */
  static void sums(double[] x, int dimension, int from, int to, int count, double[] sums) {
    sums(x, dimension, from, to, 0.0, count, sums);
  }

  private static void sums(
      double[] x, int dimension, int from, int to, double last, int count, double[] sums) {
    int k = 0;
    for (; k + 3 < count; k += 4) {
      sumsOfFour(x, k, dimension, from, to, last, sums);
    }
    for (; k < count; k++) {
      int start = k * dimension;
      double sum = 0.0;
      for (int i = start + from; i < start + to; i++) {
        sum += x[i];
      }
      sums[k] = sum + last;
    }
  }

  /** Four sums at once: each waits for its own last addition only. */
  private static void sumsOfFour(
      double[] x, int k, int dimension, int from, int to, double last, double[] sums) {
    int start = k * dimension;
    double a = 0.0;
    double b = 0.0;
    double c = 0.0;
    double d = 0.0;
    for (int i = start + from; i < start + to; i++) {
      a += x[i];
      b += x[i + dimension];
      c += x[i + 2 * dimension];
      d += x[i + 3 * dimension];
    }
    sums[k] = a + last;
    sums[k + 1] = b + last;
    sums[k + 2] = c + last;
    sums[k + 3] = d + last;
  }
}
