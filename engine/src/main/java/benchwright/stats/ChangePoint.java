package benchwright.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A change of the level of a series. Of several the largest is found first, then in each part anew,
 * as long as they are more than chance (Scott and Knott, Biometrics 30, 1974; Matteson and James,
 * JASA 109, 2014). In the end each place is set anew between its neighbours (Bai, Econometric
 * Theory 13, 1997).
 *
 * @param at the first value of the new level
 * @param p of the change, over all places that were tried where it was found
 */
public record ChangePoint(int at, double p) {
  /**
   * In the order of the series; none in one that never changes, and none in one that a straight
   * line comes nearer to than all the levels together: that has a slope.
   */
  public static List<ChangePoint> allIn(double[] values, double level, double leastCorrelation) {
    List<ChangePoint> found = new ArrayList<>();
    search(values, 0, values.length, level, leastCorrelation, found);
    for (int i = 0; i < found.size(); i++) {
      int before = i == 0 ? 0 : found.get(i - 1).at();
      int after = i + 1 == found.size() ? values.length : found.get(i + 1).at();
      if (after - before >= 2 * LevelShift.LEAST) {
        int place = before + LevelShift.place(Arrays.copyOfRange(values, before, after));
        found.set(i, new ChangePoint(place, found.get(i).p()));
      }
    }
    return isStraight(Outlying.tamed(values), found) ? List.of() : found;
  }

  /** Whether the line of least squares leaves less than the levels between changes do. */
  private static boolean isStraight(double[] y, List<ChangePoint> changes) {
    double levels = 0;
    int start = 0;
    for (int i = 0; i <= changes.size(); i++) {
      int end = i == changes.size() ? y.length : changes.get(i).at();
      double[] part = Arrays.copyOfRange(y, start, end);
      levels += squares(part, Sample.of(part).mean(), 0);
      start = end;
    }
    double mean = Sample.of(y).mean();
    double middle = (y.length - 1) / 2.0;
    double products = 0;
    double places = 0;
    for (int i = 0; i < y.length; i++) {
      products += (i - middle) * (y[i] - mean);
      places += (i - middle) * (i - middle);
    }
    return !changes.isEmpty() && squares(y, mean, products / places) < levels;
  }

  /** Around a line through the middle of the places. */
  private static double squares(double[] y, double mean, double slope) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double rest = y[i] - mean - slope * (i - (y.length - 1) / 2.0);
      sum += rest * rest;
    }
    return sum;
  }

  /** Where values that know no noise differ from the one before. */
  public static List<ChangePoint> exact(double[] values) {
    List<ChangePoint> found = new ArrayList<>();
    for (int i = 1; i < values.length; i++) {
      if (Double.compare(values[i], values[i - 1]) != 0) {
        found.add(new ChangePoint(i, 0));
      }
    }
    return found;
  }

  private static void search(
      double[] values,
      int start,
      int end,
      double level,
      double leastCorrelation,
      List<ChangePoint> found) {
    double[] part = Arrays.copyOfRange(values, start, end);
    LevelShift shift = LevelShift.strongest(part, leastCorrelation);
    if (shift.p() > level) {
      return;
    }
    int from = start + shift.from();
    int to = start + shift.to();
    search(values, start, from, level, leastCorrelation, found);
    found.add(new ChangePoint(from, shift.p()));
    search(values, from, to, level, leastCorrelation, found);
    if (to < end) {
      found.add(new ChangePoint(to, shift.p()));
      search(values, to, end, level, leastCorrelation, found);
    }
  }
}
