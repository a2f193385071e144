package benchwright.analysis;

import static benchwright.analysis.TimingFigures.numbers;

import benchwright.artifact.Pair;
import benchwright.artifact.PairedCase;
import benchwright.artifact.PairedReading;
import benchwright.stats.PairedRatios;
import benchwright.stats.Sample;
import benchwright.stats.Superiority;
import benchwright.suite.Measure;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * One measure of one case: a number for each side of each pair, and the ratios in the direction in
 * which larger is worse.
 */
final class PairedSeries {
  /** What a case may be judged by, in the order of reports. */
  static final List<Measure> MEASURES = List.of(Measure.TIME, Measure.MEMORY, Measure.UTILIZATION);

  /** What allocates less than one byte in a call allocates nothing: the rest is the harness's. */
  private static final double NOTHING = 1;

  private final Measure measure;
  private final String unit;
  private final double[] base;
  private final double[] head;

  private PairedSeries(Measure measure, String unit, double[] base, double[] head) {
    this.measure = measure;
    this.unit = unit;
    this.base = base;
    this.head = head;
  }

  /** Empty where the measure was not, or cannot be, taken of the case. */
  static Optional<PairedSeries> of(PairedCase each, Measure measure) {
    boolean command = !each.kind().equals(PairedCase.OPERATION);
    int workers = each.key().workers();
    return switch (measure) {
      case TIME -> series(each, measure, "ns", reading -> least(reading.wallNanos()));
      case MEMORY ->
          command
              ? series(each, measure, "bytes", reading -> median(reading.peakRssBytes()))
              : series(
                  each,
                  measure,
                  "bytes/operation",
                  reading -> Math.max(NOTHING, median(reading.allocatedBytesPerOperation())));
      case UTILIZATION ->
          command
              ? series(each, measure, "share", reading -> utilization(reading, workers))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<PairedSeries> series(
      PairedCase each, Measure measure, String unit, ToDoubleFunction<PairedReading> value) {
    List<Pair> pairs = each.pairs();
    double[] base = pairs.stream().map(Pair::base).mapToDouble(value).toArray();
    double[] head = pairs.stream().map(Pair::head).mapToDouble(value).toArray();
    for (int i = 0; i < base.length; i++) {
      if (!(base[i] > 0 && head[i] > 0)) {
        // Not told on this machine, or nothing to divide by.
        return Optional.empty();
      }
    }
    return base.length == 0
        ? Optional.empty()
        : Optional.of(new PairedSeries(measure, unit, base, head));
  }

  /**
   * What disturbs a program makes it slower, never faster; so the least of several neighbouring
   * runs is disturbed least, and on a machine whose processors have two speeds by turns the median
   * jumps between them (Chen and Revels, Robust benchmarking in noisy environments, 2016).
   */
  private static double least(List<? extends Number> values) {
    return Sample.of(numbers(values)).quantile(0);
  }

  private static double median(List<? extends Number> values) {
    return Sample.of(numbers(values)).median();
  }

  private static double utilization(PairedReading reading, int workers) {
    int runs = reading.wallNanos().size();
    if (reading.cpuNanos().size() != runs) {
      return Double.NaN;
    }
    double[] shares = new double[runs];
    for (int i = 0; i < runs; i++) {
      shares[i] = reading.cpuNanos().get(i) / (reading.wallNanos().get(i) * workers);
    }
    return Sample.of(shares).median();
  }

  Measure measure() {
    return measure;
  }

  String unit() {
    return unit;
  }

  /** The median over the pairs. */
  double medianOfBase() {
    return Sample.of(base).median();
  }

  /** The median over the pairs. */
  double medianOfHead() {
    return Sample.of(head).median();
  }

  /** Larger is worse: head over base, of utilization base over head. */
  PairedRatios ratios() {
    return falls() ? PairedRatios.of(head, base) : PairedRatios.of(base, head);
  }

  /**
   * How much worse a {@link #ratios ratio} is, as a share: of utilization how much of it is gone.
   */
  double worse(double ratio) {
    return falls() ? 1 - 1 / ratio : ratio - 1;
  }

  /** How probably a reading of the head is better than one of the base. */
  double a12() {
    return falls() ? Superiority.a12(head, base) : Superiority.a12(base, head);
  }

  private boolean falls() {
    return measure == Measure.UTILIZATION;
  }
}
