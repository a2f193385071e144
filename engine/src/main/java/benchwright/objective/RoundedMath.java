package benchwright.objective;

/**
 * The three elementary functions from which instances of BBOB are made, correctly rounded.
 *
 * <p>The published instances were made with a C library that rounds these functions correctly in
 * all but about one case in a thousand; StrictMath does so in nine cases out of ten, and each of
 * the others moves a rotation by a last bit.
 */
final class RoundedMath {
  private static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
  private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
  private static final double LN2_LOWEST = 0x1.7b57a079a1934p-111;
  private static final double QUARTER_HIGH = 0x1.921fb54442d18p0;
  private static final double QUARTER_LOW = 0x1.1a62633145c07p-54;
  private static final double QUARTER_LOWEST = -0x1.f1976b7ed8fbcp-110;

  /** Halvings of the argument of the exponential, undone by as many squarings. */
  private static final int HALVINGS = 6;

  private RoundedMath() {}

  /** The natural logarithm of a positive number. */
  static double log(double x) {
    return logarithm(x).rounded();
  }

  /** A positive number to a power. */
  static double pow(double x, double y) {
    return exponential(logarithm(x).times(y)).rounded();
  }

  /** The cosine of an angle of a few turns. */
  static double cos(double x) {
    double quarters = Math.rint(x / QUARTER_HIGH);
    DoubleDouble rest = less(x, quarters, QUARTER_HIGH, QUARTER_LOW, QUARTER_LOWEST);
    int quadrant = Math.floorMod((int) quarters, 4);
    double cosine = quadrant % 2 == 0 ? wave(rest, 0).rounded() : wave(rest, 1).rounded();
    return quadrant == 1 || quadrant == 2 ? -cosine : cosine;
  }

  /** One step of Newton's method from the logarithm of StrictMath. */
  private static DoubleDouble logarithm(double x) {
    double estimate = StrictMath.log(x);
    // x/e^estimate − 1, smaller than 10^-15: its logarithm needs two terms.
    DoubleDouble excess = exponential(DoubleDouble.of(-estimate)).times(x).plus(-1.0);
    return excess.plus(-0.5 * excess.high() * excess.high()).plus(estimate);
  }

  private static DoubleDouble exponential(DoubleDouble x) {
    double whole = Math.rint(x.high() / LN2_HIGH);
    DoubleDouble rest = less(x.high(), whole, LN2_HIGH, LN2_LOW, LN2_LOWEST).plus(x.low());
    DoubleDouble small = rest.scaled(Math.scalb(1.0, -HALVINGS));
    // e^small − 1: squaring 1 + s as 2s + s² keeps the small part apart.
    DoubleDouble sum = DoubleDouble.of(0.0);
    for (int n = 11; n >= 1; n--) {
      sum = sum.plus(1.0).times(small).dividedBy(n);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.scaled(2.0).plus(sum.times(sum));
    }
    return sum.plus(1.0).scaled(Math.scalb(1.0, (int) whole));
  }

  /** Cosine (from = 0) or sine (from = 1) of at most an eighth of a turn, by Taylor's series. */
  private static DoubleDouble wave(DoubleDouble x, int from) {
    DoubleDouble square = x.times(x).negated();
    DoubleDouble sum = DoubleDouble.of(0.0);
    for (int n = 26 + from; n > from; n -= 2) {
      sum = sum.plus(1.0).times(square).dividedBy((double) n * (n - 1));
    }
    sum = sum.plus(1.0);
    return from == 0 ? sum : sum.times(x);
  }

  /** x − n·(high + low + lowest). */
  private static DoubleDouble less(double x, double n, double high, double low, double lowest) {
    double product = n * high;
    DoubleDouble rest =
        DoubleDouble.ofSum(x, -product)
            .plus(-Math.fma(n, high, -product))
            .plus(DoubleDouble.of(low).times(-n));
    return rest.plus(-n * lowest);
  }
}
