package benchwright.history;

/** Numbers in JSON, as ASCII. */
final class NumberSyntax {
  /** All whole numbers of so many digits are longs, and doubles too. */
  private static final int SHORT = 15;

  // Each of them is a double, so multiplying or dividing by one rounds once.
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private NumberSyntax() {}

  /** Whether {@code c} may stand somewhere in a number. */
  static boolean isPart(int c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
  }

  /** Whether the first {@code size} of {@code text} are a number. */
  static boolean holds(byte[] text, int size) {
    int i = size > 0 && text[0] == '-' ? 1 : 0;
    int whole = digits(text, i, size);
    if (whole == i || (text[i] == '0' && whole > i + 1)) {
      return false;
    }
    i = whole;
    if (i < size && text[i] == '.') {
      int fraction = digits(text, i + 1, size);
      if (fraction == i + 1) {
        return false;
      }
      i = fraction;
    }
    if (i < size && (text[i] == 'e' || text[i] == 'E')) {
      i++;
      if (i < size && (text[i] == '+' || text[i] == '-')) {
        i++;
      }
      int exponent = digits(text, i, size);
      if (exponent == i) {
        return false;
      }
      i = exponent;
    }
    return i == size;
  }

  /** Of a number, whether {@link #integer} can read it. */
  static boolean isShortInteger(byte[] text, int size) {
    int start = text[0] == '-' ? 1 : 0;
    return size - start <= SHORT && digits(text, start, size) == size;
  }

  static long integer(byte[] text, int size) {
    boolean negative = text[0] == '-';
    long value = 0;
    for (int i = negative ? 1 : 0; i < size; i++) {
      value = 10 * value + text[i] - '0';
    }
    return negative ? -value : value;
  }

  /**
   * A number of at most 15 digits whose exponent is between -22 and 22, as the double nearest to
   * it; NaN for all others (Clinger, How to read floating point numbers accurately, PLDI 1990).
   */
  static double shortDecimal(byte[] text, int size) {
    boolean negative = text[0] == '-';
    long digits = 0;
    int count = 0;
    int exponent = 0;
    boolean fraction = false;
    int i = negative ? 1 : 0;
    for (; i < size && text[i] != 'e' && text[i] != 'E'; i++) {
      if (text[i] == '.') {
        fraction = true;
      } else {
        digits = 10 * digits + text[i] - '0';
        exponent -= fraction ? 1 : 0;
        // Leading zeros are no digits.
        count += digits == 0 ? 0 : 1;
        if (count > SHORT) {
          return Double.NaN;
        }
      }
    }
    if (i < size) {
      int sign = text[i + 1] == '-' ? -1 : 1;
      int first = text[i + 1] == '-' || text[i + 1] == '+' ? i + 2 : i + 1;
      if (size - first > 3) {
        return Double.NaN;
      }
      int written = 0;
      for (int k = first; k < size; k++) {
        written = 10 * written + text[k] - '0';
      }
      exponent += sign * written;
    }
    if (Math.abs(exponent) >= POWERS.length) {
      return Double.NaN;
    }
    double value = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
    return negative ? -value : value;
  }

  private static int digits(byte[] text, int from, int size) {
    int i = from;
    while (i < size && text[i] >= '0' && text[i] <= '9') {
      i++;
    }
    return i;
  }
}
