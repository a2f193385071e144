package benchwright.report.page;

import benchwright.report.markup.Markup;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** A table whose heading stays in sight and whose columns can be sorted. */
final class Cells {
  private final Markup markup = new Markup();
  private final List<String> columns;
  private int column;

  /**
   * @param caption what the table says; may be empty.
   * @param columns the headings; those that begin with {@code #} are of numbers.
   */
  Cells(String caption, List<String> columns) {
    this.columns = List.copyOf(columns);
    markup.open("div").in("table").attribute("tabindex", 0).attribute("role", "region");
    markup.attribute("aria-label", caption.isEmpty() ? columns.get(0) : caption);
    markup.open("table").in("sortable").line();
    if (!caption.isEmpty()) {
      markup.element("caption", caption).line();
    }
    markup.open("thead").open("tr");
    for (String each : columns) {
      markup.open("th").attribute("scope", "col");
      if (isNumber(each)) {
        markup.in("n");
      }
      markup.element("bdi", isNumber(each) ? each.substring(1) : each).close();
    }
    markup.close().close().line().open("tbody").line();
  }

  Cells row() {
    markup.open("tr");
    column = 0;
    return this;
  }

  Cells end() {
    if (column != columns.size()) {
      throw new IllegalStateException(column + " cells for the columns " + columns);
    }
    markup.close().line();
    return this;
  }

  /** The cell that names the row. */
  Cells head(String text) {
    column++;
    markup.open("th").attribute("scope", "row").text(text).close();
    return this;
  }

  /** The cell that names the row, filled by somebody else. */
  Cells head(Markup content) {
    column++;
    markup.open("th").attribute("scope", "row").add(content).close();
    return this;
  }

  /** A cell of words. */
  Cells words(String text) {
    column++;
    markup.open("td").text(text).close();
    return this;
  }

  /** A cell that somebody else has filled. */
  Cells markup(Markup content) {
    column++;
    markup.open("td").add(content).close();
    return this;
  }

  /** A cell of a number, sorted by its value. */
  Cells number(double value, String text) {
    return number(value, text, "", "");
  }

  /** A cell of a whole number, sorted by its value. */
  Cells number(long value, String text) {
    return number((double) value, text, "", "");
  }

  /**
   * A cell of a number.
   *
   * @param classes how it looks; may be empty.
   * @param says more, under the pointer; may be empty.
   */
  Cells number(double value, String text, String classes, String says) {
    column++;
    markup.open("td");
    if (!classes.isEmpty()) {
      markup.in(classes);
    }
    markup.attribute("data-v", Double.isNaN(value) ? "" : plain(value));
    if (!says.isEmpty()) {
      markup.attribute("title", says);
    }
    markup.text(text).close();
    return this;
  }

  Markup render() {
    return markup.close().close().close();
  }

  /** Five digits are enough to sort by. */
  private static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.isInfinite(value)
        ? Double.toString(value)
        : Double.toString(new BigDecimal(value).round(new MathContext(5)).doubleValue());
  }

  private static boolean isNumber(String column) {
    return column.startsWith("#");
  }
}
