package benchwright.report.chart;

import java.util.List;

/**
 * A named curve.
 *
 * @param style from 0 on: which of the looks it has; the same name should have the same look in all
 *     charts of a page.
 * @param points by growing x.
 * @param stepped whether the value holds until the next point, rather than changing steadily.
 * @param marked whether every point is marked, because each was measured; else a few are, to tell
 *     the curves apart.
 */
public record Series(String name, int style, List<Point> points, boolean stepped, boolean marked) {
  public Series {
    points = List.copyOf(points);
  }

  /** A curve that holds each value until the next. */
  public static Series steps(String name, int style, List<Point> points) {
    return new Series(name, style, points, true, false);
  }

  /** A curve through measured points. */
  public static Series measured(String name, int style, List<Point> points) {
    return new Series(name, style, points, false, true);
  }
}
