package benchwright.compile;

/** The lines of a text, counted from 1. */
final class SourceLines {
  private SourceLines() {}

  static int count(String text) {
    return (int) text.chars().filter(letter -> letter == '\n').count() + 1;
  }

  /** Line {@code number} without its end; empty if there is no such line. */
  static String line(String text, int number) {
    int start = start(text, number);
    if (start < 0) {
      return "";
    }
    int end = text.indexOf('\n', start);
    String line = end < 0 ? text.substring(start) : text.substring(start, end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** How many blanks line {@code number} begins with. */
  static int indent(String text, int number) {
    String line = line(text, number);
    int indent = 0;
    while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
      indent++;
    }
    return indent == line.length() ? 0 : indent;
  }

  private static int start(String text, int number) {
    int start = 0;
    for (int line = 1; line < number; line++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return -1;
      }
    }
    return number < 1 ? -1 : start;
  }
}
