package benchwright.analysis;

import java.util.regex.Pattern;

/** Names with {@code *} for any characters and {@code ?} for one. */
public final class Glob {
  private Glob() {}

  /** Whether all of {@code text} is as {@code glob} says. */
  public static boolean matches(String glob, String text) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(text).matches();
  }
}
