package benchwright.external;

/** Doubles as the sixteen hexadecimal digits of their bits, the most significant first. */
final class Hexadecimal {
  /** How many digits a double has. */
  static final int DIGITS = 16;

  private Hexadecimal() {}

  /** The value of a digit of either case; below 0 for any other byte. */
  static int digit(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  /** Writes {@code value} from {@code at} on; returns the position after it. */
  static int write(double value, byte[] to, int at) {
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < DIGITS; i++) {
      int digit = (int) (bits >>> (60 - 4 * i)) & 15;
      to[at + i] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
    }
    return at + DIGITS;
  }
}
