package benchwright.plan;

import benchwright.suite.AdaptedOptimizer;
import benchwright.suite.Bfgs;
import benchwright.suite.BipopCmaEs;
import benchwright.suite.CmaEs;
import benchwright.suite.DifferentialEvolution;
import benchwright.suite.FormulaFunction;
import benchwright.suite.FunctionSpec;
import benchwright.suite.GeneticAlgorithm;
import benchwright.suite.IpopCmaEs;
import benchwright.suite.LShade;
import benchwright.suite.MantaRay;
import benchwright.suite.NelderMead;
import benchwright.suite.OnePlusOneEs;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.ParticleSwarm;
import benchwright.suite.Program;

/**
 * About what a trial costs, from its dimension, its budget, its function and its optimizer;
 * measured once, by hand.
 */
final class CostModel {
  // Of BBOB f1 to f24, for each coordinate of a point.
  private static final int[] BBOB_NANOS = {
    1, 4, 13, 7, 1, 6, 9, 2, 5, 7, 7, 14, 4, 9, 19, 38, 36, 35, 9, 21, 22, 12, 19, 11
  };
  private static final int CLASSIC_NANOS = 6;
  private static final int FORMULA_NANOS = 15;
  private static final int EVALUATION_NANOS = 20;
  // By then CMA-ES has usually ended by its own tests; for each dimension.
  private static final long CMA_ES_EVALUATIONS = 1_500;

  private static final double PROGRAM_START_NANOS = 50e6;

  private final Catalogue catalogue;

  CostModel(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  double nanos(Trial trial) {
    int dimension = trial.key().dimension();
    double each =
        EVALUATION_NANOS
            + (double) coordinateNanos(trial.function()) * dimension
            + optimizerNanos(trial.optimizer(), dimension);
    double start = trial.optimizer() instanceof Program ? PROGRAM_START_NANOS : 0;
    return start + evaluations(trial) * each;
  }

  private static double evaluations(Trial trial) {
    return trial.optimizer() instanceof CmaEs
        ? Math.min(trial.budget(), CMA_ES_EVALUATIONS * trial.key().dimension())
        : trial.budget();
  }

  private int coordinateNanos(FunctionSpec function) {
    if (function instanceof FormulaFunction) {
      return FORMULA_NANOS;
    }
    int number = catalogue.entry(function).number().orElse(0);
    return number == 0 ? CLASSIC_NANOS : BBOB_NANOS[number - 1];
  }

  private static double optimizerNanos(OptimizerSpec optimizer, int dimension) {
    if (optimizer instanceof Program) {
      // A question and its answer, one point at a time.
      return 10_000 + 100.0 * dimension;
    }
    if (optimizer instanceof CmaEs
        || optimizer instanceof IpopCmaEs
        || optimizer instanceof BipopCmaEs) {
      return 150 + 45.0 * dimension;
    }
    if (optimizer instanceof OnePlusOneEs) {
      return 20 + 11.0 * dimension;
    }
    if (optimizer instanceof AdaptedOptimizer library) {
      return AdaptedOptimizers.nanos(library, dimension);
    }
    if (optimizer instanceof NelderMead) {
      return 30 + 10 * dimension + 0.5 * dimension * dimension;
    }
    if (optimizer instanceof Bfgs) {
      return 20 + 5.0 * dimension;
    }
    if (optimizer instanceof MantaRay) {
      return 15 + 6.5 * dimension;
    }
    if (optimizer instanceof LShade) {
      return 110 + 10.0 * dimension;
    }
    if (optimizer instanceof GeneticAlgorithm) {
      return 120 + 30.0 * dimension;
    }
    if (optimizer instanceof ParticleSwarm) {
      return 35 + 16.5 * dimension;
    }
    if (optimizer instanceof DifferentialEvolution) {
      return 35 + 6.5 * dimension;
    }
    return 4 + 1.4 * dimension;
  }
}
