package benchwright.analysis;

import benchwright.stats.Holm;
import benchwright.stats.LevelShift;
import benchwright.stats.Sample;
import benchwright.stats.Slope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * At which level each noisy series is tested, so that pure noise in any number of them raises an
 * alarm in less than {@link #ERROR} of all looks (Holm over series).
 */
final class SeriesTests {
  /** Small, because a history is looked at again after each run. */
  static final double ERROR = 0.002;

  /** A series shorter than this tells nothing yet. */
  static final int LEAST = 12;

  /** Of the error of a series, the part for changes of level; the rest is for slopes. */
  static final double FOR_LEVELS = 0.75;

  private static final int ENOUGH_SERIES = 5;

  /** A series and the points since its last known change. */
  record Stretch(RawSeries series, int from) {
    int size() {
      return series.size() - from;
    }

    double[] logarithms() {
      return series.logarithms(from, series.size());
    }
  }

  /**
   * How one series is tested.
   *
   * @param level of all its tests together
   * @param correlation that neighbours have at least
   */
  record Test(double level, double correlation) {}

  private SeriesTests() {}

  /** In the order of {@code stretches}. */
  static List<Test> of(List<Stretch> stretches) {
    Map<TrendMeasure, Double> correlations = correlations(stretches);
    double[] p = new double[stretches.size()];
    for (int i = 0; i < p.length; i++) {
      Stretch each = stretches.get(i);
      p[i] = Double.NaN;
      if (each.size() >= LEAST) {
        double[] values = each.logarithms();
        double correlation = correlations.getOrDefault(each.series().measure(), 0.0);
        double level = LevelShift.strongest(values, correlation).p() / FOR_LEVELS;
        double slope = Slope.of(values, correlation).p() / (1 - FOR_LEVELS);
        p[i] = Math.min(1, Math.min(level, slope));
      }
    }
    double[] adjusted = Holm.adjusted(p);
    int waiting = 1;
    for (double each : adjusted) {
      waiting += each > ERROR ? 1 : 0;
    }
    List<Test> tests = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      // The level of Holm's last rejection, which all that were rejected pass.
      double level = adjusted[i] <= ERROR ? ERROR / waiting : 0;
      tests.add(
          new Test(level, correlations.getOrDefault(stretches.get(i).series().measure(), 0.0)));
    }
    return tests;
  }

  /** Of neighbours, by measure: the median over series, which one series alone tells badly. */
  private static Map<TrendMeasure, Double> correlations(List<Stretch> stretches) {
    Map<TrendMeasure, List<Double>> found = new EnumMap<>(TrendMeasure.class);
    for (Stretch each : stretches) {
      if (each.size() >= LEAST) {
        double correlation = LevelShift.strongest(each.logarithms(), 0).correlation();
        if (!Double.isNaN(correlation)) {
          found
              .computeIfAbsent(each.series().measure(), measure -> new ArrayList<>())
              .add(correlation);
        }
      }
    }
    Map<TrendMeasure, Double> correlations = new EnumMap<>(TrendMeasure.class);
    found.forEach(
        (measure, all) -> {
          double middle =
              Sample.of(all.stream().mapToDouble(Double::doubleValue).toArray()).median();
          if (all.size() >= ENOUGH_SERIES) {
            correlations.put(measure, Math.max(0, middle));
          }
        });
    return correlations;
  }
}
