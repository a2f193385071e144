package benchwright.report.chart;

import java.util.List;

/**
 * Curves over one axis.
 *
 * @param limits values that the curves are to be seen against; drawn if they lie on the axes.
 * @param small whether it is one of many that stand side by side: without a legend of its own.
 */
public record Plot(
    String title,
    String description,
    Axis x,
    Axis y,
    List<Series> series,
    List<Limit> limits,
    boolean small)
    implements Chart {
  public Plot {
    series = List.copyOf(series);
    limits = List.copyOf(limits);
  }

  /** The chart as one that stands alone, by a title of its own. */
  public Plot enlarged(String ownTitle) {
    return new Plot(ownTitle, description, x, y, series, limits, false);
  }

  /** The chart as one of many. */
  public Plot reduced() {
    return new Plot(title, description, x, y, series, limits, true);
  }
}
