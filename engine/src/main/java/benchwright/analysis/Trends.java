package benchwright.analysis;

import benchwright.artifact.Alarm;
import benchwright.artifact.Formats;
import benchwright.artifact.KnownChange;
import benchwright.artifact.LeftOutRun;
import benchwright.artifact.Trend;
import benchwright.artifact.TrendBreak;
import benchwright.artifact.TrendRun;
import benchwright.artifact.TrendSeries;
import benchwright.artifact.Verdict;
import benchwright.artifact.VerdictState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How measures went over the runs of a store: summaries in, a trend out. */
public final class Trends {
  private Trends() {}

  /**
   * The trend.
   *
   * @param runs the oldest first
   * @param leftOut runs that were not used, to be named
   * @param known what changed and is no regression
   */
  public static Trend of(
      List<SummarizedRun> runs,
      List<LeftOutRun> leftOut,
      List<KnownChange> known,
      TrendSettings settings) {
    List<TrendRun> described = runs.stream().map(SummarizedRun::run).toList();
    SeriesCollector collector = new SeriesCollector(settings, new Places(described));
    for (int i = 0; i < runs.size(); i++) {
      collector.add(i, runs.get(i));
    }
    SeriesBreaks breaks = new SeriesBreaks(described, known);
    List<RawSeries> series = collector.all();
    List<List<TrendBreak>> broken = series.stream().map(breaks::of).toList();
    List<SeriesTests.Stretch> noisy = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      if (!series.get(i).measure().exact()) {
        noisy.add(new SeriesTests.Stretch(series.get(i), SeriesJudge.last(broken.get(i))));
      }
    }
    List<SeriesTests.Test> tests = SeriesTests.of(noisy);
    Map<String, Integer> recent = recent(described);
    int silent = 0;
    List<TrendSeries> judged = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < series.size(); i++) {
      RawSeries each = series.get(i);
      SeriesTests.Test test =
          each.measure().exact() ? new SeriesTests.Test(1, 0) : tests.get(next++);
      boolean ended =
          each.run(each.size() - 1) < recent.getOrDefault(each.suite() + "\n" + each.profile(), 0);
      silent += ended ? 1 : 0;
      judged.add(
          new SeriesJudge(
                  described,
                  each,
                  broken.get(i),
                  test,
                  settings.limits().of(each.measure(), each.suite(), each.subject()),
                  ended)
              .judge());
    }
    judged.sort(
        Comparator.comparing((TrendSeries each) -> place(each)).thenComparing(Trends::less));
    return new Trend(
        Formats.TREND,
        Formats.VERSION,
        verdict(judged),
        described,
        leftOut,
        judged,
        notes(described, judged, noisy, breaks, silent));
  }

  /** Of each suite and profile the place of the first of the newest runs. */
  private static Map<String, Integer> recent(List<TrendRun> runs) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, Integer> recent = new LinkedHashMap<>();
    for (int i = runs.size() - 1; i >= 0; i--) {
      if (counts.merge(Places.group(runs.get(i)), 1, Integer::sum) <= SeriesTests.LEAST) {
        recent.put(Places.group(runs.get(i)), i);
      }
    }
    return recent;
  }

  private static int place(TrendSeries each) {
    if (each.alarm() != Alarm.NONE) {
      return each.severity().equals("fail") ? 0 : 1;
    }
    return each.forecasts().isEmpty() ? 3 : 2;
  }

  private static int less(TrendSeries a, TrendSeries b) {
    return a.alarm() == Alarm.NONE ? 0 : Double.compare(b.worse(), a.worse());
  }

  private static Verdict verdict(List<TrendSeries> series) {
    List<String> reasons = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    boolean any = false;
    for (TrendSeries each : series) {
      any |= each.points().size() > 1 && (each.exact() || isLong(each));
      if (!each.reason().isEmpty()) {
        boolean fails = each.alarm() != Alarm.NONE && each.severity().equals("fail");
        (fails ? reasons : warnings).add(each.id() + ": " + each.reason());
      }
    }
    if (!reasons.isEmpty()) {
      return new Verdict(VerdictState.FAILED, reasons, warnings);
    }
    return any
        ? new Verdict(VerdictState.PASSED, reasons, warnings)
        : new Verdict(
            VerdictState.UNDECIDED,
            List.of(
                "no series is long enough to tell: of what is measured with noise,"
                    + " since the last known change, "
                    + SeriesTests.LEAST
                    + " runs; of all else two"),
            warnings);
  }

  private static boolean isLong(TrendSeries each) {
    return each.points().size() - SeriesJudge.last(each.known()) >= SeriesTests.LEAST;
  }

  private static List<String> notes(
      List<TrendRun> runs,
      List<TrendSeries> series,
      List<SeriesTests.Stretch> noisy,
      SeriesBreaks breaks,
      int silent) {
    List<String> notes = new ArrayList<>(breaks.unmatched());
    Set<String> branches = new LinkedHashSet<>();
    runs.forEach(run -> branches.add(run.commit().branch()));
    branches.remove("");
    if (branches.size() > 1) {
      notes.add(
          "These runs are of several branches ("
              + String.join(", ", branches)
              + "); --branch takes those of one.");
    }
    if (silent > 0) {
      notes.add(
          silent
              + " of "
              + series.size()
              + " series have no value in the newest "
              + SeriesTests.LEAST
              + " runs of their suite: they do not alarm any more.");
    }
    long young = noisy.stream().filter(each -> each.size() < SeriesTests.LEAST).count();
    if (young > 0) {
      notes.add(
          young
              + " of "
              + series.size()
              + " series have fewer than "
              + SeriesTests.LEAST
              + " runs since the last known change, and noise: they cannot alarm yet.");
    }
    return notes;
  }
}
