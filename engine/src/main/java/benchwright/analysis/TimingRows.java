package benchwright.analysis;

import static benchwright.analysis.TimingFigures.numbers;

import benchwright.artifact.Interval;
import benchwright.artifact.Metric;
import benchwright.artifact.MetricRow;
import benchwright.artifact.Ratio;
import benchwright.artifact.Samples;
import benchwright.artifact.Stage;
import benchwright.artifact.StageRow;
import benchwright.artifact.TimedCase;
import benchwright.artifact.TimingRow;
import benchwright.stats.MedianInterval;
import benchwright.stats.MedianRatio;
import benchwright.stats.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The row of one case. */
final class TimingRows {
  private TimingRows() {}

  /**
   * @param vanilla what it is compared with, if there is such
   * @param base the same with the fewest workers, if that was measured
   */
  static TimingRow row(TimedWork work, Optional<TimedWork> vanilla, Optional<TimedWork> base) {
    TimedCase timed = work.timed();
    Samples samples = timed.samples();
    boolean measured = work.isMeasured();
    Speedup speedup =
        measured ? base.map(other -> Speedup.of(work, other)).orElse(Speedup.NONE) : Speedup.NONE;
    return new TimingRow(
        work.id(),
        work.implementation().getName(),
        work.kind() == TimingFigures.Kind.COMMAND ? "command" : "operation",
        work.isVanilla(),
        timed.key(),
        timed.status(),
        timed.reason(),
        timed.start(),
        timed.steady(),
        TimingFigures.of(samples, work.kind()),
        samples.peakRssBytes().stream().mapToLong(Long::longValue).max().orElse(0),
        median(samples.allocatedBytesPerOperation()),
        median(samples.collections()),
        median(samples.collectionNanos()),
        utilization(samples, timed.key().workers()),
        measured ? work.amount() * work.perSecond() : Double.NaN,
        measured ? vanilla.map(other -> ratio(work, other)).orElse(Ratio.UNKNOWN) : Ratio.UNKNOWN,
        speedup.value(),
        speedup.efficiency(),
        speedup.serialFraction(),
        timed.stages().stream().map(stage -> stage(stage, timed)).toList(),
        timed.metrics().stream().map(TimingRows::metric).toList(),
        timed.conditions().warnings());
  }

  private static Ratio ratio(TimedWork work, TimedWork vanilla) {
    MedianRatio ratio = MedianRatio.of(work.values(), vanilla.values());
    return new Ratio(ratio.value(), new Interval(ratio.lower(), ratio.upper()));
  }

  /** Run by run, as processor time belongs to its own wall time. */
  private static double utilization(Samples samples, int workers) {
    int runs = samples.wallNanos().size();
    if (samples.userNanos().size() != runs || samples.systemNanos().size() != runs) {
      return Double.NaN;
    }
    double[] shares = new double[runs];
    for (int i = 0; i < runs; i++) {
      double busy = samples.userNanos().get(i) + samples.systemNanos().get(i);
      shares[i] = busy / (samples.wallNanos().get(i) * workers);
    }
    return Sample.of(shares).median();
  }

  private static StageRow stage(Stage stage, TimedCase timed) {
    double seconds = median(stage.seconds());
    return new StageRow(
        stage.name(),
        seconds,
        seconds * 1e9 / median(timed.samples().wallNanos()),
        timed.key().sizeValue() > 0 ? timed.key().sizeValue() / seconds : Double.NaN);
  }

  private static MetricRow metric(Metric metric) {
    double[] values = told(metric.values());
    MedianInterval interval = MedianInterval.of(values);
    Sample sample = Sample.of(values);
    return new MetricRow(
        metric.name(),
        metric.unit(),
        values.length,
        interval.median(),
        new Interval(interval.lower(), interval.upper()),
        sample.smallest(),
        sample.largest());
  }

  private static double median(List<Double> values) {
    return Sample.of(told(values)).median();
  }

  /** A run that told nothing of a metric or a stage has NaN there. */
  private static double[] told(List<Double> values) {
    return Arrays.stream(numbers(values)).filter(value -> !Double.isNaN(value)).toArray();
  }
}
