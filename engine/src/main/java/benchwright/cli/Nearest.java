package benchwright.cli;

import benchwright.script.Spelling;
import java.util.List;

/** Says what somebody may have meant. */
final class Nearest {
  private Nearest() {}

  /** What to type next: the nearest names, if any, and where all of them are told. */
  static String[] remedies(String typed, List<String> known, String where) {
    List<String> nearest = Spelling.nearest(typed, known);
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
}
