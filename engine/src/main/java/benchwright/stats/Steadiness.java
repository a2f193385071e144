package benchwright.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether times had stopped falling before the first of them was kept.
 *
 * <p>The first quarter of a series is held against its rest, and its first half against the other,
 * as ratios: with 97.5 % each, so that both together keep 95 %. Of three series or more (the forks
 * of an operation) each gives the ratio of its medians, and the interval is that of Student's t
 * over the series; of one or two series (the runs of a command) it is that of Hodges and Lehmann
 * (Estimates of Location Based on Rank Tests, 1963) with the ranks of Mann and Whitney, in the
 * approximation by a normal distribution.
 *
 * <p>The times fall if an interval lies above 1 and its middle at 1.01 or more; they are steady if
 * all intervals end below 1.05: a fall of 5 % would have been noticed. Between the two, and with
 * fewer than 10 numbers in a series (4 each with three series or more), nobody knows.
 */
public enum Steadiness {
  YES,
  NO,
  UNKNOWN;

  private static final int LEAST_ALONE = 10;
  private static final int LEAST_TOGETHER = 4;
  private static final int MOST = 200;
  private static final double CONFIDENCE = 0.975;

  /** The quantile of the standard normal distribution at (1 + {@link #CONFIDENCE}) / 2. */
  private static final double Z = 2.241402727604947;

  private static final double FALL = StrictMath.log(1.01);
  private static final double TOLERANCE = StrictMath.log(1.05);

  /** A range of the logarithm of a ratio, and its middle. */
  private record Shift(double lower, double middle, double upper) {}

  /**
   * Judges.
   *
   * @param series the times of each process, in the order in which they were taken; positive
   */
  public static Steadiness of(List<double[]> series) {
    int least = series.size() > 2 ? LEAST_TOGETHER : LEAST_ALONE;
    List<double[]> usable = new ArrayList<>();
    for (double[] times : series) {
      if (times.length >= least) {
        usable.add(times);
      }
    }
    if (usable.isEmpty() || usable.size() < series.size()) {
      return UNKNOWN;
    }
    List<Shift> shifts = new ArrayList<>();
    for (int part : new int[] {4, 2}) {
      if (usable.size() > 2) {
        shifts.add(together(usable, part));
      } else {
        for (double[] times : usable) {
          double[] logs = logarithms(times);
          shifts.add(alone(logs, (logs.length + part - 1) / part));
        }
      }
    }
    if (shifts.stream().anyMatch(shift -> shift.lower > 0 && shift.middle >= FALL)) {
      return NO;
    }
    return shifts.stream().allMatch(shift -> shift.upper < TOLERANCE) ? YES : UNKNOWN;
  }

  private static Shift together(List<double[]> series, int part) {
    double[] ratios = new double[series.size()];
    for (int i = 0; i < ratios.length; i++) {
      double[] times = series.get(i);
      int first = (times.length + part - 1) / part;
      ratios[i] =
          StrictMath.log(
              Sample.of(Arrays.copyOf(times, first)).median()
                  / Sample.of(Arrays.copyOfRange(times, first, times.length)).median());
    }
    MeanInterval interval = MeanInterval.withConfidence(CONFIDENCE, ratios);
    return new Shift(interval.lower(), interval.mean(), interval.upper());
  }

  /** How much higher the first numbers are than the others. */
  private static Shift alone(double[] logs, int first) {
    int others = logs.length - first;
    double[] differences = new double[first * others];
    for (int i = 0; i < first; i++) {
      for (int j = 0; j < others; j++) {
        differences[i * others + j] = logs[i] - logs[first + j];
      }
    }
    Arrays.sort(differences);
    double centre = differences.length / 2.0;
    double reach = Z * Math.sqrt(differences.length * (logs.length + 1) / 12.0);
    int rank = Math.max(1, (int) Math.floor(centre - reach));
    return new Shift(
        differences[rank - 1],
        Sample.of(differences).median(),
        differences[differences.length - rank]);
  }

  /** Of the times, or of the medians of neighbours if there are very many. */
  private static double[] logarithms(double[] times) {
    int n = Math.min(MOST, times.length);
    double[] logs = new double[n];
    for (int i = 0; i < n; i++) {
      int from = (int) ((long) i * times.length / n);
      int to = (int) ((i + 1L) * times.length / n);
      logs[i] = StrictMath.log(Sample.of(Arrays.copyOfRange(times, from, to)).median());
    }
    return logs;
  }
}
