package benchwright.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A bracket of a script that nothing closes. */
record UnclosedBracket(char bracket, int line, int column) {

  /** The first one in {@code text}; brackets in texts and comments do not count. */
  static Optional<UnclosedBracket> in(String text) {
    Deque<UnclosedBracket> open = new ArrayDeque<>();
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '\n' -> {
          line++;
          lineStart = i + 1;
        }
        case '/' -> {
          if (text.startsWith("//", i)) {
            i = before(text, '\n', i);
          }
        }
        case '"' -> {
          int end = i + 1;
          while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
          }
          i = end < text.length() && text.charAt(end) == '\n' ? end - 1 : end;
        }
        case '(', '[', '{' -> open.addLast(new UnclosedBracket(letter, line, i - lineStart + 1));
        case ')', ']', '}' -> open.pollLast();
        default -> {}
      }
    }
    return Optional.ofNullable(open.peekFirst());
  }

  private static int before(String text, char letter, int from) {
    int at = text.indexOf(letter, from);
    return at < 0 ? text.length() : at - 1;
  }
}
