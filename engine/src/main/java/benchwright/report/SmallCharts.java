package benchwright.report;

import benchwright.artifact.Summary;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Charts that are a line high, for a terminal. */
public final class SmallCharts {
  private static final int LEAST = 20;
  private static final int LONGEST_NAME = 24;
  private static final int FIGURE = 9;

  private final Strokes strokes;
  private final Palette palette;
  private final int columns;

  /**
   * @param columns how many characters fit into a line.
   */
  public SmallCharts(Strokes strokes, Palette palette, int columns) {
    this.strokes = strokes;
    this.palette = palette;
    this.columns = columns;
  }

  /**
   * A line for each optimizer: the share of all targets of all problems whose expected running time
   * is within so many evaluations per dimension, on a logarithmic scale. Empty if no optimum is
   * known.
   */
  public String targets(Summary summary) {
    Map<String, double[]> times = new LinkedHashMap<>();
    double most = 1;
    for (SummaryRow row : summary.rows()) {
      if (row.targets().isEmpty()) {
        continue;
      }
      double[] own = row.targets().stream().mapToDouble(TargetRow::ert).toArray();
      for (int i = 0; i < own.length; i++) {
        own[i] /= row.dimension();
        most = own[i] < Double.POSITIVE_INFINITY ? Math.max(most, own[i]) : most;
      }
      times.merge(row.optimizer(), own, SmallCharts::joined);
    }
    if (times.isEmpty()) {
      return "";
    }
    times.values().forEach(Arrays::sort);
    int names = width(times.keySet());
    int width = Math.max(LEAST, columns - names - 2 - 7);
    int decades = Math.max(1, (int) Math.ceil(Math.log10(most)));
    StringBuilder text = new StringBuilder();
    text.append(
        palette.faint("share of targets within so many expected evaluations per dimension\n"));
    for (Map.Entry<String, double[]> each : times.entrySet()) {
      text.append(padded(name(each.getKey()), names)).append("  ");
      double[] sorted = each.getValue();
      for (int column = 0; column < width; column++) {
        double within = Math.pow(10, decades * (column + 1.0) / width);
        text.append(strokes.at((double) atMost(sorted, within) / sorted.length));
      }
      int hit = atMost(sorted, Double.MAX_VALUE);
      String share = Quantity.percent((double) hit / sorted.length);
      text.append(" ".repeat(Math.max(1, 7 - share.length()))).append(share).append('\n');
    }
    return spelled(text.append(palette.faint(scale(names, width, decades))));
  }

  /** Where only ASCII can be shown, our own letters outside it have stand-ins. */
  private String spelled(StringBuilder text) {
    return strokes == Strokes.ASCII
        ? text.toString().replace('µ', 'u').replace('…', '~')
        : text.toString();
  }

  /** 1, 10, 100 … under the columns where they are reached. */
  private static String scale(int names, int width, int decades) {
    StringBuilder line = new StringBuilder(" ".repeat(names + 2)).append('1');
    for (int decade = 1; decade <= decades; decade++) {
      String label = Quantity.shortCount(Math.pow(10, decade)).replace(".0k", "k");
      int end = names + 2 + width * decade / decades;
      if (end - label.length() > line.length()) {
        line.append(" ".repeat(end - label.length() - line.length())).append(label);
      }
    }
    return line.append('\n').toString();
  }

  /**
   * A line for each case: how many of its samples took how long, cases of the same work on one
   * scale. Empty without samples.
   */
  public String times(List<Timings> timings) {
    Map<String, List<Line>> work = new LinkedHashMap<>();
    for (Timings each : timings) {
      for (TimedCase timed : each.cases()) {
        if (!timed.samples().wallNanos().isEmpty()) {
          work.computeIfAbsent(timed.key().toString(), key -> new ArrayList<>())
              .add(new Line(each.implementation().getName(), timed));
        }
      }
    }
    if (work.isEmpty()) {
      return "";
    }
    List<String> all = new ArrayList<>();
    work.values().forEach(lines -> lines.forEach(line -> all.add(line.name())));
    int names = width(all);
    int width = Math.max(LEAST, columns - names - 2 - FIGURE - 1);
    StringBuilder text = new StringBuilder();
    work.forEach((key, lines) -> text.append(histograms(key, lines, names, width)));
    return spelled(text);
  }

  private record Line(String name, TimedCase timed) {
    double[] samples() {
      return timed.samples().wallNanos().stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private String histograms(String key, List<Line> lines, int names, int width) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (Line line : lines) {
      for (double sample : line.samples()) {
        least = Math.min(least, sample);
        greatest = Math.max(greatest, sample);
      }
    }
    StringBuilder text = new StringBuilder();
    text.append(palette.faint("how long samples took" + (key.isEmpty() ? "" : ", " + key)))
        .append('\n');
    for (Line line : lines) {
      double[] samples = line.samples();
      int[] counts = new int[width];
      int most = 0;
      for (double sample : samples) {
        double share = greatest > least ? (sample - least) / (greatest - least) : 0;
        int bin = Math.min(width - 1, (int) (share * width));
        most = Math.max(most, ++counts[bin]);
      }
      text.append(padded(name(line.name()), names)).append("  ");
      for (int count : counts) {
        text.append(strokes.at((double) count / most));
      }
      String median = Quantity.time(line.timed().statistics().median());
      text.append(' ')
          .append(" ".repeat(Math.max(0, FIGURE - median.length())))
          .append(median)
          .append('\n');
    }
    String from = Quantity.time(least);
    String to = Quantity.time(greatest);
    int gap = Math.max(1, width - from.length() - to.length());
    return text.append(palette.faint(" ".repeat(names + 2) + from + " ".repeat(gap) + to))
        .append('\n')
        .toString();
  }

  private static int width(Iterable<String> names) {
    int width = 0;
    for (String each : names) {
      width = Math.max(width, name(each).length());
    }
    return width;
  }

  private static String name(String name) {
    String line = Markdown.line(name);
    return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME - 1) + "…" : line;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static int atMost(double[] sorted, double bound) {
    int count = 0;
    while (count < sorted.length && sorted[count] <= bound) {
      count++;
    }
    return count;
  }

  private static double[] joined(double[] a, double[] b) {
    double[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }
}
