package benchwright.objective;

import benchwright.numeric.PinnedMath;

/**
 * Powers of two with the exponents in a flat array, and what is made of them together with {@link
 * Logarithms}.
 */
final class Powers {
  private final double[] mantissa;
  private final Logarithms logarithms;

  Powers(int length) {
    mantissa = new double[length];
    logarithms = new Logarithms(length);
  }

  /** y ← y·2^x; {@code x} is overwritten. Exponents are cut to those of normal numbers. */
  void scaleByExp2(double[] y, double[] x, int length) {
    raise(x, mantissa, length);
    scale(y, x, mantissa, length);
  }

  /** y ← y·|x|^exponent. */
  void scaleByPower(double[] y, double[] x, double exponent, int length) {
    double[] logarithm = logarithms.of(x, length);
    Flat.scaleAndShift(logarithm, exponent, 0.0, length);
    scaleByExp2(y, logarithm, length);
  }

  /** y ← y·|x|^exponent, with an exponent for each coordinate. */
  void scaleByPowers(double[] y, double[] x, double[] exponent, int length) {
    double[] logarithm = logarithms.of(x, length);
    Flat.multiply(logarithm, exponent, length);
    scaleByExp2(y, logarithm, length);
  }

  /** Splits x into an integer, kept, and a fraction, of which {@code mantissa} gets the power. */
  private static void raise(double[] x, double[] mantissa, int length) {
    for (int i = 0; i < length; i++) {
      double bounded = Math.max(-1022.0, Math.min(x[i], 1023.0));
      double whole = Math.rint(bounded);
      mantissa[i] = PinnedMath.exp2OfFraction(bounded - whole);
      x[i] = whole;
    }
  }

  private static void scale(double[] y, double[] whole, double[] mantissa, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = PinnedMath.scale(y[i] * mantissa[i], whole[i]);
    }
  }
}
