package benchwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant. */
final class Nearest {
  private static final int SHOWN = 3;

  private Nearest() {}

  /** The known names that are a few slips of the finger away, the nearest first. */
  static List<String> of(String typed, List<String> known) {
    record Candidate(String name, int distance) {}
    String wanted = letters(typed);
    int limit = 1 + wanted.length() / 3;
    List<Candidate> candidates = new ArrayList<>();
    for (String name : known) {
      String candidate = letters(name);
      boolean begins = wanted.length() >= 3 && candidate.startsWith(wanted);
      int distance = begins ? 1 : distance(wanted, candidate);
      if (distance <= limit) {
        candidates.add(new Candidate(name, distance));
      }
    }
    candidates.sort((a, b) -> Integer.compare(a.distance(), b.distance()));
    List<String> nearest = new ArrayList<>();
    for (Candidate candidate : candidates.subList(0, Math.min(SHOWN, candidates.size()))) {
      nearest.add(candidate.name());
    }
    return nearest;
  }

  /** Dashes in front are not what people mistype. */
  private static String letters(String name) {
    int start = name.startsWith("--") ? 2 : name.startsWith("-") ? 1 : 0;
    return name.substring(start).toLowerCase(Locale.ROOT);
  }

  /** What to type next: the nearest names, if any, and where all of them are told. */
  static String[] remedies(String typed, List<String> known, String where) {
    List<String> nearest = of(typed, known);
    return nearest.isEmpty()
        ? new String[] {"to see what there is: " + where}
        : new String[] {
          "did you mean " + list(nearest) + "?", "to see what there is: " + where,
        };
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  /** Edits (insert, delete, replace, swap of neighbours) from one word to the other. */
  private static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int replace = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        edits[i][j] = Math.min(replace, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          edits[i][j] = Math.min(edits[i][j], 1 + edits[i - 2][j - 2]);
        }
      }
    }
    return edits[a.length()][b.length()];
  }
}
