package benchwright.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for programs in other languages. */
public final class Numeral {
  private static final int DIGITS = 17;

  private Numeral() {}

  /**
   * 17 significant digits and an exponent, {@code 1.2345678901234567e+02}: every language reads the
   * same double back. {@code inf}, {@code -inf} and {@code nan} as C spells them.
   */
  public static String of(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return (1 / number < 0 ? "-0." : "0.") + "0".repeat(DIGITS - 1) + "e+00";
    }
    BigDecimal rounded =
        new BigDecimal(number).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String mantissa = rounded.movePointLeft(exponent).setScale(DIGITS - 1).toPlainString();
    String digits = Integer.toString(Math.abs(exponent));
    return mantissa + (exponent < 0 ? "e-" : "e+") + (digits.length() < 2 ? "0" + digits : digits);
  }
}
