package benchwright.analysis;

import benchwright.suite.Severity;
import benchwright.suite.Threshold;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much worse a series may become: as the command line says, else as its suite says, else by
 * default. A suite that says anything of a measure has said all of it: subjects that it does not
 * name have no limit then.
 *
 * @param asked by the command line; they hold for all suites
 * @param suites what suites say, by their names
 */
public record TrendLimits(Map<TrendMeasure, Limit> asked, Map<String, List<Threshold>> suites) {
  /** Those of the measures, where nobody says otherwise. */
  public static final TrendLimits DEFAULTS =
      new TrendLimits(new LinkedHashMap<>(), new LinkedHashMap<>());

  private static final Limit NONE = new Limit(Double.POSITIVE_INFINITY, Severity.WARN);

  /**
   * How much worse a measure may become.
   *
   * @param share such as 0.1 for 10 %; infinite for as much as it likes
   * @param severity whether crossing it fails the trend or only warns
   */
  public record Limit(double share, Severity severity) {}

  public TrendLimits {
    asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    suites = Collections.unmodifiableMap(new LinkedHashMap<>(suites));
  }

  /** A failing and a warning one may stand beside each other; at least one. */
  List<Limit> of(TrendMeasure measure, String suite, String subject) {
    if (asked.containsKey(measure)) {
      return List.of(asked.get(measure));
    }
    List<Threshold> said =
        suites.getOrDefault(suite, List.of()).stream()
            .filter(each -> measure.inSuites().filter(each.measure()::equals).isPresent())
            .toList();
    if (said.isEmpty()) {
      return List.of(new Limit(measure.limit(), Severity.FAIL));
    }
    List<Limit> own =
        said.stream()
            .filter(each -> each.of().isEmpty() || each.of().contains(subject))
            .map(each -> new Limit(each.worseByPercent() / 100, each.severity()))
            .toList();
    return own.isEmpty() ? List.of(NONE) : own;
  }

  /** The strictest that {@code worse} crosses, failing ones first; else the one nearest to it. */
  static Limit heldAgainst(List<Limit> limits, double worse) {
    return limits.stream()
        .filter(each -> worse > each.share())
        .min(Comparator.comparing(Limit::severity).thenComparing(Limit::share))
        .or(() -> limits.stream().min(Comparator.comparingDouble(Limit::share)))
        .orElse(NONE);
  }
}
