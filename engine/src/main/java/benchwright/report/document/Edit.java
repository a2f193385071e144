package benchwright.report.document;

import java.util.List;

/**
 * New lines for old ones.
 *
 * @param first the first line that is replaced, from 1
 * @param last the last one; one less than the first to replace none
 */
public record Edit(int first, int last, List<String> lines) {
  public Edit {
    lines = List.copyOf(lines);
  }
}
