package benchwright.objective;

/**
 * T_asy^β, which bends the positive half of a coordinate: x^(1 + β·i/(D−1)·√x) for positive x, x
 * otherwise (section 0.2 of RR-6829).
 *
 * <p>Computed as x·p^(b·√p) with p = max(x, 0): the factor is exactly 1 where p is 0.
 */
final class Asymmetry {
  private final double[] rate;
  private final double[] positive;
  private final double[] exponent;
  private final Logarithms logarithms;
  private final Powers powers;

  /**
   * @param dimension D
   * @param count the number of points at once
   */
  Asymmetry(double beta, int dimension, int count) {
    double[] rates = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      rates[i] = beta * i / (dimension - 1.0);
    }
    int length = dimension * count;
    rate = Flat.repeat(rates, count);
    positive = new double[length];
    exponent = new double[length];
    logarithms = new Logarithms(length);
    powers = new Powers(length);
  }

  /** x ← T_asy(x), for each coordinate of whole points. */
  void apply(double[] x, int length) {
    if (length < Flat.FEW) {
      bendFew(x, rate, length);
      return;
    }
    positives(x, positive, length);
    double[] logarithm = logarithms.of(positive, length);
    exponents(rate, positive, logarithm, exponent, length);
    powers.scaleByExp2(x, exponent, length);
  }

  private static void bendFew(double[] x, double[] rate, int length) {
    for (int i = 0; i < length; i++) {
      // Where the rate is 0 so is the exponent, unless x is infinite.
      if (x[i] > 0.0 && rate[i] * x[i] != 0.0) {
        x[i] = Powers.scaled(x[i], rate[i] * Math.sqrt(x[i]) * Logarithms.of(x[i]));
      }
    }
  }

  private static void positives(double[] x, double[] positive, int length) {
    for (int i = 0; i < length; i++) {
      positive[i] = Math.max(x[i], 0.0);
    }
  }

  private static void exponents(
      double[] rate, double[] positive, double[] logarithm, double[] exponent, int length) {
    for (int i = 0; i < length; i++) {
      exponent[i] = rate[i] * Math.sqrt(positive[i]) * logarithm[i];
    }
  }
}
