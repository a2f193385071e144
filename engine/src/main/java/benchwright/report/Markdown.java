package benchwright.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Markdown as CommonMark and GitHub read it, piece by piece; what a user wrote cannot become markup
 * of the page.
 */
final class Markdown {
  private static final String ACTIVE = "\\`*_{}[]()#+-!~|^$=";
  private static final int LONGEST = 400;

  private Markdown() {}

  /**
   * {@code text} as words on one line: no markup, no link, no mention of anybody.
   *
   * <p>Letters stand for themselves, so that it can be read in a terminal too. A zero-width space
   * goes after what GitHub would turn into a link after all escapes are gone: {@code @name}, {@code
   * #12}.
   */
  static String text(String text) {
    return text(text, LONGEST);
  }

  /** As above, at most {@code longest} characters of it. */
  static String text(String text, int longest) {
    StringBuilder escaped = new StringBuilder();
    String line = line(text, longest);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '|' -> escaped.append("&#124;");
        case '@' -> escaped.append(isWord(next) ? "@\u200b" : "@");
        case '#' -> escaped.append(Character.isDigit(next) ? "\\#\u200b" : "\\#");
        case ':' -> escaped.append(next == '/' ? "\\:" : ":");
        case '.' -> escaped.append(i > 2 && line.startsWith("www", i - 3) ? "\\." : ".");
        case '-', '+', '=', '(', ')', '!', '{', '}', '^', '$' ->
            escaped.append(i == 0 || next == '[' || isAfterBracket(line, i) ? "\\" : "").append(c);
        case '_' ->
            // Inside a word an underscore is nothing but itself.
            escaped.append(i > 0 && isWord(line.charAt(i - 1)) && isWord(next) ? "_" : "\\_");
        default -> escaped.append(ACTIVE.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return numbered(escaped);
  }

  /** {@code text} as code, on one line; also inside a table. Nothing for the empty text. */
  static String code(String text) {
    String line = line(text);
    if (line.isEmpty()) {
      return "";
    }
    if (line.indexOf('|') < 0 && line.indexOf('`') < 0) {
      return "`" + line + "`";
    }
    StringBuilder entities = new StringBuilder("<code>");
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean link =
          (c == ':' && line.startsWith("//", i + 1)) || (c == '.' && line.startsWith("www", i - 3));
      boolean plain = !link && "`|<>&*_[]~\\@#^$!".indexOf(c) < 0;
      entities.append(plain ? Character.toString(c) : "&#" + (int) c + ";");
    }
    return entities.append("</code>").toString();
  }

  /** A block of code: lines as they are, the fence longer than any in it. */
  static String block(String language, String text) {
    int longest = 2;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    return fence + language + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence + "\n";
  }

  /** What folds away on GitHub, and stands open elsewhere. */
  static String details(String summary, String body) {
    return "<details><summary>" + text(summary) + "</summary>\n\n" + body + "\n</details>\n";
  }

  /** On one line, without control characters, at most 400 characters. */
  static String line(String text) {
    return line(text, LONGEST);
  }

  /** As above, at most {@code longest} characters of it. */
  static String line(String text, int longest) {
    StringBuilder line = new StringBuilder();
    boolean blank = true;
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      int point = text.codePointAt(i);
      i += Character.charCount(point) - 1;
      // Directions and joiners could make a line look like another one.
      boolean shown =
          !Character.isISOControl(point)
              && Character.getType(point) != Character.FORMAT
              && Character.getType(point) != Character.SURROGATE
              && !Character.isWhitespace(point);
      if (shown) {
        line.appendCodePoint(point);
        blank = false;
        length++;
      } else if (!blank) {
        line.append(' ');
        blank = true;
        length++;
      }
      if (length >= longest) {
        line.append('…');
        break;
      }
    }
    return line.toString().strip();
  }

  /** A number and a point at the beginning would begin a list. */
  private static String numbered(StringBuilder escaped) {
    int digits = 0;
    while (digits < escaped.length() && Character.isDigit(escaped.charAt(digits))) {
      digits++;
    }
    boolean marker =
        digits > 0 && digits < escaped.length() && ".)".indexOf(escaped.charAt(digits)) >= 0;
    if (marker && (digits + 1 == escaped.length() || escaped.charAt(digits + 1) == ' ')) {
      escaped.insert(digits, '\\');
    }
    return escaped.toString();
  }

  private static boolean isAfterBracket(String line, int i) {
    return line.charAt(i - 1) == ']';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  /** A table whose source is aligned too, so that it reads well where nobody renders it. */
  static final class Grid {
    private final List<Boolean> toTheRight;
    private final List<List<String>> rows = new ArrayList<>();

    /** The titles of the columns; those that begin with {@code >} stand to the right. */
    Grid(String... titles) {
      this(List.of(titles));
    }

    Grid(List<String> titles) {
      toTheRight = titles.stream().map(title -> title.startsWith(">")).toList();
      rows.add(
          titles.stream()
              .map(title -> title.startsWith(">") ? title.substring(1) : title)
              .toList());
    }

    /** A row of cells that are Markdown already. */
    Grid add(List<String> cells) {
      List<String> row = new ArrayList<>(cells);
      row.addAll(Collections.nCopies(toTheRight.size() - cells.size(), ""));
      rows.add(row);
      return this;
    }

    Grid add(String... cells) {
      return add(List.of(cells));
    }

    boolean isEmpty() {
      return rows.size() == 1;
    }

    int size() {
      return rows.size() - 1;
    }

    String toText() {
      int[] widths = new int[toTheRight.size()];
      for (List<String> row : rows) {
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.max(Math.max(3, widths[i]), row.get(i).length());
        }
      }
      StringBuilder text = new StringBuilder();
      for (int r = 0; r < rows.size(); r++) {
        line(text, rows.get(r), widths);
        if (r == 0) {
          text.append('|');
          for (int i = 0; i < widths.length; i++) {
            boolean right = toTheRight.get(i);
            text.append(' ').append("-".repeat(widths[i] - (right ? 1 : 0)));
            text.append(right ? ": |" : " |");
          }
          text.append('\n');
        }
      }
      return text.toString();
    }

    private void line(StringBuilder text, List<String> row, int[] widths) {
      text.append('|');
      for (int i = 0; i < widths.length; i++) {
        String padding = " ".repeat(widths[i] - row.get(i).length());
        text.append(' ');
        text.append(toTheRight.get(i) ? padding + row.get(i) : row.get(i) + padding);
        text.append(" |");
      }
      text.append('\n');
    }
  }
}
