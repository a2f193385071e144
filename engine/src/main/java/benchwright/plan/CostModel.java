package benchwright.plan;

import benchwright.suite.CmaEs;
import benchwright.suite.FormulaFunction;
import benchwright.suite.FunctionSpec;
import benchwright.suite.MantaRay;
import benchwright.suite.OptimizerSpec;

/**
 * About what a trial costs, from its dimension, its budget, its function and its optimizer;
 * measured once, by hand.
 */
final class CostModel {
  private final Catalogue catalogue;

  CostModel(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  double nanos(Trial trial) {
    int dimension = trial.key().dimension();
    return trial.budget()
        * (evaluationNanos(trial.function(), dimension)
            + optimizerNanos(trial.optimizer(), dimension));
  }

  private double evaluationNanos(FunctionSpec function, int d) {
    if (function instanceof FormulaFunction) {
      return 50 + 10.0 * d;
    }
    int number = catalogue.entry(function).number().orElse(0);
    return switch (number) {
      case 0, 1, 2, 3, 4, 5, 20 -> 20 + 8.0 * d;
      case 16 -> 100 + 60.0 * d + 0.6 * d * d;
      case 21 -> 100 + 100.0 * d + 0.3 * d * d;
      case 22 -> 50 + 25.0 * d + 0.3 * d * d;
      case 23 -> 100 + 250.0 * d + 0.6 * d * d;
      default -> 20 + 10.0 * d + 0.4 * d * d;
    };
  }

  private static double optimizerNanos(OptimizerSpec optimizer, int d) {
    if (optimizer instanceof CmaEs) {
      return 2000 + 60.0 * d + 5.0 * d * d;
    }
    return optimizer instanceof MantaRay ? 20 + 8.0 * d : 10 + 4.0 * d;
  }
}
