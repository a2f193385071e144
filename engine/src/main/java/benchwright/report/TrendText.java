package benchwright.report;

import benchwright.artifact.Alarm;
import benchwright.artifact.LeftOutRun;
import benchwright.artifact.Trend;
import benchwright.artifact.TrendBreak;
import benchwright.artifact.TrendForecast;
import benchwright.artifact.TrendRun;
import benchwright.artifact.TrendSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trend for a terminal: what alarms, then every series with a small chart. */
public final class TrendText {
  private static final int SPARK = 20;
  private static final int LEVEL = 10;
  private static final int CHANGE = 13;
  private static final int SHOWN = 5;

  private final Strokes strokes;
  private final Palette palette;
  private final int columns;

  /**
   * @param columns how many characters fit into a line.
   */
  public TrendText(Strokes strokes, Palette palette, int columns) {
    this.strokes = strokes;
    this.palette = palette;
    this.columns = columns;
  }

  /** The lines. */
  public String render(Trend trend) {
    StringBuilder text = new StringBuilder();
    heading(trend, text);
    alarms(trend, text);
    Map<String, List<TrendSeries>> groups = new LinkedHashMap<>();
    for (TrendSeries each : trend.series()) {
      groups
          .computeIfAbsent(each.suite() + ", " + each.profile(), name -> new ArrayList<>())
          .add(each);
    }
    groups.forEach(
        (name, series) -> {
          text.append('\n');
          if (groups.size() > 1) {
            text.append(palette.bold(Markdown.line(name))).append('\n');
          }
          table(series, text);
        });
    known(trend, text);
    leftOut(trend, text);
    trend.notes().forEach(note -> wrapped("note: " + Markdown.line(note), text));
    return strokes == Strokes.ASCII
        ? text.toString().replace('µ', 'u').replace('…', '~')
        : text.toString();
  }

  private void heading(Trend trend, StringBuilder text) {
    text.append(palette.bold(trend.verdict().state().getWord()))
        .append(": ")
        .append(Quantity.count(trend.series().size()))
        .append(" series over ")
        .append(Quantity.count(trend.runs().size(), "run"));
    if (!trend.runs().isEmpty()) {
      text.append(", ")
          .append(day(trend.runs().get(0)))
          .append(" to ")
          .append(day(trend.runs().get(trend.runs().size() - 1)));
    }
    text.append('\n');
    if (trend.series().stream().allMatch(each -> each.reason().isEmpty())) {
      trend.verdict().reasons().forEach(reason -> wrapped(reason, text));
    }
  }

  private static String day(TrendRun run) {
    return run.startedAt().substring(0, Math.min(10, run.startedAt().length()));
  }

  private void alarms(Trend trend, StringBuilder text) {
    for (TrendSeries each : trend.series()) {
      if (each.reason().isEmpty()) {
        continue;
      }
      String state = TrendFigures.state(each);
      text.append('\n')
          .append(each.alarm() == Alarm.NONE ? palette.yellow(state) : palette.red(state))
          .append("  ")
          .append(Markdown.line(each.id()))
          .append('\n');
      wrapped(
          TrendFigures.value(each, each.best())
              + " -> "
              + TrendFigures.value(each, each.current())
              + ": "
              + Markdown.line(each.reason()),
          text);
      for (TrendForecast forecast : each.forecasts()) {
        wrapped(
            "crosses "
                + TrendFigures.value(each, forecast.threshold())
                + " "
                + TrendFigures.forecast(forecast),
            text);
      }
    }
  }

  private void table(List<TrendSeries> series, StringBuilder text) {
    int names = 6;
    for (TrendSeries each : series) {
      names = Math.max(names, Markdown.line(each.id()).length());
    }
    names = Math.min(names, columns - 2 - SPARK - LEVEL - CHANGE);
    text.append(
        palette.faint(
            padded("series", names)
                + "  "
                + padded("", SPARK)
                + padded("", LEVEL - 5)
                + "level"
                + "  last change\n"));
    for (TrendSeries each : series) {
      int last = each.changes().size() - 1;
      String change = last < 0 ? "" : TrendFigures.change(each, each.changes().get(last).worse());
      String level = TrendFigures.value(each, each.current());
      String line =
          padded(cut(Markdown.line(each.id()), names), names)
              + "  "
              + spark(each)
              + " ".repeat(Math.max(1, LEVEL - level.length()))
              + level
              + " ".repeat(Math.max(1, CHANGE - change.length()))
              + change;
      text.append(line.stripTrailing()).append('\n');
    }
  }

  /** The middle of ids is what they differ in least. */
  private static String cut(String id, int width) {
    if (id.length() <= width) {
      return id;
    }
    int end = width * 2 / 3;
    return id.substring(0, width - end - 1) + "…" + id.substring(id.length() - end);
  }

  /** The newest points, each column the mean of as many; the lowest value has the lowest stroke. */
  private String spark(TrendSeries series) {
    double[] values =
        series.points().stream()
            .mapToDouble(point -> point.value())
            .filter(Double::isFinite)
            .toArray();
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    int width = Math.min(SPARK, values.length);
    double[] columnMeans = new double[width];
    for (int column = 0; column < width; column++) {
      int from = column * values.length / width;
      int to = (column + 1) * values.length / width;
      for (int i = from; i < to; i++) {
        columnMeans[column] += values[i] / (to - from);
      }
      least = Math.min(least, columnMeans[column]);
      greatest = Math.max(greatest, columnMeans[column]);
    }
    StringBuilder line = new StringBuilder(" ".repeat(SPARK - width));
    for (double each : columnMeans) {
      line.append(
          strokes.at(greatest > least ? 0.12 + 0.88 * (each - least) / (greatest - least) : 0.5));
    }
    return line.toString();
  }

  private void known(Trend trend, StringBuilder text) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (TrendSeries each : trend.series()) {
      for (TrendBreak known : each.known()) {
        TrendRun run = trend.runs().get(each.points().get(known.at()).run());
        counts.merge(day(run) + "  " + known.kind() + ": " + known.text(), 1, Integer::sum);
      }
    }
    if (counts.isEmpty()) {
      return;
    }
    text.append("\nknown changes, after which levels begin anew\n");
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                wrapped(Markdown.line(each.getKey()) + " (" + each.getValue() + " series)", text));
  }

  private void leftOut(Trend trend, StringBuilder text) {
    List<LeftOutRun> all = trend.leftOut();
    if (all.isEmpty()) {
      return;
    }
    text.append("\nleft out\n");
    for (LeftOutRun each : all.subList(Math.max(0, all.size() - SHOWN), all.size())) {
      wrapped(Markdown.line(each.place() + ": " + each.reason()), text);
    }
    if (all.size() > SHOWN) {
      text.append("  and ").append(Quantity.count(all.size() - SHOWN)).append(" older ones\n");
    }
  }

  /** Words on lines that fit, indented. */
  private void wrapped(String sentence, StringBuilder text) {
    StringBuilder line = new StringBuilder(" ");
    for (String word : sentence.split(" ", -1)) {
      if (line.length() + 1 + word.length() > columns && line.length() > 2) {
        text.append(line).append('\n');
        line = new StringBuilder("   ");
      }
      line.append(' ').append(word);
    }
    text.append(line).append('\n');
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
