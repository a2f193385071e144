package benchwright.report.chart;

import java.util.List;

/**
 * All samples of each thing as dots on a strip, with the middle and where it surely lies.
 *
 * @param limits values that the samples are to be seen against, such as a limit.
 */
public record Strips(
    String title, String description, Axis axis, List<Strip> strips, List<Limit> limits)
    implements Chart {
  /**
   * The samples of one thing.
   *
   * @param style which of the looks it has.
   * @param middle of the samples; NaN if it is not known.
   * @param lower the lower end of the interval of the middle; NaN without one.
   * @param upper the upper end of it; NaN without one.
   * @param note stands right of the strip; may be empty.
   */
  public record Strip(
      String name,
      int style,
      List<Double> samples,
      double middle,
      double lower,
      double upper,
      String note) {
    public Strip {
      samples = List.copyOf(samples);
    }
  }

  public Strips {
    strips = List.copyOf(strips);
    limits = List.copyOf(limits);
  }
}
