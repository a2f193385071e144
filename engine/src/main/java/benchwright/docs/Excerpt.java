package benchwright.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document shows of a file: all of it, or the part between {@code // region NAME} and {@code
 * // endregion}; the marks themselves are never shown.
 */
final class Excerpt {
  private static final Pattern BEGIN = Pattern.compile("\\s*(?://|#|--) ?region +(\\S+) *");
  private static final Pattern END = Pattern.compile("\\s*(?://|#|--) ?endregion\\b.*");

  private Excerpt() {}

  /** All lines, without the blank ones at both ends. */
  static String whole(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!BEGIN.matcher(line).matches() && !END.matcher(line).matches()) {
        lines.add(line);
      }
    }
    return joined(lines);
  }

  /** The region of that name, as far to the left as it goes; empty if there is none. */
  static Optional<String> region(String text, String name) {
    List<String> lines = new ArrayList<>();
    int depth = 0;
    int inside = -1;
    for (String line : text.lines().toList()) {
      Matcher begin = BEGIN.matcher(line);
      if (begin.matches()) {
        depth++;
        inside = begin.group(1).equals(name) && inside < 0 ? depth : inside;
      } else if (END.matcher(line).matches()) {
        if (depth == inside) {
          return Optional.of(joined(lines));
        }
        depth--;
      } else if (inside >= 0) {
        lines.add(line);
      }
    }
    return Optional.empty();
  }

  /** The names of all regions. */
  static List<String> names(String text) {
    return text.lines()
        .map(BEGIN::matcher)
        .filter(Matcher::matches)
        .map(it -> it.group(1))
        .toList();
  }

  private static String joined(List<String> lines) {
    int first = 0;
    int last = lines.size();
    while (first < last && lines.get(first).isBlank()) {
      first++;
    }
    while (last > first && lines.get(last - 1).isBlank()) {
      last--;
    }
    List<String> kept = lines.subList(first, last);
    int indent = Integer.MAX_VALUE;
    for (String line : kept) {
      indent =
          line.isBlank() ? indent : Math.min(indent, line.length() - line.stripLeading().length());
    }
    StringBuilder text = new StringBuilder();
    for (String line : kept) {
      text.append(line.isBlank() ? "" : line.substring(indent).stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
