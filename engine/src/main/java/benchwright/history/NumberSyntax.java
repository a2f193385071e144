package benchwright.history;

/** The syntax of numbers in JSON. */
final class NumberSyntax {
  private NumberSyntax() {}

  static boolean holds(String text) {
    int i = text.startsWith("-") ? 1 : 0;
    int whole = digits(text, i);
    if (whole == i || (text.charAt(i) == '0' && whole > i + 1)) {
      return false;
    }
    i = whole;
    if (i < text.length() && text.charAt(i) == '.') {
      int fraction = digits(text, i + 1);
      if (fraction == i + 1) {
        return false;
      }
      i = fraction;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i++;
      if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
        i++;
      }
      int exponent = digits(text, i);
      if (exponent == i) {
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
