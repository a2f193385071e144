package benchwright.docs;

import benchwright.report.ExhibitTable;
import benchwright.report.Findings;
import benchwright.report.LastRuns;
import benchwright.report.chart.Chart;
import benchwright.report.chart.Spark;
import benchwright.report.chart.SvgChart;
import benchwright.report.page.ReviewCharts;
import benchwright.report.page.TimingCharts;
import benchwright.suite.Measure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a publication shows of its runs.
 *
 * @param markdown the text of the marked region
 * @param svg the chart beside the document, if it has one
 */
record Exhibit(String markdown, Optional<String> svg) {
  /** So many runs are enough for a line as small as a word. */
  private static final int MOST_RUNS = 30;

  /**
   * Of the newest of {@code runs}; empty if it has nothing of that measure.
   *
   * @param runs the oldest first, at least one
   */
  static Optional<Exhibit> of(Publishing publishing, List<Path> runs, RunStore store) {
    Path newest = runs.get(runs.size() - 1);
    Measure measure = publishing.publication().measure();
    return switch (publishing.publication().kind()) {
      case TABLE -> table(store.read(newest), measure);
      case CURVES -> curves(store.read(newest), measure, publishing.chart());
      case SPARKLINE ->
          sparkline(
              store.glance(runs.subList(Math.max(0, runs.size() - MOST_RUNS), runs.size())),
              measure,
              publishing.chart());
    };
  }

  private static Optional<Exhibit> table(Findings findings, Measure measure) {
    String table = ExhibitTable.of(findings, measure);
    return table.isEmpty()
        ? Optional.empty()
        : Optional.of(new Exhibit(table + "\n" + ExhibitTable.source(findings), Optional.empty()));
  }

  private static Optional<Exhibit> curves(Findings findings, Measure measure, String file) {
    ReviewCharts charts = new ReviewCharts(findings.review());
    Optional<? extends Chart> chart =
        switch (measure) {
          case EXPECTED_RUNTIME -> charts.runningTimes();
          case SUCCESS_RATE -> charts.solved();
          case TIME ->
              TimingCharts.chosen(findings).stream()
                  .filter(
                      each -> each.file().equals("growth.svg") || each.file().equals("times.svg"))
                  .reduce((times, growth) -> growth)
                  .map(each -> each.chart());
          case MEMORY, UTILIZATION -> Optional.empty();
        };
    if (chart.isEmpty() && !findings.summary().rows().isEmpty() && ofTargets(measure)) {
      return Optional.of(
          new Exhibit(
              "No trial hit a target, so there is nothing to draw.\n\n"
                  + ExhibitTable.source(findings),
              Optional.empty()));
    }
    return chart.map(
        it ->
            new Exhibit(
                image(it.title(), file)
                    + "\n"
                    + "\n"
                    + it.description()
                    + "\n\n"
                    + ExhibitTable.source(findings),
                Optional.of(SvgChart.file(it))));
  }

  private static boolean ofTargets(Measure measure) {
    return measure == Measure.EXPECTED_RUNTIME || measure == Measure.SUCCESS_RATE;
  }

  private static Optional<Exhibit> sparkline(List<Findings> runs, Measure measure, String file) {
    LastRuns last = LastRuns.of(runs, measure);
    return last.values().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Exhibit(
                image(last.says(), file) + " " + last.says() + ".\n",
                Optional.of(Spark.file(last.values(), last.says()))));
  }

  private static String image(String text, String file) {
    return "![" + text.replace("[", "\\[").replace("]", "\\]") + "](" + file + ")";
  }
}
