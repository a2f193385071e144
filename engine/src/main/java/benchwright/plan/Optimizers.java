package benchwright.plan;

import benchwright.Optimizer;
import benchwright.optimizer.CovarianceAdaptation;
import benchwright.optimizer.DownhillSimplex;
import benchwright.optimizer.IncreasingPopulation;
import benchwright.optimizer.MantaRayForaging;
import benchwright.optimizer.OneFifthRule;
import benchwright.optimizer.QuasiNewton;
import benchwright.optimizer.RandOneBinEvolution;
import benchwright.optimizer.RealCodedGenetics;
import benchwright.optimizer.StandardParticleSwarm;
import benchwright.optimizer.SuccessHistoryEvolution;
import benchwright.optimizer.TwoPopulations;
import benchwright.optimizer.UniformSearch;
import benchwright.optimizer.adapter.CommonsEigen;
import benchwright.script.Bodies;
import benchwright.suite.AdaptedOptimizer;
import benchwright.suite.Bfgs;
import benchwright.suite.BipopCmaEs;
import benchwright.suite.CmaEs;
import benchwright.suite.DifferentialEvolution;
import benchwright.suite.GeneticAlgorithm;
import benchwright.suite.IpopCmaEs;
import benchwright.suite.LShade;
import benchwright.suite.MantaRay;
import benchwright.suite.NelderMead;
import benchwright.suite.OnePlusOneEs;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.ParticleSwarm;
import benchwright.suite.Program;
import benchwright.suite.RandomSearch;
import benchwright.suite.ScriptOptimizer;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every optimizer that a suite can name, joined to the code that carries it out. */
final class Optimizers {
  private final Supplier<Bodies> bodies;
  private final Function<Program, Optimizer> programs;

  Optimizers(Supplier<Bodies> bodies, Function<Program, Optimizer> programs) {
    this.bodies = bodies;
    this.programs = programs;
  }

  /** Those that ship, with the parameters of their papers: our own, then those of libraries. */
  static List<OptimizerSpec> shipped() {
    return Stream.concat(own().stream(), AdaptedOptimizers.shipped().stream()).toList();
  }

  private static List<OptimizerSpec> own() {
    return List.of(
        new RandomSearch(),
        new OnePlusOneEs(),
        new NelderMead(),
        new Bfgs(),
        new CmaEs(),
        new IpopCmaEs(),
        new BipopCmaEs(),
        new DifferentialEvolution(),
        new LShade(),
        new ParticleSwarm(),
        new GeneticAlgorithm(),
        new MantaRay());
  }

  /** A new optimizer, good for one trial. */
  Optimizer make(OptimizerSpec spec) {
    if (spec instanceof RandomSearch) {
      return new UniformSearch();
    }
    if (spec instanceof NelderMead simplex) {
      return new DownhillSimplex(
          simplex.edge(), simplex.localRestarts(), simplex.iterations(), simplex.reshape());
    }
    if (spec instanceof Bfgs bfgs) {
      return new QuasiNewton(bfgs.difference());
    }
    if (spec instanceof MantaRay ray) {
      return new MantaRayForaging(ray.population(), ray.somersault());
    }
    if (spec instanceof CmaEs cmaEs) {
      return new CovarianceAdaptation(cmaEs.sigma(), new CommonsEigen());
    }
    if (spec instanceof OnePlusOneEs es) {
      return new OneFifthRule(es.sigma());
    }
    if (spec instanceof IpopCmaEs ipop) {
      return new IncreasingPopulation(ipop.sigma(), ipop.growth(), new CommonsEigen());
    }
    if (spec instanceof BipopCmaEs bipop) {
      return new TwoPopulations(bipop.sigma(), new CommonsEigen());
    }
    if (spec instanceof DifferentialEvolution de) {
      return new RandOneBinEvolution(de.populationPerDimension(), de.weight(), de.crossover());
    }
    if (spec instanceof LShade shade) {
      return new SuccessHistoryEvolution(
          shade.populationPerDimension(), shade.history(), shade.bestShare(), shade.archive());
    }
    if (spec instanceof GeneticAlgorithm ga) {
      return new RealCodedGenetics(
          ga.population(), ga.crossover(), ga.crossoverIndex(), ga.mutation(), ga.mutationIndex());
    }
    if (spec instanceof ParticleSwarm swarm) {
      return new StandardParticleSwarm(
          swarm.population(), swarm.informed(), swarm.inertia(), swarm.attraction());
    }
    if (spec instanceof AdaptedOptimizer library) {
      return AdaptedOptimizers.make(library);
    }
    if (spec instanceof Program program) {
      return programs.apply(program);
    }
    if (spec instanceof ScriptOptimizer script) {
      return bodies.get().optimizer(script.id());
    }
    throw new IllegalArgumentException("there is no code for the optimizer " + spec.getId());
  }

  /** The smallest dimension that the optimizer can work in. */
  static int smallestDimension(OptimizerSpec spec) {
    return spec instanceof AdaptedOptimizer library
        ? AdaptedOptimizers.smallestDimension(library)
        : 1;
  }

  /** How far the promise of equal results goes. */
  static String determinism(OptimizerSpec spec) {
    if (spec instanceof ScriptOptimizer) {
      return "script";
    }
    if (spec instanceof Program) {
      return "program";
    }
    return spec instanceof AdaptedOptimizer ? "adapted" : "own";
  }
}
