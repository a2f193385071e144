package benchwright.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What the numbers of an axis count, and so how they are spelt. */
public enum Unit {
  /** Any number, in at most four digits. */
  NUMBER("number"),
  /** Things: {@code 1}, {@code 10k}, {@code 2M}. */
  COUNT("count"),
  /** Distances to the optimum: {@code 10⁻⁸}. */
  DISTANCE("distance"),
  /** Times in nanoseconds: {@code 1.5 ms}. */
  NANOS("nanos"),
  /** Memory in bytes, by powers of ten: {@code 12 MB}. */
  BYTES("bytes"),
  /** Shares from 0 to 1: {@code 80 %}. */
  SHARE("share"),
  /** Multiples: {@code 1.5×}. */
  RATIO("ratio");

  private static final String[] LARGE = {"", "k", "M", "G", "T", "P", "E"};
  private static final String[] BYTE = {" B", " kB", " MB", " GB", " TB", " PB", " EB"};
  private static final String[] TIME = {" ns", " µs", " ms", " s"};
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int DIGITS = 3;

  private final String word;

  Unit(String word) {
    this.word = word;
  }

  /** The unit in the attributes of a chart, for its script. */
  String word() {
    return word;
  }

  /** The number with its unit, in three significant digits, trailing zeros left away. */
  public String text(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    return switch (this) {
      case NUMBER -> number(value);
      case COUNT -> scaled(value, LARGE);
      case DISTANCE -> distance(value);
      case NANOS -> scaled(value, TIME);
      case BYTES -> scaled(value, BYTE);
      case SHARE -> number(100 * Math.max(-1e300, Math.min(1e300, value))) + " %";
      case RATIO -> number(value) + "×";
    };
  }

  /** A whole number with its unit, as above. */
  public String text(long value) {
    return text((double) value);
  }

  /** A distance is spelt by its power of ten unless it is of everyday size. */
  private static String distance(double value) {
    if (value == 0 || (Math.abs(value) >= 0.01 && Math.abs(value) < 10_000)) {
      return plain(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String mantissa =
        rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString().replace('-', '−');
    return (mantissa.equals("1") ? "" : mantissa + "·") + power(exponent);
  }

  /** {@code 10⁻⁸}. */
  static String power(int exponent) {
    StringBuilder text = new StringBuilder("10");
    for (char each : Integer.toString(exponent).toCharArray()) {
      text.append(each == '-' ? '⁻' : SUPERSCRIPTS.charAt(each - '0'));
    }
    return text.toString();
  }

  private static String number(double value) {
    double size = Math.abs(value);
    return size != 0 && (size < 0.001 || size >= 1e6) ? distance(value) : plain(value);
  }

  private static String scaled(double value, String[] units) {
    BigDecimal rounded = rounded(value);
    int magnitude = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    int unit = Math.max(0, Math.min(units.length - 1, Math.floorDiv(magnitude, 3)));
    return plain(rounded.movePointLeft(3 * unit)) + units[unit];
  }

  private static String plain(double value) {
    return plain(rounded(value));
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString().replace('-', '−');
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
  }
}
