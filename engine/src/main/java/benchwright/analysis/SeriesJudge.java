package benchwright.analysis;

import benchwright.artifact.Alarm;
import benchwright.artifact.Grade;
import benchwright.artifact.TrendBreak;
import benchwright.artifact.TrendChange;
import benchwright.artifact.TrendForecast;
import benchwright.artifact.TrendPoint;
import benchwright.artifact.TrendRun;
import benchwright.artifact.TrendSegment;
import benchwright.artifact.TrendSeries;
import benchwright.stats.ChangePoint;
import benchwright.stats.Sample;
import benchwright.stats.Slope;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What becomes of one series: its levels, what changed, whether it alarms, where it will lead. */
final class SeriesJudge {
  /** The part of all worsening that a single change must make up to be called a step. */
  private static final double MOST_OF_IT = 0.8;

  private static final int LEAST_FOR_SLOPE = 10;

  private final List<TrendRun> runs;
  private final RawSeries series;
  private final TrendMeasure measure;
  private final List<TrendBreak> breaks;
  private final SeriesTests.Test test;
  private final List<TrendLimits.Limit> limits;
  private final boolean ended;

  /**
   * @param ended whether the newest runs have no value of it, so that nothing of it is news
   */
  SeriesJudge(
      List<TrendRun> runs,
      RawSeries series,
      List<TrendBreak> breaks,
      SeriesTests.Test test,
      List<TrendLimits.Limit> limits,
      boolean ended) {
    this.runs = runs;
    this.series = series;
    this.measure = series.measure();
    this.breaks = breaks;
    this.test = test;
    this.limits = limits;
    this.ended = ended;
  }

  /** Where the last stretch without a known change begins. */
  static int last(List<TrendBreak> breaks) {
    return breaks.isEmpty() ? 0 : breaks.get(breaks.size() - 1).at();
  }

  TrendSeries judge() {
    SortedMap<Integer, Double> places = places();
    List<TrendSegment> segments = segments(places);
    List<TrendChange> changes = changes(places, segments);
    TrendSegment lastSegment = segments.get(segments.size() - 1);
    boolean sloping = false;
    double slopeP = Double.NaN;
    Slope slope = null;
    int length = lastSegment.to() - lastSegment.from();
    if (!measure.exact() && length >= LEAST_FOR_SLOPE) {
      slope = Slope.of(series.logarithms(lastSegment.from(), lastSegment.to()), test.correlation());
      slopeP = slope.p();
      sloping = slopeP <= test.level() * (1 - SeriesTests.FOR_LEVELS);
    }
    double current = lastSegment.level();
    double best = best(segments);
    if (slope != null && sloping) {
      current = StrictMath.exp(slope.at(length - 1));
      best = better(best, StrictMath.exp(slope.at(0)));
    }
    double worse = Math.max(0, measure.worse(best, current));
    TrendLimits.Limit limit = TrendLimits.heldAgainst(limits, worse);
    Alarm alarm = !ended && worse > limit.share() ? kind(changes, worse) : Alarm.NONE;
    List<TrendForecast> forecasts =
        slope == null || !sloping || ended || alarm != Alarm.NONE
            ? List.of()
            : forecast(slope, lastSegment, measure.worsened(best, limit.share()));
    return new TrendSeries(
        series.id(),
        series.suite(),
        series.profile(),
        measure.word(),
        series.subject(),
        series.function(),
        series.dimension(),
        series.caseText(),
        series.place(),
        measure.unit(),
        series.target(),
        measure.lowerIsBetter(),
        measure.exact(),
        points(),
        segments,
        changes,
        breaks,
        best,
        current,
        worse,
        limit.share(),
        limit.severity().name().toLowerCase(Locale.ROOT),
        alarm,
        Grade.of(worse),
        slope != null && sloping ? sign() * StrictMath.expm1(slope.value()) : Double.NaN,
        slopeP,
        forecasts,
        reason(alarm, worse, limit, changes, forecasts));
  }

  private int sign() {
    return measure.lowerIsBetter() ? 1 : -1;
  }

  private List<TrendPoint> points() {
    List<TrendPoint> points = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      points.add(new TrendPoint(series.run(i), series.value(i)));
    }
    return points;
  }

  /** Where levels change, with the probability of each; those that are known are not among them. */
  private SortedMap<Integer, Double> places() {
    SortedMap<Integer, Double> places = new TreeMap<>();
    List<Integer> ends = new ArrayList<>(breaks.stream().map(TrendBreak::at).distinct().toList());
    ends.add(series.size());
    int start = 0;
    for (int end : ends) {
      List<ChangePoint> found = List.of();
      if (measure.exact()) {
        found = ChangePoint.exact(series.values(start, end));
      } else if (end - start >= SeriesTests.LEAST) {
        found =
            ChangePoint.allIn(
                series.logarithms(start, end),
                test.level() * SeriesTests.FOR_LEVELS,
                test.correlation());
      }
      for (ChangePoint each : found) {
        places.put(start + each.at(), each.p());
      }
      start = end;
    }
    return places;
  }

  private List<TrendSegment> segments(SortedMap<Integer, Double> places) {
    List<TrendSegment> segments = new ArrayList<>();
    SortedMap<Integer, Double> all = new TreeMap<>(places);
    breaks.forEach(each -> all.put(each.at(), 0.0));
    all.put(series.size(), 0.0);
    int start = 0;
    for (int end : all.keySet()) {
      segments.add(new TrendSegment(start, end, Sample.of(series.values(start, end)).median()));
      start = end;
    }
    return segments;
  }

  private List<TrendChange> changes(
      SortedMap<Integer, Double> places, List<TrendSegment> segments) {
    List<TrendChange> changes = new ArrayList<>();
    for (int i = 1; i < segments.size(); i++) {
      int at = segments.get(i).from();
      Double p = places.get(at);
      if (p != null) {
        double before = segments.get(i - 1).level();
        double after = segments.get(i).level();
        changes.add(
            new TrendChange(
                at,
                before,
                after,
                measure.worse(before, after),
                p,
                runs.get(series.run(at - 1)).commit().sha(),
                runs.get(series.run(at)).commit().sha()));
      }
    }
    return changes;
  }

  private double best(List<TrendSegment> segments) {
    int from = last(breaks);
    double best = Double.NaN;
    for (TrendSegment each : segments) {
      if (each.from() >= from) {
        best = Double.isNaN(best) ? each.level() : better(best, each.level());
      }
    }
    return best;
  }

  private double better(double a, double b) {
    return measure.lowerIsBetter() ? Math.min(a, b) : Math.max(a, b);
  }

  private Alarm kind(List<TrendChange> changes, double worse) {
    for (TrendChange each : changes) {
      if (each.at() > last(breaks) && each.worse() >= MOST_OF_IT * worse) {
        return Alarm.STEP;
      }
    }
    return Alarm.CREEP;
  }

  /** Silent where the interval is wider than the time that it looks back on. */
  private List<TrendForecast> forecast(Slope slope, TrendSegment segment, double threshold) {
    int length = segment.to() - segment.from();
    if (!(threshold > 0) || slope.value() * sign() <= 0) {
      return List.of();
    }
    Slope.Crossing crossing = slope.crossing(StrictMath.log(threshold));
    double runsLeft = crossing.place() - (length - 1);
    if (!(runsLeft > 0 && runsLeft <= length && crossing.upper() - crossing.lower() <= length)) {
      return List.of();
    }
    double lower = Math.max(0, crossing.lower() - (length - 1));
    double upper = crossing.upper() - (length - 1);
    RunCalendar calendar = new RunCalendar(runs, series, segment);
    return List.of(
        new TrendForecast(
            threshold,
            runsLeft,
            new benchwright.artifact.Interval(lower, upper),
            calendar.day(runsLeft),
            calendar.day(lower),
            calendar.day(upper)));
  }

  private String reason(
      Alarm alarm,
      double worse,
      TrendLimits.Limit limit,
      List<TrendChange> changes,
      List<TrendForecast> forecasts) {
    if (alarm == Alarm.NONE) {
      return forecasts.isEmpty()
          ? ""
          : "grows worse and will be "
              + percent(limit.share())
              + " worse than its best level in "
              + Math.round(forecasts.get(0).runs())
              + " runs, about "
              + forecasts.get(0).date();
    }
    TrendChange last = null;
    for (TrendChange each : changes) {
      if (each.at() > last(breaks) && each.worse() > 0) {
        last = last == null || alarm == Alarm.CREEP || each.worse() > last.worse() ? each : last;
      }
    }
    String what =
        (alarm == Alarm.STEP ? "" : "crept to ") + percent(worse) + " worse than its best level";
    if (last == null) {
      return what + ", a little with each run";
    }
    TrendRun run = runs.get(series.run(last.at()));
    return what
        + (alarm == Alarm.STEP ? " since the run " : ", the last step at the run ")
        + run.runId()
        + between(last);
  }

  private static String between(TrendChange change) {
    if (change.firstBad().isEmpty()) {
      return "";
    }
    return change.lastGood().equals(change.firstBad()) || change.lastGood().isEmpty()
        ? ", commit " + shortened(change.firstBad())
        : ", commits " + shortened(change.lastGood()) + ".." + shortened(change.firstBad());
  }

  private static String shortened(String sha) {
    return sha.substring(0, Math.min(9, sha.length()));
  }

  /** Two digits: {@code 9.8 %}, {@code 120 %}. */
  private static String percent(double share) {
    if (Double.isInfinite(share)) {
      return "infinitely";
    }
    int digits = share >= 0.995 ? 3 : 2;
    return new BigDecimal(100 * share).round(new MathContext(digits)).toPlainString() + " %";
  }
}
