package benchwright.analysis;

import benchwright.artifact.CaseStatus;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import benchwright.artifact.TimingRow;
import benchwright.artifact.TrendRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Summaries of runs, the oldest first, turned into series. */
final class SeriesCollector {
  /** The rows of one optimizer on one function in one dimension, with the places of their runs. */
  private record Rows(TrendRun first, List<Integer> runs, List<SummaryRow> rows) {}

  private final TrendSettings settings;
  private final Places places;
  private final Map<String, Rows> rows = new LinkedHashMap<>();
  private final Map<String, RawSeries> timed = new LinkedHashMap<>();

  SeriesCollector(TrendSettings settings, Places places) {
    this.settings = settings;
    this.places = places;
  }

  void add(int place, SummarizedRun run) {
    String group = run.run().suite() + "\n" + run.run().profile() + "\n";
    for (SummaryRow row : run.summary().rows()) {
      String key = group + row.optimizer() + "\n" + row.function() + "\n" + row.dimension();
      Rows same =
          rows.computeIfAbsent(key, k -> new Rows(run.run(), new ArrayList<>(), new ArrayList<>()));
      same.runs().add(place);
      same.rows().add(row);
    }
    for (TimingRow row : run.summary().timings()) {
      if (row.status() == CaseStatus.MEASURED) {
        timed(place, run.run(), row, TrendMeasure.TIME, row.statistics().median());
        timed(place, run.run(), row, TrendMeasure.MEMORY, (double) row.peakRssBytes());
        timed(place, run.run(), row, TrendMeasure.ALLOCATION, row.allocatedBytesPerOperation());
        timed(place, run.run(), row, TrendMeasure.UTILIZATION, row.utilization());
      }
    }
  }

  private void timed(int place, TrendRun run, TimingRow row, TrendMeasure measure, double value) {
    if (!(value > 0) || !settings.wants(measure, row.implementation())) {
      return;
    }
    String caseText = row.key().toString();
    String where = places.of(run);
    String key =
        String.join(
            "\n",
            run.suite(),
            run.profile(),
            measure.word(),
            row.implementation(),
            caseText,
            where);
    timed
        .computeIfAbsent(
            key, k -> new RawSeries(measure, run, row.implementation(), caseText, where))
        .add(place, value);
  }

  /** Of optimizers first, in the order of the summaries. */
  List<RawSeries> all() {
    List<RawSeries> all = new ArrayList<>();
    rows.values().forEach(each -> all.addAll(series(each)));
    all.addAll(timed.values());
    all.removeIf(each -> each.size() == 0);
    return all;
  }

  private List<RawSeries> series(Rows rows) {
    List<RawSeries> all = new ArrayList<>();
    double target = hardest(rows.rows());
    TrendMeasure speed = Double.isNaN(target) ? TrendMeasure.AOCC : TrendMeasure.EXPECTED_RUNTIME;
    RawSeries first = series(rows, speed, target);
    RawSeries second = series(rows, TrendMeasure.SUCCESS_RATE, Double.NaN);
    for (int i = 0; i < rows.rows().size(); i++) {
      SummaryRow row = rows.rows().get(i);
      first.add(rows.runs().get(i), Double.isNaN(target) ? row.aocc() : ert(row, target));
      second.add(rows.runs().get(i), row.successRate());
    }
    for (RawSeries each : List.of(first, second)) {
      if (settings.wants(each.measure(), each.subject(), each.function(), each.dimension())) {
        all.add(each);
      }
    }
    return all;
  }

  private static RawSeries series(Rows rows, TrendMeasure measure, double target) {
    SummaryRow row = rows.rows().get(0);
    return new RawSeries(
        measure, rows.first(), row.optimizer(), row.function(), row.dimension(), "", "", target);
  }

  /** The hardest target that half of the runs reached at least; NaN if there is none. */
  private static double hardest(List<SummaryRow> rows) {
    double hardest = Double.NaN;
    for (TargetRow target : rows.get(rows.size() - 1).targets()) {
      int reached = 0;
      for (SummaryRow row : rows) {
        reached += ert(row, target.target()) < Double.POSITIVE_INFINITY ? 1 : 0;
      }
      if (2 * reached >= rows.size() && !(target.target() >= hardest)) {
        hardest = target.target();
      }
    }
    return hardest;
  }

  /** NaN if the run did not look at the target. */
  private static double ert(SummaryRow row, double target) {
    for (TargetRow each : row.targets()) {
      if (each.target() == target) {
        return each.ert();
      }
    }
    return Double.NaN;
  }
}
