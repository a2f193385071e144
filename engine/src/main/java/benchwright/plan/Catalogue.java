package benchwright.plan;

import benchwright.Optimizer;
import benchwright.objective.Bbob;
import benchwright.objective.Classics;
import benchwright.objective.Objective;
import benchwright.objective.ObjectiveFamily;
import benchwright.script.Bodies;
import benchwright.suite.FormulaFunction;
import benchwright.suite.FunctionSpec;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything that a suite can name, joined to the code that does it: the one explicit list, nothing
 * is scanned.
 */
public final class Catalogue {
  private final Supplier<Bodies> bodies;
  private final Map<String, ObjectiveFamily> families = new LinkedHashMap<>();
  private final int bbobFunctions;
  private final Optimizers optimizers;

  /**
   * @param bodies the code that stands in the script; asked once for each trial that needs it, from
   *     any thread, so that a supplier that makes new bodies each time keeps trials apart even
   *     where a script keeps state
   * @param programs makes the optimizer that talks to a program, anew for each trial
   */
  public Catalogue(Supplier<Bodies> bodies, Function<Program, Optimizer> programs) {
    this.bodies = bodies;
    optimizers = new Optimizers(bodies, programs);
    List<ObjectiveFamily> bbob = Bbob.functions();
    bbobFunctions = bbob.size();
    bbob.forEach(family -> families.put(family.id(), family));
    Classics.functions().forEach(family -> families.put(family.id(), family));
  }

  /** For looking things up, and for suites without programs in other languages. */
  public Catalogue(Supplier<Bodies> bodies) {
    this(
        bodies,
        program -> {
          throw new IllegalStateException("nobody is here to start " + program.run());
        });
  }

  /** All functions that ship: BBOB by number, then the classics. */
  public List<ObjectiveFamily> functions() {
    return List.copyOf(families.values());
  }

  /** The function that ships under {@code id}, if there is one. */
  public Optional<ObjectiveFamily> function(String id) {
    return Optional.ofNullable(families.get(id));
  }

  /** The ids of all functions that ship. */
  List<String> functionIds() {
    return List.copyOf(families.keySet());
  }

  /** All optimizers that ship, with their default parameters. */
  public List<OptimizerSpec> optimizers() {
    return Optimizers.shipped();
  }

  /**
   * The problem to be solved.
   *
   * @throws IllegalArgumentException if nothing ships under this id or the dimension is out of its
   *     range; a plan holds no such trial
   */
  public Objective objective(FunctionSpec function, int dimension, int instance) {
    if (function instanceof FormulaFunction formula) {
      return new FormulaObjective(formula, dimension, instance, bodies);
    }
    ObjectiveFamily family = families.get(function.getId());
    if (family == null) {
      throw new IllegalArgumentException("there is no function " + function.getId());
    }
    return family.at(dimension, instance);
  }

  /** A new optimizer for one trial. */
  public Optimizer optimizer(OptimizerSpec spec) {
    return optimizers.make(spec);
  }

  /** What an artifact says about {@code spec}. */
  public OptimizerEntry entry(OptimizerSpec spec) {
    return OptimizerEntry.of(spec);
  }

  /** What an artifact says about {@code function}. */
  public FunctionEntry entry(FunctionSpec function) {
    ObjectiveFamily family = families.get(function.getId());
    if (function instanceof FormulaFunction || family == null) {
      return new FunctionEntry(
          function.getId(), Optional.empty(), OptionalInt.empty(), function.getId());
    }
    int place = new ArrayList<>(families.keySet()).indexOf(family.id());
    return place < bbobFunctions
        ? new FunctionEntry(
            family.id(), Optional.of("bbob"), OptionalInt.of(place + 1), family.name())
        : new FunctionEntry(
            family.id(), Optional.of("classics"), OptionalInt.empty(), family.name());
  }
}
