package benchwright.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in aligned columns, two blanks between them, none at the end of a line. */
final class Table {
  private record Row(List<String> cells, int highlighted) {}

  private final List<Boolean> toTheRight;
  private final List<Row> rows = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  /** Each column's alignment: whether its cells stand to the right. */
  Table(List<Boolean> toTheRight) {
    this.toTheRight = List.copyOf(toTheRight);
    for (int i = 0; i < toTheRight.size(); i++) {
      widths.add(0);
    }
  }

  void add(List<String> cells) {
    add(cells, -1);
  }

  /** A row whose cell {@code highlighted} stands out; −1 for none. */
  void add(List<String> cells, int highlighted) {
    rows.add(new Row(List.copyOf(cells), highlighted));
    for (int i = 0; i < cells.size(); i++) {
      widths.set(i, Math.max(widths.get(i), cells.get(i).length()));
    }
  }

  String toText(Palette palette) {
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      Row row = rows.get(r);
      StringBuilder line = new StringBuilder();
      int blanks = 0;
      for (int i = 0; i < row.cells().size(); i++) {
        String cell = row.cells().get(i);
        int padding = widths.get(i) - cell.length();
        blanks += toTheRight.get(i) ? padding : 0;
        if (!cell.isEmpty()) {
          line.append(" ".repeat(blanks));
          blanks = 0;
          line.append(
              r == 0 ? palette.bold(cell) : i == row.highlighted() ? palette.green(cell) : cell);
          blanks = toTheRight.get(i) ? 0 : padding;
        } else {
          blanks += toTheRight.get(i) ? 0 : padding;
        }
        blanks += 2;
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }
}
