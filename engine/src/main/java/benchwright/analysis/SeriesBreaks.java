package benchwright.analysis;

import benchwright.artifact.KnownChange;
import benchwright.artifact.TrendBreak;
import benchwright.artifact.TrendRun;
import java.util.ArrayList;
import java.util.List;

/** Where a series begins anew, because something is known to have changed. */
final class SeriesBreaks {
  private final List<TrendRun> runs;
  private final List<KnownChange> known;

  SeriesBreaks(List<TrendRun> runs, List<KnownChange> known) {
    this.runs = runs;
    this.known = known;
  }

  /** In the order of the series. */
  List<TrendBreak> of(RawSeries series) {
    List<TrendBreak> breaks = new ArrayList<>();
    for (int point = 1; point < series.size(); point++) {
      TrendRun before = runs.get(series.run(point - 1));
      TrendRun after = runs.get(series.run(point));
      if (series.measure().exact()) {
        if (!before.planDigest().equals(after.planDigest())) {
          breaks.add(new TrendBreak(point, "plan", "the plan has other trials"));
        }
      } else {
        if (!before.fingerprint().equals(after.fingerprint())) {
          breaks.add(new TrendBreak(point, "machine", "another machine: " + after.machine()));
        }
        if (!before.jvm().equals(after.jvm())) {
          breaks.add(new TrendBreak(point, "jvm", "JVM " + after.jvm()));
        }
      }
      for (KnownChange change : known) {
        if ((Glob.matches(change.series(), series.id())
                || Glob.matches(change.series(), series.kind()))
            && holds(change, after)
            && isFirst(change, series, point)) {
          breaks.add(new TrendBreak(point, change.kind(), change.text()));
        }
      }
    }
    return breaks;
  }

  private boolean isFirst(KnownChange change, RawSeries series, int point) {
    for (int earlier = 0; earlier < point; earlier++) {
      if (holds(change, runs.get(series.run(earlier)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(KnownChange change, TrendRun run) {
    return change.commit().isEmpty()
        ? run.startedAt().compareTo(change.date()) >= 0
        : run.commit().sha().startsWith(change.commit());
  }

  /** A commit that no run is of can change nothing, which somebody should know. */
  List<String> unmatched() {
    List<String> sentences = new ArrayList<>();
    for (KnownChange change : known) {
      if (!change.commit().isEmpty() && runs.stream().noneMatch(run -> holds(change, run))) {
        sentences.add(
            "The known change \""
                + change.text()
                + "\" names the commit "
                + change.commit()
                + ", which none of these runs is of.");
      }
    }
    return sentences;
  }
}
