package benchwright.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of aligned words. */
public final class Listing {
  private final List<List<String>> lines = new ArrayList<>();

  public void add(String... words) {
    lines.add(List.of(words));
  }

  /** The lines, each indented by two blanks. */
  public String toText() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        if (i == widths.size()) {
          widths.add(0);
        }
        widths.set(i, Math.max(widths.get(i), line.get(i).length()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder padded = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        padded.append("  ").append(line.get(i));
        padded.append(" ".repeat(widths.get(i) - line.get(i).length()));
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
