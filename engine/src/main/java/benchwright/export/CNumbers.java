package benchwright.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as C's printf writes them, to the digit: Java's formatter rounds twice. */
final class CNumbers {
  private CNumbers() {}

  /** As {@code %.<digits>e}: {@code 1.2e-02}. */
  static String exponent(double number, int digits) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return (1 / number < 0 ? "-0." : "0.") + "0".repeat(digits) + "e+00";
    }
    BigDecimal rounded =
        new BigDecimal(number).round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String size = Integer.toString(Math.abs(exponent));
    return rounded.movePointLeft(exponent).setScale(digits).toPlainString()
        + (exponent < 0 ? "e-" : "e+")
        + (size.length() < 2 ? "0" + size : size);
  }

  /** As {@code %+.<digits>e}: {@code +1.2e-02}. */
  static String signed(double number, int digits) {
    String text = exponent(number, digits);
    return text.startsWith("-") ? text : "+" + text;
  }
}
