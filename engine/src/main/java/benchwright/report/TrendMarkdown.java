package benchwright.report;

import benchwright.artifact.LeftOutRun;
import benchwright.artifact.Trend;
import benchwright.artifact.TrendForecast;
import benchwright.artifact.TrendSeries;

/** A trend as a page in Markdown: what alarms, then every series. */
public final class TrendMarkdown {
  private static final int MOST = 200;

  private TrendMarkdown() {}

  /** The page. */
  public static String render(Trend trend) {
    StringBuilder text = new StringBuilder("# Trend\n\n");
    text.append(
            switch (trend.verdict().state()) {
              case PASSED -> "✅ **Passed**";
              case FAILED -> "❌ **Failed**";
              case UNDECIDED -> "⚠️ **Undecided**";
            })
        .append(": ")
        .append(Quantity.count(trend.series().size()))
        .append(" series over ")
        .append(Quantity.count(trend.runs().size(), "run"))
        .append(".\n");
    boolean told = false;
    for (TrendSeries each : trend.series()) {
      if (!each.reason().isEmpty()) {
        text.append(told ? "" : "\n").append("- ").append(finding(each)).append('\n');
        told = true;
      }
    }
    if (!told) {
      trend
          .verdict()
          .reasons()
          .forEach(reason -> text.append("\n").append(Markdown.text(reason)).append(".\n"));
    }
    text.append("\n## Series\n\n").append(table(trend));
    if (!trend.leftOut().isEmpty()) {
      text.append("\n## Left out\n\n");
      for (LeftOutRun each : trend.leftOut()) {
        text.append("- ")
            .append(Markdown.code(each.place()))
            .append(": ")
            .append(Markdown.text(each.reason()))
            .append('\n');
      }
    }
    if (!trend.notes().isEmpty()) {
      text.append("\n## Notes\n\n");
      trend.notes().forEach(note -> text.append("- ").append(Markdown.text(note)).append('\n'));
    }
    return text.toString();
  }

  private static String finding(TrendSeries series) {
    StringBuilder text =
        new StringBuilder("**")
            .append(TrendFigures.state(series))
            .append("** ")
            .append(Markdown.code(series.id()))
            .append(": ")
            .append(Markdown.text(TrendFigures.value(series, series.best())))
            .append(" → ")
            .append(Markdown.text(TrendFigures.value(series, series.current())))
            .append("; ")
            .append(Markdown.text(series.reason()));
    for (TrendForecast forecast : series.forecasts()) {
      text.append("; crosses ")
          .append(Markdown.text(TrendFigures.value(series, forecast.threshold())))
          .append(' ')
          .append(Markdown.text(TrendFigures.forecast(forecast)));
    }
    return text.toString();
  }

  private static String table(Trend trend) {
    Markdown.Grid grid =
        new Markdown.Grid(
            "", "series", ">runs", ">best", ">level", ">worse by", ">changes", "last change at");
    for (TrendSeries each : trend.series().subList(0, Math.min(MOST, trend.series().size()))) {
      int last = each.changes().size() - 1;
      grid.add(
          TrendFigures.state(each),
          Markdown.code(each.id()),
          Quantity.count(each.points().size()),
          Markdown.text(TrendFigures.value(each, each.best())),
          Markdown.text(TrendFigures.value(each, each.current())),
          Double.isInfinite(each.worse()) ? "inf" : Quantity.percent(each.worse()),
          Quantity.count(each.changes().size()),
          last < 0
              ? ""
              : Markdown.code(
                  trend
                      .runs()
                      .get(each.points().get(each.changes().get(last).at()).run())
                      .runId()));
    }
    int rest = trend.series().size() - MOST;
    return grid.toText()
        + (rest > 0
            ? "\nand " + Quantity.count(rest) + " more, none of which alarms more than these.\n"
            : "");
  }
}
