package benchwright.analysis;

import benchwright.suite.Measure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What trends look at, and in which direction each is worse. */
public enum TrendMeasure {
  /** To the hardest target that half of the runs reached. */
  EXPECTED_RUNTIME("expected-runtime", "evaluations", true, true, 0.05),
  SUCCESS_RATE("success-rate", "share", false, true, 0.05),
  /** Where half of the runs reached no target. */
  AOCC("aocc", "share", false, true, 0.05),
  TIME("time", "ns", true, false, 0.05),
  MEMORY("memory", "bytes", true, false, 0.10),
  ALLOCATION("allocation", "bytes/operation", true, false, 0.05),
  UTILIZATION("utilization", "share", false, false, 0.05);

  private final String word;
  private final String unit;
  private final boolean lowerIsBetter;
  private final boolean exact;
  private final double limit;

  TrendMeasure(String word, String unit, boolean lowerIsBetter, boolean exact, double limit) {
    this.word = word;
    this.unit = unit;
    this.lowerIsBetter = lowerIsBetter;
    this.exact = exact;
    this.limit = limit;
  }

  /** As it is called in files and on the command line: {@code expected-runtime}. */
  public String word() {
    return word;
  }

  /** Of its values, as the schema names it. */
  public String unit() {
    return unit;
  }

  public boolean lowerIsBetter() {
    return lowerIsBetter;
  }

  /** Whether the plan and the code alone decide its values. */
  public boolean exact() {
    return exact;
  }

  /** By which share it may become worse where nobody says otherwise. */
  double limit() {
    return limit;
  }

  /** What suites call it; empty where they have no word for it. */
  Optional<Measure> inSuites() {
    return switch (this) {
      case EXPECTED_RUNTIME -> Optional.of(Measure.EXPECTED_RUNTIME);
      case SUCCESS_RATE -> Optional.of(Measure.SUCCESS_RATE);
      case AOCC -> Optional.empty();
      case TIME -> Optional.of(Measure.TIME);
      case MEMORY, ALLOCATION -> Optional.of(Measure.MEMORY);
      case UTILIZATION -> Optional.of(Measure.UTILIZATION);
    };
  }

  public static Optional<TrendMeasure> named(String word) {
    return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Stream.of(values()).map(TrendMeasure::word).toList();
  }

  /**
   * How much worse {@code after} is than {@code before}, as a share; below 0 for better. Infinite
   * where a target is not reached any more.
   */
  double worse(double before, double after) {
    if (Double.compare(before, after) == 0) {
      return 0;
    }
    if (lowerIsBetter) {
      return Double.isInfinite(before)
          ? -1
          : before == 0 ? Double.POSITIVE_INFINITY : after / before - 1;
    }
    return before == 0 ? Double.NEGATIVE_INFINITY : 1 - after / before;
  }

  /** The value that is worse than {@code before} by the share. */
  double worsened(double before, double share) {
    return lowerIsBetter ? before * (1 + share) : before * (1 - share);
  }
}
