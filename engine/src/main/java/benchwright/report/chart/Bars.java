package benchwright.report.chart;

import java.util.List;

/**
 * A lying bar for each thing, of one part or of several on end.
 *
 * @param axis starts at 0 and is linear.
 * @param parts the names of the parts; a single one needs no legend.
 */
public record Bars(String title, String description, Axis axis, List<String> parts, List<Bar> bars)
    implements Chart {
  /**
   * One bar.
   *
   * @param values one for each part; NaN counts as 0.
   * @param lower the lower end of an error bar on the whole; NaN without one.
   * @param upper the upper end of it; NaN without one.
   * @param note stands at the end of the bar; may be empty.
   */
  public record Bar(String name, List<Double> values, double lower, double upper, String note) {
    public Bar {
      values = List.copyOf(values);
    }
  }

  /**
   * @throws IllegalArgumentException if a bar has another number of parts.
   */
  public Bars {
    parts = List.copyOf(parts);
    bars = List.copyOf(bars);
    for (Bar bar : bars) {
      if (bar.values().size() != parts.size()) {
        throw new IllegalArgumentException(bar + " has not the parts " + parts);
      }
    }
  }
}
