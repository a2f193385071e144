package benchwright.objective;

/**
 * A number as the unevaluated sum of two doubles, good for about 100 bits (Dekker, A Floating-Point
 * Technique for Extending the Available Precision, Numerische Mathematik 18, 1971).
 */
record DoubleDouble(double high, double low) {
  static DoubleDouble of(double x) {
    return new DoubleDouble(x, 0.0);
  }

  /** a + b, exactly, for |a| ≥ |b|. */
  static DoubleDouble ofOrdered(double a, double b) {
    double sum = a + b;
    return new DoubleDouble(sum, b - (sum - a));
  }

  /** a + b, exactly. */
  static DoubleDouble ofSum(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    return new DoubleDouble(sum, (a - (sum - part)) + (b - part));
  }

  DoubleDouble plus(double x) {
    DoubleDouble sum = ofSum(high, x);
    return ofOrdered(sum.high, sum.low + low);
  }

  DoubleDouble plus(DoubleDouble x) {
    DoubleDouble sum = ofSum(high, x.high);
    DoubleDouble rest = ofSum(low, x.low);
    DoubleDouble carried = ofOrdered(sum.high, sum.low + rest.high);
    return ofOrdered(carried.high, carried.low + rest.low);
  }

  DoubleDouble times(double x) {
    double product = high * x;
    return ofOrdered(product, Math.fma(low, x, Math.fma(high, x, -product)));
  }

  DoubleDouble times(DoubleDouble x) {
    double product = high * x.high;
    double rest = Math.fma(high, x.high, -product) + (high * x.low + low * x.high);
    return ofOrdered(product, rest);
  }

  DoubleDouble dividedBy(double x) {
    double quotient = high / x;
    double rest = (Math.fma(-quotient, x, high) + low) / x;
    return ofOrdered(quotient, rest);
  }

  DoubleDouble negated() {
    return new DoubleDouble(-high, -low);
  }

  /** This number times a power of two. */
  DoubleDouble scaled(double powerOfTwo) {
    return new DoubleDouble(high * powerOfTwo, low * powerOfTwo);
  }

  double rounded() {
    return high + low;
  }
}
