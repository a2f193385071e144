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

  /** y·2^x, the exponent cut to those of normal numbers. */
  static double scaled(double y, double x) {
    double bounded = bounded(x);
    double whole = Math.rint(bounded);
    return PinnedMath.scale(y * PinnedMath.exp2OfFraction(bounded - whole), whole);
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
    if (length < Flat.FEW) {
      scaleFewByPowers(y, x, exponent, length);
      return;
    }
    double[] logarithm = logarithms.of(x, length);
    Flat.multiply(logarithm, exponent, length);
    scaleByExp2(y, logarithm, length);
  }

  private static void scaleFewByPowers(double[] y, double[] x, double[] exponent, int length) {
    for (int i = 0; i < length; i++) {
      // The power of 0 is exactly 1.
      if (exponent[i] != 0.0) {
        y[i] = scaled(y[i], exponent[i] * Logarithms.of(x[i]));
      }
    }
  }

  private static double bounded(double exponent) {
    return Math.max(-1022.0, Math.min(exponent, 1023.0));
  }

  /** Splits x into an integer, kept, and a fraction, of which {@code mantissa} gets the power. */
  private static void raise(double[] x, double[] mantissa, int length) {
    for (int i = 0; i < length; i++) {
      double bounded = bounded(x[i]);
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
