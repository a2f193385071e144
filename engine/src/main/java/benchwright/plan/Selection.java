package benchwright.plan;

import benchwright.suite.Budget;
import java.util.List;
import java.util.Optional;

/**
 * The part of a suite to be run. An empty list selects everything; each entry of a list that is not
 * empty must match something.
 *
 * @param profile {@code quick} or {@code full}
 * @param functions globs on function ids, where {@code *} stands for any characters and {@code ?}
 *     for one
 * @param optimizers globs on optimizer ids
 * @param budget replaces the suite's own
 * @param timing the part of a suite that measures time
 */
public record Selection(
    String profile,
    List<String> functions,
    List<String> optimizers,
    List<Integer> dimensions,
    List<Range> instances,
    List<Range> seeds,
    Optional<Budget> budget,
    TimingSelection timing) {

  /** What a run does unless it is asked to be quick. */
  public static final String FULL = "full";

  /** What {@code --quick} runs. */
  public static final String QUICK = "quick";

  public Selection {
    functions = List.copyOf(functions);
    optimizers = List.copyOf(optimizers);
    dimensions = List.copyOf(dimensions);
    instances = List.copyOf(instances);
    seeds = List.copyOf(seeds);
  }

  /** The part of a suite of optimizers. */
  public Selection(
      String profile,
      List<String> functions,
      List<String> optimizers,
      List<Integer> dimensions,
      List<Range> instances,
      List<Range> seeds,
      Optional<Budget> budget) {
    this(
        profile,
        functions,
        optimizers,
        dimensions,
        instances,
        seeds,
        budget,
        TimingSelection.EVERYTHING);
  }

  /** The whole of the full profile. */
  public static Selection everything() {
    return new Selection(
        FULL, List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
  }

  /** The same selection of another profile. */
  public Selection withProfile(String name) {
    return new Selection(name, functions, optimizers, dimensions, instances, seeds, budget, timing);
  }

  /** The same selection with another budget. */
  public Selection withBudget(Budget evaluations) {
    return new Selection(
        profile,
        functions,
        optimizers,
        dimensions,
        instances,
        seeds,
        Optional.of(evaluations),
        timing);
  }

  /** The same profile of a suite that measures time. */
  public Selection withTiming(TimingSelection part) {
    return new Selection(
        profile, functions, optimizers, dimensions, instances, seeds, budget, part);
  }

  /** Whether it chooses among trials. */
  boolean selectsTrials() {
    return !(functions.isEmpty()
            && optimizers.isEmpty()
            && dimensions.isEmpty()
            && instances.isEmpty()
            && seeds.isEmpty())
        || budget.isPresent();
  }

  /** Whether it chooses among measurements. */
  boolean selectsTimings() {
    return !timing.equals(TimingSelection.EVERYTHING);
  }
}
