package benchwright.report.page;

import benchwright.artifact.CaseKey;
import benchwright.artifact.Stage;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import benchwright.report.Findings;
import benchwright.report.TimeLimits;
import benchwright.report.chart.Axis;
import benchwright.report.chart.Bars;
import benchwright.report.chart.Chart;
import benchwright.report.chart.Limit;
import benchwright.report.chart.NamedChart;
import benchwright.report.chart.Plot;
import benchwright.report.chart.Point;
import benchwright.report.chart.Series;
import benchwright.report.chart.Strips;
import benchwright.report.chart.Unit;
import benchwright.stats.Sample;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** The charts of what was timed. */
public final class TimingCharts {
  /** A limit so many times above the longest sample would only press the samples together. */
  private static final double NEAR = 4;

  private final TimedField field;
  private final double timeout;

  /**
   * @param timeout how long a run of a program may take, in nanoseconds; NaN for any time
   */
  TimingCharts(TimedField field, double timeout) {
    this.field = field;
    this.timeout = timeout;
  }

  /** The charts that stand for the whole run, for pages that cannot have them all. */
  public static List<NamedChart> chosen(Findings findings) {
    TimedField field = new TimedField(findings.timings());
    TimingCharts charts = new TimingCharts(field, TimeLimits.of(findings).timeout());
    List<NamedChart> chosen = new ArrayList<>();
    List<CaseKey> keys = field.keys();
    if (!keys.isEmpty()) {
      CaseKey last = keys.get(keys.size() - 1);
      charts.times(last).ifPresent(chart -> chosen.add(new NamedChart("times.svg", chart)));
      charts.stages(last).ifPresent(chart -> chosen.add(new NamedChart("stages.svg", chart)));
    }
    List<Plot> scaling = charts.scaling();
    if (!scaling.isEmpty()) {
      chosen.add(new NamedChart("speed-up.svg", scaling.get(0)));
    }
    List<Plot> growth = charts.growth();
    if (!growth.isEmpty()) {
      chosen.add(new NamedChart("growth.svg", growth.get(0)));
    }
    return chosen;
  }

  /** All samples of all implementations in a case. */
  Optional<Strips> times(CaseKey key) {
    List<Strips.Strip> strips = new ArrayList<>();
    double vanilla = Double.NaN;
    for (int i = 0; i < field.timings().size(); i++) {
      Timings each = field.timings().get(i);
      Optional<TimedCase> found = TimedField.find(each, key);
      if (found.isPresent()) {
        TimedCase timed = found.get();
        double relative = field.relative(each, key);
        String name = each.implementation().getName();
        if (name.equals(field.vanilla())) {
          vanilla = timed.statistics().median();
        }
        strips.add(
            new Strips.Strip(
                name,
                i,
                timed.samples().wallNanos(),
                timed.statistics().median(),
                timed.statistics().medianInterval().lower(),
                timed.statistics().medianInterval().upper(),
                Double.isNaN(relative) ? "" : Unit.RATIO.text(relative)));
      }
    }
    if (strips.stream().allMatch(strip -> strip.samples().isEmpty())) {
      return Optional.empty();
    }
    List<Limit> limits = new ArrayList<>();
    if (!Double.isNaN(vanilla)) {
      limits.add(new Limit(field.vanilla(), vanilla, true));
    }
    double longest =
        strips.stream()
            .flatMap(strip -> strip.samples().stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    // Without a time-out the comparison is with NaN, and false.
    if (timeout <= NEAR * longest) {
      limits.add(new Limit("time-out", timeout, true));
    }
    double[] values =
        DoubleStream.concat(
                strips.stream()
                    .flatMap(strip -> strip.samples().stream())
                    .mapToDouble(Double::doubleValue),
                limits.stream().mapToDouble(Limit::value))
            .toArray();
    var range = DoubleStream.of(values).summaryStatistics();
    Axis axis =
        range.getMin() > 0 && range.getMax() > 20 * range.getMin()
            ? Axis.logarithmic("time of a run", Unit.NANOS, DoubleStream.of(values))
            : Axis.linear("time of a run", Unit.NANOS, DoubleStream.of(values));
    return Optional.of(
        new Strips(
            "Times, " + TimedField.name(key),
            "All samples, the median and where it lies.",
            axis,
            strips,
            limits));
  }

  /** The parts of a run, where programs told of them. */
  Optional<Bars> stages(CaseKey key) {
    Set<String> names = new LinkedHashSet<>();
    for (Timings each : field.timings()) {
      TimedField.find(each, key)
          .ifPresent(timed -> timed.stages().forEach(stage -> names.add(stage.name())));
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>(names);
    List<Bars.Bar> bars = new ArrayList<>();
    for (Timings each : field.timings()) {
      Optional<TimedCase> timed = TimedField.find(each, key);
      if (timed.isPresent() && !timed.get().stages().isEmpty()) {
        List<Double> values = parts.stream().map(part -> nanos(timed.get(), part)).toList();
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        bars.add(
            new Bars.Bar(
                each.implementation().getName(),
                values,
                Double.NaN,
                Double.NaN,
                Unit.NANOS.text(sum)));
      }
    }
    return Optional.of(
        new Bars(
            "Stages, " + TimedField.name(key),
            "The median time of each part of a run, as the programs tell it.",
            Axis.fromZero("time of a run", Unit.NANOS, totals(bars)),
            parts,
            bars));
  }

  private static double nanos(TimedCase timed, String part) {
    for (Stage stage : timed.stages()) {
      if (stage.name().equals(part) && !stage.seconds().isEmpty()) {
        return 1e9 * median(stage.seconds());
      }
    }
    return 0;
  }

  /** Speed-up and efficiency over workers, for each size. */
  List<Plot> scaling() {
    List<Plot> plots = new ArrayList<>();
    for (String size : sizes()) {
      List<Series> speedUps = new ArrayList<>();
      List<Series> shares = new ArrayList<>();
      int most = 1;
      double highest = 1;
      for (int i = 0; i < field.timings().size(); i++) {
        Timings each = field.timings().get(i);
        List<Point> ups = new ArrayList<>();
        List<Point> efficiencies = new ArrayList<>();
        double one = Double.NaN;
        for (TimedCase timed : byWorkers(each, size)) {
          int workers = timed.key().workers();
          double median = TimedField.median(each, timed.key());
          one = workers == 1 ? median : one;
          double up = one / median;
          if (Double.isFinite(up)) {
            ups.add(Point.of(workers, up));
            efficiencies.add(Point.of(workers, up / workers));
            most = Math.max(most, workers);
            highest = Math.max(highest, up);
          }
        }
        if (ups.size() > 1) {
          speedUps.add(Series.measured(each.implementation().getName(), i, ups));
          shares.add(Series.measured(each.implementation().getName(), i, efficiencies));
        }
      }
      if (!speedUps.isEmpty()) {
        Axis workers = new Axis("workers", Unit.COUNT, true, 0.95, most * 1.05);
        String where = size.isEmpty() ? "" : ", " + size;
        plots.add(
            new Plot(
                "Speed-up" + where,
                "How many times faster than with one worker.",
                workers,
                new Axis("times faster", Unit.RATIO, false, 0, Math.max(most, highest) * 1.05),
                speedUps,
                List.of(),
                false));
        plots.add(
            new Plot(
                "Efficiency" + where,
                "The speed-up by the number of workers.",
                workers,
                Axis.fromZero(
                    "speed-up by workers",
                    Unit.SHARE,
                    DoubleStream.concat(
                        DoubleStream.of(1),
                        shares.stream()
                            .flatMap(series -> series.points().stream())
                            .mapToDouble(Point::y))),
                shares,
                List.of(new Limit("", 1, false)),
                false));
      }
    }
    return plots;
  }

  /** The median over the size, for each number of workers. */
  List<Plot> growth() {
    List<Plot> plots = new ArrayList<>();
    List<Integer> workers =
        field.keys().stream().map(CaseKey::workers).distinct().sorted().toList();
    for (int count : workers) {
      List<Series> series = new ArrayList<>();
      for (int i = 0; i < field.timings().size(); i++) {
        Timings each = field.timings().get(i);
        List<Point> points = new ArrayList<>();
        for (TimedCase timed : each.cases()) {
          double median = TimedField.median(each, timed.key());
          if (timed.key().workers() == count
              && timed.key().sizeValue() > 0
              && Double.isFinite(median)) {
            var interval = timed.statistics().medianInterval();
            points.add(
                new Point(timed.key().sizeValue(), median, interval.lower(), interval.upper()));
          }
        }
        points.sort(java.util.Comparator.comparingDouble(Point::x));
        if (points.size() > 1) {
          series.add(Series.measured(each.implementation().getName(), i, points));
        }
      }
      if (!series.isEmpty()) {
        plots.add(
            new Plot(
                "Time over size" + (workers.size() > 1 ? ", workers: " + count : ""),
                "The median time of a run over the size.",
                Axis.logarithmic("size", Unit.COUNT, all(series).mapToDouble(Point::x)),
                Axis.logarithmic("time of a run", Unit.NANOS, all(series).mapToDouble(Point::y)),
                series,
                List.of(),
                false));
      }
    }
    return plots;
  }

  /** Peak resident memory and allocation, as far as they were measured. */
  List<Chart> memory(CaseKey key) {
    List<Chart> charts = new ArrayList<>();
    List<Bars.Bar> peaks = new ArrayList<>();
    List<Bars.Bar> allocated = new ArrayList<>();
    for (Timings each : field.timings()) {
      TimedField.find(each, key)
          .ifPresent(
              timed -> {
                String name = each.implementation().getName();
                bar(name, timed.samples().peakRssBytes().stream().map(Long::doubleValue).toList())
                    .ifPresent(peaks::add);
                bar(name, timed.samples().allocatedBytesPerOperation()).ifPresent(allocated::add);
              });
    }
    if (!peaks.isEmpty()) {
      charts.add(
          new Bars(
              "Peak memory, " + TimedField.name(key),
              "The median over runs of the largest resident memory; whiskers from the least to the"
                  + " most.",
              Axis.fromZero("resident", Unit.BYTES, peaks.stream().mapToDouble(Bars.Bar::upper)),
              List.of(""),
              peaks));
    }
    if (!allocated.isEmpty()) {
      charts.add(
          new Bars(
              "Allocation, " + TimedField.name(key),
              "The median over forks of the bytes allocated by a call; whiskers from the least to"
                  + " the most.",
              Axis.fromZero(
                  "allocated by a call",
                  Unit.BYTES,
                  allocated.stream().mapToDouble(Bars.Bar::upper)),
              List.of(""),
              allocated));
    }
    return charts;
  }

  private static Optional<Bars.Bar> bar(String name, List<Double> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    double middle = median(values);
    var range = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return Optional.of(
        new Bars.Bar(
            name, List.of(middle), range.getMin(), range.getMax(), Unit.BYTES.text(middle)));
  }

  private List<String> sizes() {
    return field.keys().stream().map(CaseKey::size).distinct().toList();
  }

  private static List<TimedCase> byWorkers(Timings timings, String size) {
    return timings.cases().stream()
        .filter(each -> each.key().size().equals(size))
        .sorted(java.util.Comparator.comparingInt(each -> each.key().workers()))
        .toList();
  }

  private static java.util.stream.Stream<Point> all(List<Series> series) {
    return series.stream().flatMap(each -> each.points().stream());
  }

  private static DoubleStream totals(List<Bars.Bar> bars) {
    return bars.stream()
        .mapToDouble(bar -> bar.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  private static double median(List<Double> values) {
    return Sample.of(values.stream().mapToDouble(Double::doubleValue).toArray()).median();
  }
}
