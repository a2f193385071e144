package benchwright.external;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a JSON number, rounded correctly: as the double nearest to the decimal.
 *
 * <p>Numbers with at most 18 digits and no more than 22 places after the point need no general
 * algorithm. Their digits w and the power of ten p are known exactly, w as a sum of two doubles,
 * and the quotient comes out as a sum of two doubles: the nearest, and a rest with a relative error
 * below 2^-50. Only if the rest is so near to half a unit that this error could matter is the text
 * read by the JDK.
 */
final class NumberReader {
  private static final int LONGEST = 1_100;
  private static final int MOST_DIGITS = 18;
  private static final double MARGIN = 0x1p-50;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final long EXACT = 1L << 53;

  private final MessageReader in;
  private final byte[] text = new byte[LONGEST];
  private int length;

  NumberReader(MessageReader in) {
    this.in = in;
  }

  /** The number that begins with {@code first}; or one of the three strings for what is none. */
  double read(int first) throws IOException, Unreadable {
    if (first == '"') {
      return special();
    }
    length = 0;
    int c = first;
    boolean negative = c == '-';
    if (negative) {
      c = keep(c);
    }
    long digits = 0;
    int significant = 0;
    int places = 0;
    if (c == '0') {
      c = keep(c);
    } else if (c >= '1' && c <= '9') {
      while (c >= '0' && c <= '9') {
        digits = 10 * digits + (c - '0');
        significant++;
        c = keep(c);
      }
    } else {
      throw in.unexpected("a number");
    }
    if (c == '.') {
      c = digit(keep(c));
      while (c >= '0' && c <= '9') {
        digits = 10 * digits + (c - '0');
        if (digits != 0) {
          significant++;
        }
        places++;
        c = keep(c);
      }
    }
    if (c == 'e' || c == 'E') {
      c = keep(c);
      boolean down = c == '-';
      if (down || c == '+') {
        c = keep(c);
      }
      int exponent = 0;
      c = digit(c);
      while (c >= '0' && c <= '9') {
        exponent = Math.min(100_000, 10 * exponent + (c - '0'));
        c = keep(c);
      }
      places += down ? exponent : -exponent;
    }
    in.back();
    if (significant <= MOST_DIGITS && places >= 0 && places < POWERS.length) {
      double value = quotient(digits, POWERS[places]);
      if (value >= 0) {
        return negative ? -value : value;
      }
    }
    return Double.parseDouble(new String(text, 0, length, StandardCharsets.ISO_8859_1));
  }

  /** The double nearest to {@code digits} / {@code power}; -1 where that is not certain. */
  private static double quotient(long digits, double power) {
    if (digits <= EXACT) {
      // Both are exact, and division rounds correctly.
      return digits / power;
    }
    double high = digits;
    double low = digits - (long) high;
    double nearest = high / power;
    double rest = (Math.fma(-nearest, power, high) + low) / power;
    double value = nearest + rest;
    return nearest + (rest - rest * MARGIN) == value && nearest + (rest + rest * MARGIN) == value
        ? value
        : -1;
  }

  private int keep(int c) throws IOException, Unreadable {
    if (length == LONGEST) {
      throw in.unexpected("a number of at most " + LONGEST + " characters");
    }
    text[length++] = (byte) c;
    return in.next();
  }

  private int digit(int c) throws IOException, Unreadable {
    if (c < '0' || c > '9') {
      throw in.unexpected("a digit");
    }
    return c;
  }

  private double special() throws IOException, Unreadable {
    StringBuilder word = new StringBuilder();
    for (int c = in.next(); c != '"'; c = in.next()) {
      word.append((char) c);
      if (word.length() > 9) {
        throw in.unexpected("\"NaN\", \"Infinity\" or \"-Infinity\"");
      }
    }
    return switch (word.toString()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw in.unexpected("\"NaN\", \"Infinity\" or \"-Infinity\"");
    };
  }
}
