package benchwright.objective;

import benchwright.numeric.PinnedMath;

/**
 * Binary logarithms of the magnitudes in a flat array.
 *
 * <p>Taking doubles apart is a scalar loop (JDK 17 has no SIMD for it) and does nothing else; the
 * polynomial is a loop of its own.
 */
final class Logarithms {
  private final double[] mantissa;
  private final double[] exponent;

  Logarithms(int length) {
    mantissa = new double[length];
    exponent = new double[length];
  }

  /** The binary logarithm of |x|; −1023 for zero. */
  static double of(double x) {
    return PinnedMath.integer(PinnedMath.exponentOf(x))
        + PinnedMath.log2OfMantissa(PinnedMath.mantissaOf(x));
  }

  /** The binary logarithms of |x|, in an array that the next call overwrites; −1023 for zero. */
  double[] of(double[] x, int length) {
    takeApart(x, mantissa, exponent, length);
    putTogether(mantissa, exponent, length);
    return mantissa;
  }

  private static void takeApart(double[] x, double[] mantissa, double[] exponent, int length) {
    for (int i = 0; i < length; i++) {
      mantissa[i] = PinnedMath.mantissaOf(x[i]);
      exponent[i] = PinnedMath.exponentOf(x[i]);
    }
  }

  private static void putTogether(double[] mantissa, double[] exponent, int length) {
    for (int i = 0; i < length; i++) {
      mantissa[i] = PinnedMath.integer(exponent[i]) + PinnedMath.log2OfMantissa(mantissa[i]);
    }
  }
}
