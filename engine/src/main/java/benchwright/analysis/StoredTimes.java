package benchwright.analysis;

import benchwright.analysis.Draft.Figures;
import benchwright.analysis.Draft.Kind;
import benchwright.analysis.Draft.Place;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.ComparedRun;
import benchwright.artifact.Interval;
import benchwright.artifact.NoiseFigures;
import benchwright.artifact.NoiseFloor;
import benchwright.stats.Detectable;
import benchwright.stats.MedianRatio;
import benchwright.stats.RankSumTest;
import benchwright.stats.Sample;
import benchwright.stats.Superiority;
import benchwright.suite.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of what was timed, in runs that were made apart from each other. Times and memory may
 * only warn then, and say nothing on another machine; what an operation allocates is no matter of
 * chance, and may fail.
 */
final class StoredTimes {
  /** JMH counts bytes that its own threads allocate: fractions of a byte per operation. */
  private static final double JITTER_BYTES = 0.5;

  private static final double JITTER_SHARE = 1e-3;

  /** The unit of what an operation allocates. */
  static final String ALLOCATED = "bytes/operation";

  private final ComparedSide base;
  private final ComparedSide head;
  private final Optional<NoiseFloor> noise;

  StoredTimes(ComparedSide base, ComparedSide head, Optional<NoiseFloor> noise) {
    this.base = base;
    this.head = head;
    this.noise = noise;
  }

  /** Whether times on both sides are of one machine. */
  static boolean sameMachine(ComparedRun base, ComparedRun head) {
    return !base.fingerprint().isEmpty() && base.fingerprint().equals(head.fingerprint());
  }

  static boolean sameJvm(ComparedRun base, ComparedRun head) {
    return base.jvm().equals(head.jvm());
  }

  List<Draft> drafts() {
    Map<String, ComparedCase> before = new LinkedHashMap<>();
    base.cases().forEach(each -> before.put(each.id(), each));
    Map<String, ComparedCase> now = new LinkedHashMap<>();
    head.cases().forEach(each -> now.put(each.id(), each));
    List<Draft> drafts = new ArrayList<>();
    for (ComparedCase each : head.cases()) {
      ComparedCase old = before.get(each.id());
      drafts.addAll(
          old == null || !old.isMeasured()
              ? each.isMeasured() ? List.of(alone(Kind.ADDED, each)) : List.of()
              : compared(old, each));
    }
    for (ComparedCase each : base.cases()) {
      if (!now.containsKey(each.id()) && each.isMeasured()) {
        drafts.add(alone(Kind.REMOVED, each));
      }
    }
    return drafts;
  }

  private static Draft alone(Kind kind, ComparedCase one) {
    return Draft.untested(
        kind,
        place(Measure.TIME, one),
        new Figures(Double.NaN, "ns", Double.NaN, Double.NaN),
        Double.NaN,
        one.times().size(),
        "");
  }

  private List<Draft> compared(ComparedCase old, ComparedCase each) {
    if (each.status() == CaseStatus.FAILED) {
      return List.of(
          Draft.untested(
              Kind.BROKEN,
              place(Measure.TIME, each),
              new Figures(Double.NaN, "ns", median(old.times()), Double.NaN),
              Double.NaN,
              0,
              each.id() + " could not be measured and could before" + told(each.reason())));
    }
    if (!each.isMeasured()) {
      return List.of(alone(Kind.REMOVED, old));
    }
    List<Draft> drafts = new ArrayList<>();
    boolean alike =
        sameMachine(base.run(), head.run())
            && (!each.operation() || sameJvm(base.run(), head.run()));
    if (!alike) {
      drafts.add(
          Draft.untested(
              Kind.UNLIKE,
              place(Measure.TIME, each),
              new Figures(Double.NaN, "ns", median(old.times()), median(each.times())),
              Double.NaN,
              Math.min(old.times().size(), each.times().size()),
              "the sides were measured on other machines or other JVMs"));
    } else {
      NoiseFigures figures =
          noise
              .map(floor -> each.operation() ? floor.operation() : floor.command())
              .orElse(NoiseFigures.NONE);
      double floor = Double.isNaN(figures.block()) ? 0 : figures.block();
      drafts.add(tested(Measure.TIME, "ns", each, old.times(), each.times(), floor));
      if (!old.memory().isEmpty() && !each.memory().isEmpty()) {
        drafts.add(tested(Measure.MEMORY, "bytes", each, old.memory(), each.memory(), 0));
      }
      if (!old.utilization().isEmpty() && !each.utilization().isEmpty()) {
        drafts.add(
            tested(Measure.UTILIZATION, "share", each, old.utilization(), each.utilization(), 0));
      }
    }
    if (sameJvm(base.run(), head.run())
        && !old.allocated().isEmpty()
        && !each.allocated().isEmpty()) {
      drafts.add(allocated(each, numbers(old.allocated()), numbers(each.allocated())));
    }
    return drafts;
  }

  private static Draft tested(
      Measure measure,
      String unit,
      ComparedCase each,
      List<? extends Number> before,
      List<? extends Number> now,
      double floor) {
    double[] one = numbers(before);
    double[] other = numbers(now);
    boolean largerIsBetter = measure == Measure.UTILIZATION;
    double base = Sample.of(one).median();
    double head = Sample.of(other).median();
    MedianRatio ratio = MedianRatio.of(other, one);
    RankSumTest ranks = RankSumTest.of(other, one);
    int above = (int) Math.signum(ranks.u() - one.length * (double) other.length / 2);
    double[] logs = logs(one);
    double[] otherLogs = logs(other);
    return new Draft(
        Kind.STORED,
        place(measure, each),
        new Figures(Double.NaN, unit, base, head),
        largerIsBetter ? Draft.fall(base, head) : Draft.growth(base, head),
        largerIsBetter
            ? new Interval(1 - ratio.upper(), 1 - ratio.lower())
            : new Interval(ratio.lower() - 1, ratio.upper() - 1),
        Draft.MANN_WHITNEY,
        ranks.p(),
        CellDrafts.leastOfRanks(one.length, other.length),
        largerIsBetter ? -above : above,
        largerIsBetter ? Superiority.a12(other, one) : Superiority.a12(one, other),
        Math.min(one.length, other.length),
        error -> {
          double shift = Detectable.ofMeans(logs, otherLogs, error);
          double seen = largerIsBetter ? -StrictMath.expm1(-shift) : StrictMath.expm1(shift);
          return Math.max(floor, seen);
        },
        floor,
        "");
  }

  /** All forks of one side must lie above all of the other: then it is the code. */
  private static Draft allocated(ComparedCase each, double[] before, double[] now) {
    Sample base = Sample.of(before);
    Sample head = Sample.of(now);
    boolean more = beyond(base.largest(), head.smallest());
    boolean less = beyond(head.largest(), base.smallest());
    Figures figures = new Figures(Double.NaN, ALLOCATED, base.median(), head.median());
    double worse = more || less ? Draft.growth(base.median(), head.median()) : 0;
    int forks = Math.min(before.length, now.length);
    return Draft.untested(Kind.CERTAIN, place(Measure.MEMORY, each), figures, worse, forks, "");
  }

  private static boolean beyond(double largest, double smallest) {
    return smallest > largest * (1 + JITTER_SHARE) + JITTER_BYTES;
  }

  private static Place place(Measure measure, ComparedCase each) {
    return new Place(measure, each.implementation(), "", 0, each.key().toString());
  }

  private static String told(String reason) {
    return reason.isEmpty() ? "" : ": " + reason.lines().findFirst().orElse("");
  }

  private static double median(List<Double> values) {
    return Sample.of(numbers(values)).median();
  }

  private static double[] numbers(List<? extends Number> values) {
    return values.stream().mapToDouble(Number::doubleValue).toArray();
  }

  /** Zeros, such as of a share that was too small to be seen, have none. */
  private static double[] logs(double[] values) {
    return Arrays.stream(values).filter(value -> value > 0).map(StrictMath::log).toArray();
  }
}
