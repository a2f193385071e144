package benchwright.plan;

import benchwright.objective.ObjectiveFamily;
import benchwright.suite.BipopCmaEs;
import benchwright.suite.CmaEs;
import benchwright.suite.DifferentialEvolution;
import benchwright.suite.FormulaFunction;
import benchwright.suite.FunctionSpec;
import benchwright.suite.GeneticAlgorithm;
import benchwright.suite.IpopCmaEs;
import benchwright.suite.LShade;
import benchwright.suite.MantaRay;
import benchwright.suite.OnePlusOneEs;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.ParticleSwarm;
import benchwright.suite.Profile;
import benchwright.suite.Program;
import benchwright.suite.Suite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands against running a suite, whoever wrote it: a script, a document, a program. */
final class SuiteCheck {
  private final Catalogue catalogue;
  private final List<String> problems;

  SuiteCheck(Catalogue catalogue, List<String> problems) {
    this.catalogue = catalogue;
    this.problems = problems;
  }

  void check(Suite suite, Profile profile) {
    checkOptimizers(suite.optimizers());
    checkFunctions(profile.functions());
    checkNumbers("dimension", profile.dimensions());
    checkNumbers("instance", profile.instances());
    checkNotEmpty("seed", profile.seeds());
    checkNoneTwice("seed", profile.seeds());
    double to = suite.targets().to();
    if (!(to > 0) || !Double.isFinite(to)) {
      problems.add("The hardest target must be a positive number; the suite says " + to + ".");
    }
  }

  private void checkOptimizers(List<OptimizerSpec> optimizers) {
    checkNotEmpty("optimizer", optimizers);
    List<String> ids = new ArrayList<>();
    for (OptimizerSpec spec : optimizers) {
      ids.add(spec.getId());
      checkId("optimizer", spec.getId());
      if (spec instanceof MantaRay ray) {
        checkAtLeast(spec, 2, "population", ray.population());
        checkPositive(spec, "somersault factor", ray.somersault());
      } else if (spec instanceof CmaEs cmaEs) {
        checkPositive(spec, "sigma", cmaEs.sigma());
      } else if (spec instanceof OnePlusOneEs es) {
        checkPositive(spec, "sigma", es.sigma());
      } else if (spec instanceof IpopCmaEs ipop) {
        checkPositive(spec, "sigma", ipop.sigma());
        if (!(ipop.growth() >= 1) || !Double.isFinite(ipop.growth())) {
          add(spec, "needs a growth of at least 1; the suite says " + ipop.growth() + ".");
        }
      } else if (spec instanceof BipopCmaEs bipop) {
        checkPositive(spec, "sigma", bipop.sigma());
      } else if (spec instanceof DifferentialEvolution de) {
        checkAtLeast(spec, 1, "population for each dimension", de.populationPerDimension());
      } else if (spec instanceof LShade shade) {
        checkAtLeast(spec, 1, "population for each dimension", shade.populationPerDimension());
        checkAtLeast(spec, 1, "history", shade.history());
      } else if (spec instanceof ParticleSwarm swarm) {
        checkAtLeast(spec, 2, "population", swarm.population());
        checkAtLeast(spec, 1, "number of informants", swarm.informed());
      } else if (spec instanceof GeneticAlgorithm ga) {
        checkAtLeast(spec, 2, "population", ga.population());
        checkPositive(spec, "crossover index", ga.crossoverIndex());
        checkPositive(spec, "mutation index", ga.mutationIndex());
      } else if (spec instanceof Program program) {
        checkProgram(program);
      }
    }
    checkNoneTwice("optimizer", ids);
  }

  private void checkProgram(Program program) {
    if (program.directory().isBlank()) {
      add(program, "needs a directory; the suite names none.");
    }
    if (program.run().isBlank() || program.build().stream().anyMatch(String::isBlank)) {
      add(program, "has an empty command; write its name and its arguments.");
    }
    if (program.patienceSeconds() < 1 || program.patienceSeconds() > Program.LONGEST_PATIENCE) {
      add(
          program,
          "may be silent for 1 to "
              + Program.LONGEST_PATIENCE
              + " seconds; the suite says "
              + program.patienceSeconds()
              + ".");
    }
  }

  private void checkAtLeast(OptimizerSpec spec, int least, String name, int value) {
    if (value < least) {
      add(spec, "needs a " + name + " of at least " + least + "; the suite says " + value + ".");
    }
  }

  private void checkPositive(OptimizerSpec spec, String name, double value) {
    if (!(value > 0) || !Double.isFinite(value)) {
      add(spec, "needs a positive " + name + "; the suite says " + value + ".");
    }
  }

  private void add(OptimizerSpec spec, String text) {
    problems.add("The optimizer \"" + spec.getId() + "\" " + text);
  }

  private void checkFunctions(List<FunctionSpec> functions) {
    checkNotEmpty("function", functions);
    List<String> ids = new ArrayList<>();
    for (FunctionSpec spec : functions) {
      ids.add(spec.getId());
      if (spec instanceof FormulaFunction formula) {
        checkId("function", spec.getId());
        checkBox(formula);
      } else if (catalogue.function(spec.getId()).isEmpty()) {
        problems.add(
            Sentences.unknown(
                "There is no function \"" + spec.getId() + "\"",
                spec.getId(),
                catalogue.functionIds()));
      }
    }
    checkNoneTwice("function", ids);
  }

  private void checkBox(FormulaFunction formula) {
    double width = formula.upper() - formula.lower();
    if (!(width > 0) || !Double.isFinite(width)) {
      problems.add(
          "The function \""
              + formula.id()
              + "\" needs a finite box with lower < upper; the suite says ["
              + formula.lower()
              + ", "
              + formula.upper()
              + "].");
    }
  }

  /**
   * The dimensions of the trials that will be planned, against what each function is defined for.
   */
  void checkDimensions(List<FunctionSpec> functions, List<Integer> dimensions) {
    for (FunctionSpec spec : functions) {
      Optional<ObjectiveFamily> found = catalogue.function(spec.getId());
      if (spec instanceof FormulaFunction || found.isEmpty()) {
        continue;
      }
      ObjectiveFamily family = found.get();
      for (int dimension : dimensions) {
        if (dimension < 1
            || (family.smallestDimension() <= dimension
                && dimension <= family.largestDimension())) {
          continue;
        }
        problems.add(
            "The function \""
                + spec.getId()
                + "\" is defined for dimensions "
                + family.smallestDimension()
                + " to "
                + family.largestDimension()
                + "; dimension "
                + dimension
                + " is outside.");
      }
    }
  }

  /** The same against what each optimizer can work in. */
  void checkOptimizerDimensions(List<OptimizerSpec> optimizers, List<Integer> dimensions) {
    for (OptimizerSpec spec : optimizers) {
      int smallest = Optimizers.smallestDimension(spec);
      for (int dimension : dimensions) {
        if (dimension >= 1 && dimension < smallest) {
          add(
              spec,
              "works from dimension " + smallest + "; dimension " + dimension + " is outside.");
        }
      }
    }
  }

  private void checkId(String what, String id) {
    if (!Names.isId(id)) {
      problems.add(
          "An id is made of a-z, 0-9 and -, at most 100 of them; the suite names the "
              + what
              + " \""
              + id
              + "\".");
    }
  }

  private void checkNumbers(String what, List<Integer> numbers) {
    checkNotEmpty(what, numbers);
    for (int number : numbers) {
      if (number < 1) {
        problems.add("Every " + what + " is at least 1; the suite says " + number + ".");
      }
    }
    checkNoneTwice(what, numbers);
  }

  private void checkNotEmpty(String what, List<?> all) {
    if (all.isEmpty()) {
      problems.add("The suite names no " + what + "; it needs at least one.");
    }
  }

  private void checkNoneTwice(String what, List<?> all) {
    Set<Object> seen = new HashSet<>();
    Set<Object> told = new HashSet<>();
    for (Object each : all) {
      if (!seen.add(each) && told.add(each)) {
        problems.add("The suite names the " + what + " \"" + each + "\" twice; once is enough.");
      }
    }
  }
}
