package benchwright.compile;

import benchwright.script.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library that a script names with {@code @file:DependsOn}.
 *
 * @param text {@code group:artifact:version}, if it is sound
 */
record Coordinate(int line, int column, String text) {
  private static final Pattern ANNOTATION =
      Pattern.compile("@file\\s*:\\s*DependsOn\\s*\\(([^)]*)\\)");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"\\n]*)\"");
  private static final Pattern SOUND =
      Pattern.compile("[A-Za-z0-9._-]+:[A-Za-z0-9._-]+:[A-Za-z0-9._-]+");
  private static final Pattern COMMENT =
      Pattern.compile("//[^\\n]*|/\\*(?s:.*?)\\*/|\"(?:\\\\.|[^\"\\\\\\n])*\"");

  /** Those in the text of a script, in its order. */
  static List<Coordinate> in(String text) {
    List<Coordinate> coordinates = new ArrayList<>();
    if (!text.contains("DependsOn")) {
      return coordinates;
    }
    Matcher annotation = ANNOTATION.matcher(withoutComments(text));
    while (annotation.find()) {
      Matcher literal = LITERAL.matcher(text).region(annotation.start(1), annotation.end(1));
      while (literal.find()) {
        int at = literal.start();
        int line = SourceLines.count(text.substring(0, at));
        coordinates.add(
            new Coordinate(line, at - text.lastIndexOf('\n', at), literal.group(1).strip()));
      }
    }
    return coordinates;
  }

  /** Why it can name no library. */
  Optional<Mistake> mistake() {
    return SOUND.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(
            new Mistake(
                line,
                column,
                "'" + text + "' names no library",
                "write \"group:artifact:version\", such as \"org.hipparchus:hipparchus-optim:4.0\""));
  }

  String group() {
    return text.substring(0, text.indexOf(':'));
  }

  String artifact() {
    return text.substring(text.indexOf(':') + 1, text.lastIndexOf(':'));
  }

  String version() {
    return text.substring(text.lastIndexOf(':') + 1);
  }

  /** The same offsets, with blanks for comments. */
  private static String withoutComments(String text) {
    return COMMENT
        .matcher(text)
        .replaceAll(
            found ->
                found.group().startsWith("\"")
                    ? Matcher.quoteReplacement(found.group())
                    : found.group().replaceAll("[^\\n]", " "));
  }
}
