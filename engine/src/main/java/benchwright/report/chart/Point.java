package benchwright.report.chart;

/**
 * A point of a curve with the band around it.
 *
 * @param y may be NaN or infinite: the curve has a gap there.
 * @param lower the lower end of the band; NaN without one.
 * @param upper the upper end of the band; NaN without one.
 */
public record Point(double x, double y, double lower, double upper) {
  /** A point without a band. */
  public static Point of(double x, double y) {
    return new Point(x, y, Double.NaN, Double.NaN);
  }

  boolean isDrawn() {
    return Double.isFinite(x) && Double.isFinite(y);
  }

  boolean hasBand() {
    return Double.isFinite(x) && !Double.isNaN(lower) && !Double.isNaN(upper);
  }
}
