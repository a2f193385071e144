package benchwright.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Ids: their grammar, globs on them, and the known ones nearest to one that is not. */
final class Names {
  private static final int SUGGESTIONS = 3;

  private Names() {}

  /** Whether {@code id} can stand in a report, a key and a file name. */
  static boolean isId(String id) {
    if (id.isEmpty() || id.length() > 100) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether all of {@code text} matches {@code glob}: {@code *} any characters, {@code ?} one, the
   * rest itself.
   */
  static boolean matches(String glob, String text) {
    int g = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        resume = t;
      } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == text.charAt(t))) {
        g++;
        t++;
      } else if (star >= 0) {
        g = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  /**
   * Up to three of {@code known} that {@code unknown} is most likely a slip of the pen for; may be
   * empty.
   */
  static List<String> nearest(String unknown, Collection<String> known) {
    String wanted = unknown.replace("*", "").replace("?", "");
    List<String> near = new ArrayList<>();
    int tolerance = Math.max(2, wanted.length() / 3);
    for (String id : known) {
      if (distance(wanted, id) <= tolerance || (wanted.length() >= 3 && id.contains(wanted))) {
        near.add(id);
      }
    }
    near.sort(Comparator.comparingInt(id -> distance(wanted, id)));
    return near.subList(0, Math.min(SUGGESTIONS, near.size()));
  }

  /**
   * The number of letters to insert, delete or replace to make {@code a} into {@code b}
   * (Levenshtein).
   */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
