package benchwright.numeric;

/**
 * Elementary functions in plain IEEE 754 arithmetic: the same bits on every JVM, interpreted,
 * compiled or vectorized.
 *
 * <p>{@code Math.exp} and its like may differ in the last bit between JVMs. These functions consist
 * of operations that are exactly specified (+, −, ·, /, fused multiply-add, {@code rint}), in a
 * fixed order. They keep within 2 ulp of the true value, {@link #pow} excepted. The pieces of which
 * they consist have neither branches nor tables, so that a loop over them can become SIMD. On a
 * processor without fused multiply-add they are correct but slow.
 */
public final class PinnedMath {
  /** 1.5·2^52: added to a small integer, it leaves that integer in the low bits of the sum. */
  public static final double SHIFTER = 0x1.8p52;

  private static final long MAGNITUDE_BITS = 0x7fffffffffffffffL;
  private static final long EXPONENT_BITS = 0xfff0000000000000L;

  /** The bits of √½: mantissas are taken from [√½, √2), so that the logarithm of 1 is exactly 0. */
  private static final long ROOT_HALF_BITS = 0x3fe6a09e667f3bcdL;

  /** The bits of 2^52 + 2048: an integer added to them is added to the value. */
  private static final long INTEGER_BITS = 0x4330000000000800L;

  private static final double INTEGER_OFFSET = 0x1p52 + 2048;

  private static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
  private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
  private static final double QUARTER_TURN_HIGH = 0x1.921fb54442d18p0;
  private static final double QUARTER_TURN_LOW = 0x1.1a62633145c07p-54;
  private static final double QUARTER_TURN_LOWEST = -0x1.f1976b7ed8fbcp-110;

  /** Arguments beyond this are left to StrictMath by {@link #sin} and {@link #cos}. */
  private static final double FAR = 0x1p40;

  private PinnedMath() {}

  /** e to the power of {@code x}. */
  public static double exp(double x) {
    // Beyond these the result is 0 or infinite; NaN passes through.
    double bounded = Math.max(-746.0, Math.min(x, 710.0));
    double whole = Math.rint(bounded / LN2_HIGH);
    double rest = Math.fma(-whole, LN2_LOW, Math.fma(-whole, LN2_HIGH, bounded));
    double mantissa = exp2OfFraction(rest / LN2_HIGH);
    // In two steps, because 2^whole alone may overflow, or vanish where the product does not.
    double half = Math.rint(whole * 0.5);
    return scale(scale(mantissa, half), whole - half);
  }

  /** The natural logarithm of {@code x}: NaN below zero, −∞ at zero. */
  public static double log(double x) {
    if (!(x > 0.0) || x == Double.POSITIVE_INFINITY) {
      return x == 0.0 ? Double.NEGATIVE_INFINITY : x < 0.0 ? Double.NaN : x;
    }
    boolean subnormal = x < Double.MIN_NORMAL;
    double normal = subnormal ? x * 0x1p54 : x;
    double exponent = integer(exponentOf(normal)) - (subnormal ? 54.0 : 0.0);
    double high = exponent * LN2_HIGH;
    double low = Math.fma(exponent, LN2_LOW, Math.fma(exponent, LN2_HIGH, -high));
    // log(1 + t) = 2s + s·R with s = t/(2 + t), which is t − s·(t − R): t itself is exact.
    double t = mantissaOf(normal) - 1.0;
    double s = t / (2.0 + t);
    return high + (t - (s * (t - logarithmicRest(s * s)) - low));
  }

  /**
   * {@code x} to the power of {@code y}, for {@code x} of at least 0: {@code exp(y · log(x))}, with
   * a relative error of about 2^-51 times the larger of 1 and |y·log x|.
   */
  public static double pow(double x, double y) {
    return y == 0.0 ? 1.0 : exp(y * log(x));
  }

  /** The sine of {@code x} in radians. */
  public static double sin(double x) {
    if (!(Math.abs(x) < FAR)) {
      return StrictMath.sin(x);
    }
    double quarters = Math.rint(x / QUARTER_TURN_HIGH);
    return sinAfterQuarters((long) quarters, lessQuarterTurns(x, quarters));
  }

  /** The cosine of {@code x} in radians. */
  public static double cos(double x) {
    if (!(Math.abs(x) < FAR)) {
      return StrictMath.cos(x);
    }
    double quarters = Math.rint(x / QUARTER_TURN_HIGH);
    return sinAfterQuarters((long) quarters + 1L, lessQuarterTurns(x, quarters));
  }

  /** The sine of {@code quarters}·π/2 + r, for |r| ≤ π/4. */
  private static double sinAfterQuarters(long quarters, double r) {
    double magnitude = (quarters & 1L) == 0L ? sinOfRadians(r) : cosOfRadians(r);
    return (quarters & 2L) == 0L ? magnitude : -magnitude;
  }

  /** x − n·π/2, with π to three times the precision of a double. */
  public static double lessQuarterTurns(double x, double n) {
    double rest = Math.fma(-n, QUARTER_TURN_LOW, Math.fma(-n, QUARTER_TURN_HIGH, x));
    return Math.fma(-n, QUARTER_TURN_LOWEST, rest);
  }

  /** 1 for an even integer, −1 for an odd one. */
  public static double alternatingSign(double integer) {
    double odd = Math.abs(integer - 2.0 * Math.rint(0.5 * integer));
    return 1.0 - 2.0 * odd;
  }

  /** sin r for |r| ≤ π/2. */
  public static double sinOfRadians(double r) {
    double w = r * r;
    double p = 0x1.89a43bea5b135p-49;
    p = Math.fma(p, w, -0x1.ae51366b753a9p-41);
    p = Math.fma(p, w, 0x1.612401540ed0fp-33);
    p = Math.fma(p, w, -0x1.ae6455a1c0795p-26);
    p = Math.fma(p, w, 0x1.71de3a54564dfp-19);
    p = Math.fma(p, w, -0x1.a01a01a018aaap-13);
    p = Math.fma(p, w, 0x1.1111111111107p-7);
    p = Math.fma(p, w, -0x1.5555555555555p-3);
    return Math.fma(p * w, r, r);
  }

  /** cos r for |r| ≤ π/4. */
  private static double cosOfRadians(double r) {
    double w = r * r;
    double p = -0x1.907d8f29fe831p-37;
    p = Math.fma(p, w, 0x1.1eeb68cd22f56p-29);
    p = Math.fma(p, w, -0x1.27e4fa17bf139p-22);
    p = Math.fma(p, w, 0x1.a01a019f4e9b4p-16);
    p = Math.fma(p, w, -0x1.6c16c16c16967p-10);
    p = Math.fma(p, w, 0x1.5555555555555p-5);
    return Math.fma(w * w, p, Math.fma(w, -0.5, 1.0));
  }

  /** log((1 + s)/(1 − s))/s − 2, of w = s², for arguments of the logarithm in [√½, √2). */
  private static double logarithmicRest(double w) {
    double p = 0x1.2b5900de53b32p-3;
    p = Math.fma(p, w, 0x1.39fe51a7c18f9p-3);
    p = Math.fma(p, w, 0x1.7462b51cb66b1p-3);
    p = Math.fma(p, w, 0x1.c71c62e3f11e6p-3);
    p = Math.fma(p, w, 0x1.2492492df281ap-2);
    p = Math.fma(p, w, 0x1.99999999952d7p-2);
    p = Math.fma(p, w, 0x1.5555555555558p-1);
    return p * w;
  }

  /** sin(π·r) for |r| ≤ ½. */
  public static double sinOfHalfTurns(double r) {
    double w = r * r;
    double p = 0x1.11949c264a3d8p-21;
    p = Math.fma(p, w, -0x1.6b1ce1e3ed672p-16);
    p = Math.fma(p, w, 0x1.e8d7021407aedp-12);
    p = Math.fma(p, w, -0x1.e306edd4228d2p-8);
    p = Math.fma(p, w, 0x1.507833d0f026ep-4);
    p = Math.fma(p, w, -0x1.32d2cce4b83a7p-1);
    p = Math.fma(p, w, 0x1.466bc67757c82p+1);
    p = Math.fma(p, w, -0x1.4abbce625be0cp+2);
    p = Math.fma(p, w, Math.PI);
    return p * r;
  }

  /** sin(2π·r) for |r| ≤ ½, to about 2·10^-15 absolute: one polynomial, no second reduction. */
  public static double sinOfTurns(double r) {
    double w = r * r;
    double p = -0x1.5e6f7afc5b2abp-7;
    p = Math.fma(p, w, 0x1.a81126109cea9p-4);
    p = Math.fma(p, w, -0x1.6f9318a17397ap-1);
    p = Math.fma(p, w, 0x1.e8f3078472575p+1);
    p = Math.fma(p, w, -0x1.e307479ca2abep+3);
    p = Math.fma(p, w, 0x1.507834649f587p+5);
    p = Math.fma(p, w, -0x1.32d2cce57e46cp+6);
    p = Math.fma(p, w, 0x1.466bc677574b1p+6);
    p = Math.fma(p, w, -0x1.4abbce625bd81p+5);
    p = Math.fma(p, w, 0x1.921fb54442d16p+2);
    return p * r;
  }

  /** 2 to the power of {@code r}, for |r| ≤ ½. */
  public static double exp2OfFraction(double r) {
    double p = 0x1.e9d3fe3952179p-32;
    p = Math.fma(p, r, 0x1.e6063f7217bc6p-28);
    p = Math.fma(p, r, 0x1.b524fae627834p-24);
    p = Math.fma(p, r, 0x1.62bfd47773353p-20);
    p = Math.fma(p, r, 0x1.ffcbfc670dcd4p-17);
    p = Math.fma(p, r, 0x1.430913096fd9fp-13);
    p = Math.fma(p, r, 0x1.5d87fe78a5276p-10);
    p = Math.fma(p, r, 0x1.3b2ab6fba1ddap-7);
    p = Math.fma(p, r, 0x1.c6b08d704a0c2p-5);
    p = Math.fma(p, r, 0x1.ebfbdff82c598p-3);
    p = Math.fma(p, r, LN2_HIGH);
    return Math.fma(p, r, 1.0);
  }

  /** The binary logarithm of a mantissa in [√½, √2): an odd polynomial of (m − 1)/(m + 1). */
  public static double log2OfMantissa(double m) {
    double f = (m - 1.0) / (m + 1.0);
    double w = f * f;
    double p = 0x1.b594042f590e9p-3;
    p = Math.fma(p, w, 0x1.c46df723fd2ebp-3);
    p = Math.fma(p, w, 0x1.0ca160eda205bp-2);
    p = Math.fma(p, w, 0x1.484afb77d8797p-2);
    p = Math.fma(p, w, 0x1.a61762d699b46p-2);
    p = Math.fma(p, w, 0x1.2776c50ee39a4p-1);
    p = Math.fma(p, w, 0x1.ec709dc3a047dp-1);
    p = Math.fma(p, w, 0x1.71547652b82fep+1);
    return p * f;
  }

  /** The mantissa of |x| in [√½, √2), where |x| is a normal number; 1 for zero. */
  public static double mantissaOf(double x) {
    long bits = Double.doubleToRawLongBits(x) & MAGNITUDE_BITS;
    return Double.longBitsToDouble(bits - ((bits - ROOT_HALF_BITS) & EXPONENT_BITS));
  }

  /**
   * The exponent that belongs to {@link #mantissaOf}, in a form that {@link #integer} turns into a
   * number.
   */
  public static double exponentOf(double x) {
    long bits = Double.doubleToRawLongBits(x) & MAGNITUDE_BITS;
    return Double.longBitsToDouble(((bits - ROOT_HALF_BITS) >> 52) + INTEGER_BITS);
  }

  /** The integer hidden in the low bits of a double by {@link #exponentOf}. */
  public static double integer(double hidden) {
    return hidden - INTEGER_OFFSET;
  }

  /** {@code x}·2^n for an integer n from −1022 to 1023. */
  public static double scale(double x, double n) {
    long bits = Double.doubleToRawLongBits(n + SHIFTER);
    return x * Double.longBitsToDouble((bits + 1023L) << 52);
  }
}
