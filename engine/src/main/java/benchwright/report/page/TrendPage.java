package benchwright.report.page;

import benchwright.artifact.Alarm;
import benchwright.artifact.LeftOutRun;
import benchwright.artifact.Trend;
import benchwright.artifact.TrendBreak;
import benchwright.artifact.TrendChange;
import benchwright.artifact.TrendForecast;
import benchwright.artifact.TrendPoint;
import benchwright.artifact.TrendRun;
import benchwright.artifact.TrendSegment;
import benchwright.artifact.TrendSeries;
import benchwright.report.Quantity;
import benchwright.report.TrendFigures;
import benchwright.report.chart.Axis;
import benchwright.report.chart.Limit;
import benchwright.report.chart.Plot;
import benchwright.report.chart.Point;
import benchwright.report.chart.Series;
import benchwright.report.chart.SvgChart;
import benchwright.report.chart.Unit;
import benchwright.report.markup.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** A trend as one HTML page that loads nothing: what alarms, a chart of each series, all runs. */
public final class TrendPage {
  /** More charts than these nobody looks through; the table has every series. */
  private static final int CHARTS = 60;

  private TrendPage() {}

  /** The page. */
  public static String render(Trend trend) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("summary", "Summary", summary(trend)));
    sections.add(new Section("charts", "Charts", charts(trend)));
    sections.add(new Section("series", "Series", table(trend)));
    sections.add(new Section("runs", "Runs", runs(trend)));
    Markup subtitle =
        new Markup()
            .element(
                "p",
                "subtitle",
                Quantity.count(trend.series().size())
                    + " series over "
                    + Quantity.count(trend.runs().size(), "run"));
    return Page.render("Trend", subtitle, sections);
  }

  private static Markup summary(Trend trend) {
    Markup body = new Markup();
    String look =
        switch (trend.verdict().state()) {
          case PASSED -> "good";
          case FAILED -> "bad";
          case UNDECIDED -> "warn";
        };
    body.open("p").element("span", look, trend.verdict().state().getWord()).close().line();
    body.open("ul").in("findings").line();
    for (TrendSeries each : trend.series()) {
      if (!each.reason().isEmpty()) {
        body.open("li");
        body.element("strong", each.alarm() == Alarm.NONE ? "warn" : "bad", state(each));
        body.open("span").element("code", each.id()).text(": " + each.reason());
        for (TrendForecast forecast : each.forecasts()) {
          body.text("; crosses " + TrendFigures.value(each, forecast.threshold()) + " ");
          body.text(TrendFigures.forecast(forecast));
        }
        body.close().close().line();
      }
    }
    for (String note : trend.notes()) {
      body.open("li").element("span", note).close().line();
    }
    return body.close().line();
  }

  private static String state(TrendSeries series) {
    return TrendFigures.state(series);
  }

  private static Markup charts(Trend trend) {
    Markup body = new Markup();
    int shown = Math.min(CHARTS, trend.series().size());
    if (shown < trend.series().size()) {
      body.element(
          "p", "The first " + shown + ", those that alarm before all others; the table has all.");
    }
    for (TrendSeries each : trend.series().subList(0, shown)) {
      body.open("figure").add(SvgChart.inline(chart(trend, each))).close().line();
    }
    return body;
  }

  /** Points, their levels as a second curve, changes and known changes as upright lines. */
  static Plot chart(Trend trend, TrendSeries series) {
    List<Point> points = new ArrayList<>();
    List<TrendPoint> all = series.points();
    for (int i = 0; i < all.size(); i++) {
      points.add(Point.of(i + 1.0, all.get(i).value()));
    }
    List<Point> levels = new ArrayList<>();
    for (TrendSegment each : series.segments()) {
      levels.add(Point.of(each.from() + 0.5, each.level()));
      levels.add(Point.of(each.to() + 0.5, each.level()));
    }
    List<Limit> limits = new ArrayList<>();
    for (TrendChange each : series.changes()) {
      limits.add(new Limit(TrendFigures.change(series, each.worse()), each.at() + 0.5, true));
    }
    for (TrendBreak each : series.known()) {
      limits.add(new Limit(each.kind() + ": " + shortened(each.text()), each.at() + 0.5, true));
    }
    for (TrendForecast each : series.forecasts()) {
      limits.add(new Limit("limit", each.threshold(), false));
    }
    DoubleStream values =
        DoubleStream.concat(
            points.stream().mapToDouble(Point::y),
            limits.stream().filter(each -> !each.along()).mapToDouble(Limit::value));
    String state = state(series);
    return new Plot(
        series.id() + (state.isEmpty() ? "" : " (" + state + ")"),
        series.measure()
            + " of "
            + series.subject()
            + " over "
            + Quantity.count(all.size(), "run")
            + ", from "
            + TrendFigures.value(series, series.best())
            + " at its best to "
            + TrendFigures.value(series, series.current())
            + (series.reason().isEmpty() ? "" : ": " + series.reason()),
        new Axis(
            "run, from " + day(trend, all.get(0)) + " to " + day(trend, all.get(all.size() - 1)),
            Unit.COUNT,
            false,
            0,
            all.size() + 1.0),
        Axis.linear(series.unit(), unit(series), values),
        List.of(Series.measured("run", 0, points), Series.steps("level", 1, levels)),
        limits,
        false);
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 39) + "…" : text;
  }

  private static String day(Trend trend, TrendPoint point) {
    String startedAt = trend.runs().get(point.run()).startedAt();
    return startedAt.substring(0, Math.min(10, startedAt.length()));
  }

  private static Unit unit(TrendSeries series) {
    return switch (series.unit()) {
      case "ns" -> Unit.NANOS;
      case "bytes", "bytes/operation" -> Unit.BYTES;
      case "evaluations" -> Unit.COUNT;
      default -> Unit.SHARE;
    };
  }

  private static Markup table(Trend trend) {
    Cells cells =
        new Cells(
            "Series",
            List.of("series", "state", "suite", "#runs", "#best", "#level", "#worse", "#changes"));
    for (TrendSeries each : trend.series()) {
      cells
          .row()
          .head(each.id())
          .words(state(each))
          .words(each.suite() + ", " + each.profile())
          .number(each.points().size(), Quantity.count(each.points().size()))
          .number(each.best(), TrendFigures.value(each, each.best()))
          .number(each.current(), TrendFigures.value(each, each.current()))
          .number(each.worse(), Unit.SHARE.text(each.worse()))
          .number(each.changes().size(), Quantity.count(each.changes().size()))
          .end();
    }
    return cells.render();
  }

  private static Markup runs(Trend trend) {
    Cells cells = new Cells("Runs", List.of("run", "suite", "started", "commit", "machine", "JVM"));
    for (int i = trend.runs().size() - 1; i >= 0; i--) {
      TrendRun run = trend.runs().get(i);
      String sha = run.commit().sha();
      cells
          .row()
          .head(run.runId())
          .words(run.suite() + ", " + run.profile())
          .words(run.startedAt())
          .words(sha.substring(0, Math.min(9, sha.length())))
          .words(run.machine())
          .words(run.jvm())
          .end();
    }
    Markup body = new Markup().add(cells.render());
    if (!trend.leftOut().isEmpty()) {
      Cells left = new Cells("Left out", List.of("run", "why"));
      for (LeftOutRun each : trend.leftOut()) {
        left.row().head(each.place()).words(each.reason()).end();
      }
      body.add(left.render());
    }
    return body;
  }
}
