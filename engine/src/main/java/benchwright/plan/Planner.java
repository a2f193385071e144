package benchwright.plan;

import benchwright.artifact.Shard;
import benchwright.artifact.TrialKey;
import benchwright.suite.Budget;
import benchwright.suite.FormulaFunction;
import benchwright.suite.FunctionSpec;
import benchwright.suite.KnownOptimum;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.Profile;
import benchwright.suite.Suite;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Expands a suite, or the selected part of it, into trials. */
public final class Planner {
  private static final int MOST_TRIALS = 5_000_000;

  private final Catalogue catalogue;
  private final CostModel costs;

  /** Plans what {@code catalogue} can name. */
  public Planner(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.costs = new CostModel(catalogue);
  }

  /** The plan for {@code selection} of {@code suite}, or all that stands against it. */
  public Planning plan(Suite suite, Selection selection) {
    List<String> problems = new ArrayList<>();
    if (!selection.profile().equals(Selection.FULL)
        && !selection.profile().equals(Selection.QUICK)) {
      problems.add("There is no profile \"" + selection.profile() + "\"; there is full and quick.");
    }
    if (problems.isEmpty() && suite.speed().isAsked()) {
      return new TimingPlanner(suite, selection).plan();
    }
    if (selection.selectsTimings()) {
      problems.add(
          "The suite "
              + suite.name()
              + " runs optimizers: it measures no implementations, sizes or devices. Choose with"
              + " --optimizer, --function or --dim.");
    }
    Profile profile = selection.profile().equals(Selection.QUICK) ? suite.quick() : suite.full();
    SuiteCheck check = new SuiteCheck(catalogue, problems);
    check.check(suite, profile);

    List<OptimizerSpec> optimizers =
        named(
            "optimizer",
            suite.optimizers(),
            OptimizerSpec::getId,
            selection.optimizers(),
            problems);
    List<FunctionSpec> functions =
        named(
            "function", profile.functions(), FunctionSpec::getId, selection.functions(), problems);
    List<Integer> dimensions =
        numbered("dimension", profile.dimensions(), ranges(selection.dimensions()), problems);
    List<Integer> instances =
        numbered("instance", profile.instances(), selection.instances(), problems);
    List<Long> seeds = numbered("seed", profile.seeds(), selection.seeds(), problems);
    check.checkDimensions(functions, dimensions);
    check.checkOptimizerDimensions(optimizers, dimensions);
    Budget budget = selection.budget().orElse(profile.budget());
    checkBudget(budget, dimensions, problems);
    checkCount(optimizers, functions, dimensions, instances, seeds, problems);
    if (!problems.isEmpty()) {
      return new Planning.Rejected(problems);
    }

    List<Trial> trials = new ArrayList<>();
    for (OptimizerSpec optimizer : optimizers) {
      for (FunctionSpec function : functions) {
        OptionalDouble target = finalTarget(suite, function);
        for (int dimension : dimensions) {
          long evaluations = budget.evaluations(dimension);
          for (int instance : instances) {
            for (long seed : seeds) {
              TrialKey key =
                  new TrialKey(optimizer.getId(), function.getId(), dimension, instance, seed);
              trials.add(new Trial(key, optimizer, function, evaluations, target));
            }
          }
        }
      }
    }
    return new Planning.Planned(
        new Plan(suite, selection.profile(), trials, PlanDigest.of(trials, catalogue)));
  }

  /**
   * About how many nanoseconds {@code trial} takes if it spends its whole budget: good enough to
   * start the longest trials first and to say how long a run will take. Always the same for the
   * same trial.
   */
  public double expectedCost(Trial trial) {
    return costs.nanos(trial);
  }

  /**
   * The part of {@code plan} that {@code shard} is to run: parts are about equally expensive, and
   * the same wherever they are asked for.
   *
   * @throws IllegalArgumentException if there are more shards than trials
   */
  public Plan part(Plan plan, Shard shard) {
    if (shard.count() > plan.trials().size()) {
      throw new IllegalArgumentException(
          plan.trials().size() + " trials cannot be split into " + shard.count() + " shards");
    }
    return new Plan(
        plan.suite(),
        plan.profile(),
        Partition.of(plan.trials(), this::expectedCost, shard),
        plan.digest(),
        shard);
  }

  private static OptionalDouble finalTarget(Suite suite, FunctionSpec function) {
    boolean known =
        !(function instanceof FormulaFunction formula) || formula.optimum() instanceof KnownOptimum;
    return known ? OptionalDouble.of(suite.targets().to()) : OptionalDouble.empty();
  }

  private static <T> List<T> named(
      String what, List<T> all, Function<T, String> id, List<String> globs, List<String> problems) {
    if (globs.isEmpty()) {
      return all;
    }
    List<String> ids = all.stream().map(id).toList();
    for (String glob : globs) {
      if (ids.stream().noneMatch(each -> Names.matches(glob, each))) {
        problems.add(
            Sentences.unknown("No " + what + " of the suite matches \"" + glob + "\"", glob, ids));
      }
    }
    return all.stream()
        .filter(each -> globs.stream().anyMatch(glob -> Names.matches(glob, id.apply(each))))
        .toList();
  }

  private static List<Range> ranges(List<Integer> numbers) {
    return numbers.stream().map(Range::of).toList();
  }

  private static <N extends Number> List<N> numbered(
      String what, List<N> all, List<Range> ranges, List<String> problems) {
    if (ranges.isEmpty()) {
      return all;
    }
    for (Range range : ranges) {
      if (all.stream().noneMatch(number -> range.contains(number.longValue()))) {
        problems.add(
            "The suite has no " + what + " " + range + "; it has " + Sentences.list(all) + ".");
      }
    }
    return all.stream()
        .filter(number -> ranges.stream().anyMatch(range -> range.contains(number.longValue())))
        .toList();
  }

  private static void checkBudget(Budget budget, List<Integer> dimensions, List<String> problems) {
    for (int dimension : dimensions) {
      try {
        long evaluations = budget.evaluations(dimension);
        if (evaluations < 1) {
          problems.add(
              "A budget is at least 1 evaluation; it would be "
                  + evaluations
                  + " in dimension "
                  + dimension
                  + ".");
          return;
        }
      } catch (ArithmeticException overflow) {
        problems.add(
            "The budget in dimension "
                + dimension
                + " is more evaluations than can be counted; 10000.perDimension is a large one.");
        return;
      }
    }
  }

  private static void checkCount(
      List<?> optimizers,
      List<?> functions,
      List<?> dimensions,
      List<?> instances,
      List<?> seeds,
      List<String> problems) {
    double trials =
        (double) optimizers.size()
            * functions.size()
            * dimensions.size()
            * instances.size()
            * seeds.size();
    if (trials > MOST_TRIALS) {
      problems.add(
          "This would be "
              + BigDecimal.valueOf(trials).toBigInteger()
              + " trials; a run holds at most "
              + MOST_TRIALS
              + ". Select a part of it, such as --instance 1..5.");
    }
  }
}
