package benchwright.cli;

import benchwright.engine.Engine;
import benchwright.engine.Source;
import benchwright.objective.ObjectiveFamily;
import benchwright.plan.Catalogue;
import benchwright.plan.Range;
import benchwright.plan.Selection;
import benchwright.script.Bodies;
import benchwright.suite.Budget;
import benchwright.suite.FunctionSpec;
import benchwright.suite.NamedFunction;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.PerDimensionBudget;
import benchwright.suite.Profile;
import benchwright.suite.Suite;
import benchwright.suite.Targets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The suite that selectors say by themselves, where no script is given. */
final class SingleSuite {
  private static final Budget BUDGET = new PerDimensionBudget(10_000);
  private static final long MOST = 100_000;
  private static final String NAME = "single";
  private static final String EXAMPLE =
      "bench run --function sphere --dim 10 --seed 42 --optimizer manta-ray";

  private SingleSuite() {}

  static Source of(Selection selection) throws Complaint {
    if (selection.functions().isEmpty()
        || selection.optimizers().isEmpty()
        || selection.dimensions().isEmpty()) {
      throw Complaint.usage(
          "say what to run: a suite, or at least --function, --dim and --optimizer",
          "a suite that ships: bench run --suite quick",
          "a single trial:     " + EXAMPLE);
    }
    Catalogue catalogue = Engine.catalogue(Source.of(suite(List.of(), List.of(), selection)));
    List<ObjectiveFamily> families =
        matching(
            "function",
            "functions",
            selection.functions(),
            catalogue.functions(),
            ObjectiveFamily::id);
    List<FunctionSpec> functions = new ArrayList<>();
    for (ObjectiveFamily family : families) {
      functions.add(new NamedFunction(family.id()));
    }
    List<OptimizerSpec> optimizers =
        matching(
            "optimizer",
            "optimizers",
            selection.optimizers(),
            catalogue.optimizers(),
            OptimizerSpec::getId);
    return new Source(
        suite(optimizers, functions, selection), "", "", List.of(), Bodies::none, Optional.empty());
  }

  private static Suite suite(
      List<OptimizerSpec> optimizers, List<FunctionSpec> functions, Selection selection)
      throws Complaint {
    List<Integer> instances = new ArrayList<>();
    for (long instance : numbers(selection.instances())) {
      instances.add(Math.toIntExact(instance));
    }
    Profile profile =
        new Profile(
            functions,
            selection.dimensions(),
            instances,
            numbers(selection.seeds()),
            selection.budget().orElse(BUDGET));
    return new Suite(
        NAME,
        title(optimizers, functions),
        optimizers,
        profile,
        profile,
        new Targets(),
        List.of(),
        List.of());
  }

  private static String title(List<OptimizerSpec> optimizers, List<FunctionSpec> functions) {
    List<String> left = optimizers.stream().map(OptimizerSpec::getId).toList();
    List<String> right = functions.stream().map(FunctionSpec::getId).toList();
    return String.join(", ", left) + " on " + String.join(", ", right);
  }

  /** Each number of the ranges; 1 if there are none. */
  private static List<Long> numbers(List<Range> ranges) throws Complaint {
    List<Long> numbers = new ArrayList<>();
    for (Range range : ranges) {
      if (range.last() - range.first() >= MOST || range.last() - range.first() < 0) {
        throw Complaint.usage(
            range + " are more than " + MOST + " numbers", "take a part of them, such as 1..15");
      }
      for (long number = range.first(); number <= range.last(); number++) {
        numbers.add(number);
      }
    }
    return numbers.isEmpty() ? List.of(1L) : numbers;
  }

  private static <T> List<T> matching(
      String noun, String nouns, List<String> globs, List<T> all, Function<T, String> id)
      throws Complaint {
    List<String> ids = all.stream().map(id).toList();
    List<T> matching = new ArrayList<>();
    for (String glob : globs) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
      int before = matching.size();
      for (T each : all) {
        if (matcher.matches(Path.of(id.apply(each))) && !matching.contains(each)) {
          matching.add(each);
        }
      }
      if (matching.size() == before) {
        throw Complaint.usage(
            "there is no " + noun + " " + glob, Nearest.remedies(glob, ids, "bench list " + nouns));
      }
    }
    return matching;
  }
}
