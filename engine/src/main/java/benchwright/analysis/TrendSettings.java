package benchwright.analysis;

import benchwright.suite.Threshold;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which series are looked at, and how much worse they may become.
 *
 * @param measures those that are wanted
 * @param optimizers globs on ids; empty for all
 * @param implementations globs on ids; empty for all
 * @param functions globs on ids; empty for all
 * @param dimensions empty for all
 * @param limits how much worse they may become
 */
public record TrendSettings(
    Set<TrendMeasure> measures,
    List<String> optimizers,
    List<String> implementations,
    List<String> functions,
    Set<Integer> dimensions,
    TrendLimits limits) {
  /** All series, with the limits of their measures. */
  public static final TrendSettings DEFAULTS =
      new TrendSettings(
          new LinkedHashSet<>(List.of(TrendMeasure.values())),
          List.of(),
          List.of(),
          List.of(),
          new LinkedHashSet<>(),
          TrendLimits.DEFAULTS);

  public TrendSettings {
    measures = Collections.unmodifiableSet(new LinkedHashSet<>(measures));
    optimizers = List.copyOf(optimizers);
    implementations = List.copyOf(implementations);
    functions = List.copyOf(functions);
    dimensions = Collections.unmodifiableSet(new LinkedHashSet<>(dimensions));
  }

  /** The same, with what suites say of limits, by their names. */
  public TrendSettings with(Map<String, List<Threshold>> suites) {
    return new TrendSettings(
        measures,
        optimizers,
        implementations,
        functions,
        dimensions,
        new TrendLimits(limits.asked(), suites));
  }

  /** Whether something of an optimizer on a function is wanted. */
  boolean wants(TrendMeasure measure, String optimizer, String function, int dimension) {
    return measures.contains(measure)
        && (implementations.isEmpty() || !optimizers.isEmpty())
        && any(optimizers, optimizer)
        && any(functions, function)
        && (dimensions.isEmpty() || dimensions.contains(dimension));
  }

  /** Whether something that was timed is wanted. */
  boolean wants(TrendMeasure measure, String implementation) {
    return measures.contains(measure)
        && functions.isEmpty()
        && dimensions.isEmpty()
        && (optimizers.isEmpty() || !implementations.isEmpty())
        && any(implementations, implementation);
  }

  private static boolean any(List<String> globs, String id) {
    return globs.isEmpty() || globs.stream().anyMatch(glob -> Glob.matches(glob, id));
  }
}
