package benchwright.report.chart;

import java.util.List;

/**
 * A heat table: a coloured field with its text for each row and column.
 *
 * @param meaning what a dark field says, such as {@code share of trials that succeeded}.
 */
public record Grid(
    String title, String description, String meaning, List<String> columns, List<Row> rows)
    implements Chart {
  /** A row with a field for each column. */
  public record Row(String name, List<Field> fields) {
    public Row {
      fields = List.copyOf(fields);
    }
  }

  /**
   * One field.
   *
   * @param depth how dark it is, from 0 to 1; NaN for a field without a value.
   * @param text stands in it, a few characters.
   */
  public record Field(double depth, String text) {}

  /**
   * @throws IllegalArgumentException if a row has not a field for each column.
   */
  public Grid {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.fields().size() != columns.size()) {
        throw new IllegalArgumentException(row + " has not the columns " + columns);
      }
    }
  }
}
