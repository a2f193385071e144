package benchwright.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One direction of a chart: what it shows, from where to where.
 *
 * @param logarithmic whether equal distances are equal ratios; both ends are then above 0.
 * @param least the value at the left or lower end, finite.
 * @param greatest the value at the other end, finite and larger.
 * @param marks the values that get a tick; empty for round ones, as many as there is room for.
 */
public record Axis(
    String title,
    Unit unit,
    boolean logarithmic,
    double least,
    double greatest,
    List<Double> marks) {
  private static final double ROOM = 0.04;

  /**
   * @throws IllegalArgumentException if the ends are not as said.
   */
  public Axis {
    if (!(least < greatest)
        || !Double.isFinite(least)
        || !Double.isFinite(greatest)
        || (logarithmic && least <= 0)) {
      throw new IllegalArgumentException("an axis from " + least + " to " + greatest);
    }
    marks = List.copyOf(marks);
  }

  /** With ticks at round values. */
  public Axis(String title, Unit unit, boolean logarithmic, double least, double greatest) {
    this(title, unit, logarithmic, least, greatest, List.of());
  }

  /** The same with ticks at {@code values}. */
  public Axis marked(List<Double> values) {
    return new Axis(title, unit, logarithmic, least, greatest, values);
  }

  /**
   * A logarithmic axis that all of {@code values} fit on; those that are not above 0 or not finite
   * are left out of account.
   */
  public static Axis logarithmic(String title, Unit unit, DoubleStream values) {
    var range = values.filter(each -> each > 0 && Double.isFinite(each)).summaryStatistics();
    if (range.getCount() == 0) {
      return new Axis(title, unit, true, 1, 10);
    }
    double low = range.getMin();
    double high = range.getMax();
    // One factor of 2 at least, so that there is a tick or two.
    return high < low * 2
        ? new Axis(title, unit, true, low / 1.5, high * 1.5)
        : new Axis(title, unit, true, low, high);
  }

  /** A linear axis that all finite {@code values} fit on, with a little room at both ends. */
  public static Axis linear(String title, Unit unit, DoubleStream values) {
    var range = values.filter(Double::isFinite).summaryStatistics();
    if (range.getCount() == 0) {
      return new Axis(title, unit, false, 0, 1);
    }
    double low = range.getMin();
    double high = range.getMax();
    double room = high > low ? (high - low) * ROOM : Math.max(Math.abs(low) * ROOM, 1e-9);
    return new Axis(title, unit, false, low - room, high + room);
  }

  /** A linear axis from 0 that all finite {@code values} fit on. */
  public static Axis fromZero(String title, Unit unit, DoubleStream values) {
    double high = values.filter(Double::isFinite).max().orElse(0);
    return new Axis(title, unit, false, 0, high > 0 ? high * (1 + ROOM) : 1);
  }

  /** Shares from 0 to 1. */
  public static Axis share(String title) {
    return new Axis(title, Unit.SHARE, false, 0, 1);
  }
}
