package benchwright.benchmarks;

import benchwright.analysis.SummarizedRun;
import benchwright.analysis.TrendSettings;
import benchwright.analysis.Trends;
import benchwright.artifact.Alarm;
import benchwright.artifact.Trend;
import benchwright.artifact.TrendChange;
import benchwright.artifact.TrendSeries;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How often trends err and what they find: histories of 50 series with noise of 3 %, as a table in
 * Markdown. Every figure comes from fixed seeds.
 */
public final class TrendErrors {
  private static final int SERIES = 50;
  private static final int RUNS = 100;
  private static final double SPREAD = 0.03;
  private static final double LEVEL = 1e6;
  private static final int QUIET_BEFORE = 50;

  private TrendErrors() {}

  /** Takes the number of histories as a word; by default 200. */
  public static void main(String[] words) {
    int histories = words.length == 0 ? 200 : Integer.parseInt(words[0]);
    System.out.println(
        "| noise of 3 % | alarm in 100 runs | any change in 100 runs | alarm at any of 89 looks"
            + " | step: within 5 | step: within 8 | place off by | creep: within 15"
            + " | creep from the first run | plain t at 0.001 |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (Noise noise : Noise.values()) {
      System.out.println(row(noise, histories));
    }
  }

  private static String row(Noise noise, int histories) {
    int alarms = 0;
    int changes = 0;
    int plain = 0;
    for (int h = 0; h < histories; h++) {
      double[][] times = pure(noise, RUNS, h);
      Trend trend = trend(times);
      alarms += any(trend) ? 1 : 0;
      changes += trend.series().stream().anyMatch(each -> !each.changes().isEmpty()) ? 1 : 0;
      plain += PlainDivisive.anyIn(times) ? 1 : 0;
    }
    int watched = Math.max(1, histories / 5);
    int looked = 0;
    for (int h = 0; h < watched; h++) {
      List<SummarizedRun> runs = SyntheticHistory.of(pure(noise, RUNS, 10_000 + h));
      boolean alarmed = false;
      for (int length = 12; length <= RUNS && !alarmed; length++) {
        alarmed = any(trend(runs.subList(0, length)));
      }
      looked += alarmed ? 1 : 0;
    }
    int five = 0;
    int eight = 0;
    int off = 0;
    int creeps = 0;
    int creepsFromStart = 0;
    for (int h = 0; h < histories; h++) {
      double[][] times = pure(noise, QUIET_BEFORE + 15, 20_000 + h);
      times[0] = worse(noise, QUIET_BEFORE + 8, 30_000 + h, QUIET_BEFORE, 0.10, 0);
      five += found(times, QUIET_BEFORE + 5) ? 1 : 0;
      Trend eighth = trend(shortened(times, QUIET_BEFORE + 8));
      TrendSeries first = first(eighth);
      if (first.alarm() != Alarm.NONE) {
        eight++;
        TrendChange change = first.changes().get(first.changes().size() - 1);
        off = Math.max(off, Math.abs(change.at() - QUIET_BEFORE));
      }
      times[0] = worse(noise, QUIET_BEFORE + 15, 40_000 + h, QUIET_BEFORE, 0, 0.01);
      creeps += found(times, QUIET_BEFORE + 15) ? 1 : 0;
      double[][] young = pure(noise, 15, 50_000 + h);
      young[0] = worse(noise, 15, 60_000 + h, 0, 0, 0.01);
      creepsFromStart += found(young, 15) ? 1 : 0;
    }
    return String.join(
        " | ",
        "| " + noise.text(),
        share(alarms, histories),
        share(changes, histories),
        share(looked, watched),
        share(five, histories),
        share(eight, histories),
        off + (off == 1 ? " run" : " runs"),
        share(creeps, histories),
        share(creepsFromStart, histories),
        share(plain, histories) + " |");
  }

  /** A history in which nothing happens. */
  public static double[][] pure(String noise, int runs, int seed) {
    return pure(Noise.valueOf(noise), runs, seed);
  }

  private static double[][] pure(Noise noise, int runs, int seed) {
    double[][] times = new double[SERIES][];
    for (int s = 0; s < SERIES; s++) {
      times[s] = worse(noise, runs, 1_000_003L * seed + s, runs, 0, 0);
    }
    return times;
  }

  /** A series that from a run on is slower by a share, or by a share more with each run. */
  private static double[] worse(
      Noise noise, int runs, long seed, int from, double step, double creep) {
    double[] series = noise.series(runs, new SplittableRandom(seed));
    for (int i = 0; i < runs; i++) {
      double slower = i < from ? 0 : step + creep * (i - from + 1);
      series[i] = LEVEL * (1 + slower) * Math.exp(SPREAD * series[i]);
    }
    return series;
  }

  private static double[][] shortened(double[][] times, int runs) {
    double[][] shorter = new double[times.length][];
    for (int i = 0; i < times.length; i++) {
      shorter[i] = java.util.Arrays.copyOf(times[i], runs);
    }
    return shorter;
  }

  private static boolean found(double[][] times, int runs) {
    return first(trend(shortened(times, runs))).alarm() != Alarm.NONE;
  }

  private static TrendSeries first(Trend trend) {
    return trend.series().stream()
        .filter(each -> each.subject().equals("operation-0"))
        .findFirst()
        .orElseThrow();
  }

  private static Trend trend(double[][] times) {
    return trend(SyntheticHistory.of(times));
  }

  private static Trend trend(List<SummarizedRun> runs) {
    return Trends.of(runs, List.of(), List.of(), TrendSettings.DEFAULTS);
  }

  private static boolean any(Trend trend) {
    return trend.series().stream().anyMatch(each -> each.alarm() != Alarm.NONE);
  }

  private static String share(int count, int of) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / of);
  }
}
