package benchwright.plan;

import benchwright.script.Spelling;
import java.util.Collection;
import java.util.List;

/** The sentences in which a plan is refused. */
final class Sentences {
  private static final int SHOWN = 12;

  private Sentences() {}

  /** {@code start}, and the known names that may have been meant, or else all that there are. */
  static String unknown(String start, String name, Collection<String> known) {
    List<String> near = Spelling.nearest(name, known);
    return near.isEmpty()
        ? start + "; there is " + list(known) + "."
        : start + "; did you mean " + String.join(" or ", near) + "?";
  }

  /** The first names of {@code known}, and how many more there are. */
  static String list(Collection<?> known) {
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (Object each : known) {
      if (shown == SHOWN) {
        return text.append(" and ").append(known.size() - SHOWN).append(" more").toString();
      }
      text.append(shown++ == 0 ? "" : ", ").append(each);
    }
    return text.toString();
  }
}
