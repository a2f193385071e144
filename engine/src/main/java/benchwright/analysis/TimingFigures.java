package benchwright.analysis;

import benchwright.artifact.Interval;
import benchwright.artifact.Outliers;
import benchwright.artifact.Samples;
import benchwright.artifact.Steady;
import benchwright.artifact.TimingStatistics;
import benchwright.stats.Fences;
import benchwright.stats.MeanInterval;
import benchwright.stats.MedianInterval;
import benchwright.stats.Modality;
import benchwright.stats.Sample;
import benchwright.stats.Steadiness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the samples of one case add up to. */
public final class TimingFigures {
  /** What was timed, which decides what a sample is. */
  public enum Kind {
    /** Runs are independent of each other. */
    COMMAND,
    /** Iterations of one fork resemble each other: the forks' medians count. */
    OPERATION
  }

  private TimingFigures() {}

  /**
   * The figures of {@code samples}, in the unit of the samples. Mean, median, deviations and
   * intervals are of the runs of a command, of the forks' medians of an operation; percentiles,
   * outliers and modality are of all samples.
   */
  public static TimingStatistics of(Samples samples, Kind kind) {
    double[] all = numbers(samples.wallNanos());
    if (all.length == 0) {
      return TimingStatistics.NONE;
    }
    double[] values = values(samples, kind);
    Sample every = Sample.of(all);
    Sample sample = Sample.of(values);
    MedianInterval median = MedianInterval.of(values);
    MeanInterval mean = MeanInterval.of(values);
    Fences fences = Fences.of(all);
    return new TimingStatistics(
        values.length,
        sample.mean(),
        sample.median(),
        sample.standardDeviation(),
        sample.medianAbsoluteDeviation(),
        sample.smallest(),
        sample.largest(),
        every.median(),
        every.quantile(0.95),
        every.quantile(0.99),
        new Interval(mean.lower(), mean.upper()),
        new Interval(median.lower(), median.upper()),
        median.relativeError(),
        new Outliers(fences.farBelow(), fences.below(), fences.above(), fences.farAbove()),
        Modality.of(all).word());
  }

  /**
   * Whether times had stopped falling before the first of {@code samples}: of a command over its
   * runs, of an operation within its forks.
   */
  public static Steady steady(Samples samples, Kind kind) {
    List<double[]> series =
        kind == Kind.OPERATION ? forks(samples) : List.of(numbers(samples.wallNanos()));
    return switch (Steadiness.of(series)) {
      case YES -> Steady.YES;
      case NO -> Steady.NO;
      case UNKNOWN -> Steady.UNKNOWN;
    };
  }

  /** What independent measurements gave: the runs of a command, the forks' medians. */
  static double[] values(Samples samples, Kind kind) {
    return kind == Kind.COMMAND
        ? numbers(samples.wallNanos())
        : forks(samples).stream().mapToDouble(times -> Sample.of(times).median()).toArray();
  }

  /** The samples of each process, in the order of the processes' first samples. */
  private static List<double[]> forks(Samples samples) {
    if (samples.process().size() != samples.wallNanos().size()) {
      return List.of(numbers(samples.wallNanos()));
    }
    Map<Integer, List<Double>> forks = new LinkedHashMap<>();
    for (int i = 0; i < samples.wallNanos().size(); i++) {
      forks
          .computeIfAbsent(samples.process().get(i), p -> new ArrayList<>())
          .add(samples.wallNanos().get(i));
    }
    return forks.values().stream().map(TimingFigures::numbers).toList();
  }

  static double[] numbers(List<? extends Number> values) {
    return values.stream().mapToDouble(Number::doubleValue).toArray();
  }
}
