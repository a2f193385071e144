package benchwright.cli;

import java.util.Optional;

/** Reads points: JSON arrays of numbers. */
final class PointReader {
  private PointReader() {}

  /** Reads a line into {@code x}; what is wrong with it, or nothing. */
  static Optional<String> read(String line, double[] x) {
    String text = line.strip();
    if (!text.startsWith("[") || !text.endsWith("]") || text.length() < 2) {
      return Optional.of("a point is a JSON array of numbers, such as [0, -1.5]");
    }
    String inside = text.substring(1, text.length() - 1);
    String[] items = inside.isBlank() ? new String[0] : inside.split(",", -1);
    if (items.length != x.length) {
      return Optional.of("a point needs " + x.length + " numbers; got " + items.length);
    }
    for (int i = 0; i < x.length; i++) {
      String item = items[i].strip();
      if (!isNumber(item)) {
        return Optional.of("\"" + item + "\" is no number");
      }
      x[i] = Double.parseDouble(item);
      if (Double.isInfinite(x[i])) {
        return Optional.of(item + " is too large for a double");
      }
    }
    return Optional.empty();
  }

  /**
   * As JSON spells numbers: Java alone would take {@code 1f}, {@code 0x1p3} and {@code NaN} too.
   */
  private static boolean isNumber(String text) {
    int i = text.startsWith("-") ? 1 : 0;
    int start = i;
    i = digits(text, i);
    if (i == start || (text.charAt(start) == '0' && i > start + 1)) {
      return false;
    }
    if (i < text.length() && text.charAt(i) == '.') {
      int fraction = digits(text, i + 1);
      if (fraction == i + 1) {
        return false;
      }
      i = fraction;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      int sign = i + 1 < text.length() && "+-".indexOf(text.charAt(i + 1)) >= 0 ? 2 : 1;
      int exponent = digits(text, i + sign);
      if (exponent == i + sign) {
        return false;
      }
      i = exponent;
    }
    return i == text.length();
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
