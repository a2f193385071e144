package benchwright.analysis;

import benchwright.artifact.Interval;
import java.util.List;

/**
 * How the expected running time to one target grows with the dimension.
 *
 * @param points one for each dimension that was run, ascending
 */
public record Scaling(String optimizer, String function, double target, List<Point> points) {
  public Scaling {
    points = List.copyOf(points);
  }

  /**
   * One dimension.
   *
   * @param ert in evaluations; infinite if no trial hit the target
   * @param interval where it lies, 95 %
   * @param best the expected running time of the best entry of BBOB-2009; NaN where there is none
   */
  public record Point(
      int dimension, int trials, int successes, double ert, Interval interval, double best) {}
}
