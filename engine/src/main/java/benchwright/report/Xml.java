package benchwright.report;

/** Text of a user's inside XML 1.0. */
final class Xml {
  private Xml() {}

  /**
   * {@code text} for an attribute or between elements: markup escaped, and what XML 1.0 cannot hold
   * (most control characters, halves of surrogate pairs, U+FFFE and U+FFFF) replaced by U+FFFD.
   */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      int point = text.codePointAt(i);
      i += Character.charCount(point) - 1;
      switch (point) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\n' -> escaped.append("&#10;");
        case '\t' -> escaped.append("&#9;");
        case '\r' -> escaped.append("&#13;");
        default -> escaped.appendCodePoint(allowed(point) ? point : 0xfffd);
      }
    }
    return escaped.toString();
  }

  /** Char of XML 1.0, section 2.2, without the C1 controls that its authors advise against. */
  private static boolean allowed(int point) {
    return (point >= 0x20 && point < 0x7f)
        || (point >= 0xa0 && point <= 0xd7ff)
        || (point >= 0xe000 && point <= 0xfffd)
        || point >= 0x10000;
  }
}
