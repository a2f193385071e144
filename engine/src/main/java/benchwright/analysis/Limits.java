package benchwright.analysis;

import benchwright.suite.Measure;
import benchwright.suite.Severity;
import benchwright.suite.Threshold;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much worse each measure may become: as the command line says, else as the suite says, else by
 * default. A suite that says anything of a measure has said all of it: optimizers that it does not
 * name have no threshold then.
 *
 * @param asked by the command line; they hold for everything
 */
public record Limits(List<Threshold> suite, List<Threshold> asked) {
  private static final List<Threshold> DEFAULTS =
      List.of(
          new Threshold(Measure.EXPECTED_RUNTIME, 10, Severity.FAIL, List.of()),
          new Threshold(Measure.SUCCESS_RATE, 5, Severity.FAIL, List.of()),
          new Threshold(Measure.TIME, 10, Severity.FAIL, List.of()),
          new Threshold(Measure.UTILIZATION, 5, Severity.WARN, List.of()),
          new Threshold(Measure.MEMORY, 20, Severity.WARN, List.of()));

  /** The lists are copied. */
  public Limits {
    suite = List.copyOf(suite);
    asked = List.copyOf(asked);
  }

  /** What holds where a suite says nothing. */
  public static List<Threshold> defaults() {
    return DEFAULTS;
  }

  /** The thresholds of {@code subject}: a failing and a warning one may stand beside each other. */
  List<Threshold> of(Measure measure, String subject) {
    for (List<Threshold> source : List.of(asked, suite, DEFAULTS)) {
      List<Threshold> some = source.stream().filter(each -> each.measure() == measure).toList();
      if (!some.isEmpty()) {
        return some.stream()
            .filter(each -> each.of().isEmpty() || each.of().contains(subject))
            .toList();
      }
    }
    return List.of();
  }

  /** Whether somebody has asked for it, be it the suite or the command line. */
  boolean isDeclared(Measure measure) {
    return asked.stream().anyMatch(each -> each.measure() == measure)
        || suite.stream().anyMatch(each -> each.measure() == measure);
  }

  /**
   * The threshold that {@code worse} is held against: the strictest that it crosses, failing ones
   * first; else the one that it comes nearest to.
   */
  Optional<Threshold> heldAgainst(Measure measure, String subject, double worse) {
    List<Threshold> all = of(measure, subject);
    return all.stream()
        .filter(each -> worse > each.worseByPercent() / 100)
        .min(Comparator.comparing(Threshold::severity).thenComparing(Threshold::worseByPercent))
        .or(() -> all.stream().min(Comparator.comparingDouble(Threshold::worseByPercent)));
  }
}
