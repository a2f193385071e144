package benchwright.report.chart;

import benchwright.report.chart.Grid.Field;
import benchwright.report.chart.Grid.Row;
import benchwright.report.markup.Markup;

/** Draws heat tables. */
final class GridDrawing {
  /** Depths that are told apart by colour. */
  static final int DEPTHS = 8;

  private static final double SIZE = Drawing.SIZE;
  private static final double ROW = 24;

  private final Grid grid;
  private final double left;
  private final double column;
  private final double top;

  GridDrawing(Grid grid) {
    this.grid = grid;
    double names = 0;
    double fields = 44;
    for (Row row : grid.rows()) {
      names = Math.max(names, Letters.width(row.name(), SIZE));
      for (Field field : row.fields()) {
        fields = Math.max(fields, Letters.width(field.text(), SIZE) + 12);
      }
    }
    for (String name : grid.columns()) {
      fields = Math.max(fields, Math.min(120, Letters.width(name, SIZE)) + 12);
    }
    this.left = Math.ceil(Math.min(190, names) + 14);
    this.column = Math.ceil(fields);
    this.top = 8 + SIZE * 1.9 + SIZE * 1.8 + SIZE * 1.6;
  }

  double width() {
    return Math.max(300, left + column * grid.columns().size() + 8);
  }

  double height() {
    return Math.ceil(top + grid.rows().size() * ROW + 8);
  }

  void draw(Drawing drawing) {
    drawing.name("title", 4, 8 + SIZE, grid.title(), SIZE * 1.1, width() - 8);
    legend(drawing);
    for (int i = 0; i < grid.columns().size(); i++) {
      double middle = left + i * column + column / 2;
      drawing.name("tick m", middle, top - 6, grid.columns().get(i), SIZE, column);
    }
    for (int i = 0; i < grid.rows().size(); i++) {
      Row row = grid.rows().get(i);
      double y = top + i * ROW;
      drawing.name("name e", left - 8, y + ROW / 2 + SIZE * 0.35, row.name(), SIZE, left - 12);
      for (int j = 0; j < row.fields().size(); j++) {
        field(drawing, row, j, y);
      }
    }
  }

  private void field(Drawing drawing, Row row, int j, double y) {
    Field field = row.fields().get(j);
    String depth = depth(field.depth());
    Markup markup = drawing.markup().open("g").in("field");
    String says = row.name() + " · " + grid.columns().get(j) + ": " + field.text();
    drawing.rectangle("heat " + depth, left + j * column, y, column - 2, ROW - 2, says);
    double middle = left + j * column + (column - 2) / 2;
    drawing.text("in m " + depth, middle, y + (ROW - 2) / 2 + SIZE * 0.35, field.text());
    markup.close();
  }

  private void legend(Drawing drawing) {
    double y = 8 + SIZE * 1.9;
    for (int i = 0; i < DEPTHS; i++) {
      drawing.rectangle("heat h" + i, 8 + i * 12, y, 12, SIZE, "");
    }
    drawing.text("axis", 8 + DEPTHS * 12 + 8, y + SIZE * 0.85, grid.meaning());
  }

  private static String depth(double depth) {
    return Double.isNaN(depth)
        ? "hn"
        : "h" + (int) Math.max(0, Math.min(DEPTHS - 1, Math.floor(depth * DEPTHS)));
  }
}
