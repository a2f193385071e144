package benchwright.analysis;

import benchwright.artifact.Restarts;
import benchwright.stats.Draws;
import benchwright.stats.Sample;

/**
 * Running times of an optimizer that is begun anew whenever it gives up: trials are drawn with
 * replacement, and their evaluations added up, until one hits the target (Hansen et al., COCO:
 * performance assessment, 2016). Their expectation is the expected running time.
 */
final class SimulatedRestarts {
  private static final long SEED = 20_091_000;

  private SimulatedRestarts() {}

  /**
   * The quantiles of {@code times} simulated running times; unknown if no trial hits the target.
   */
  static Restarts of(Cell cell, int target, int times) {
    double[] simulated = simulate(cell, target, times);
    if (simulated.length == 0) {
      return Restarts.UNKNOWN;
    }
    Sample sample = Sample.of(simulated);
    return new Restarts(sample.quantile(0.1), sample.median(), sample.quantile(0.9));
  }

  /** {@code times} running times; none if no trial hits the target. */
  static double[] simulate(Cell cell, int target, int times) {
    boolean hit = false;
    for (int trial = 0; trial < cell.trials(); trial++) {
      hit |= cell.hit(trial, target) > 0;
    }
    double[] simulated = new double[hit ? times : 0];
    Draws draws = new Draws(SEED);
    for (int i = 0; i < simulated.length; i++) {
      int trial = draws.below(cell.trials());
      while (cell.hit(trial, target) == 0) {
        simulated[i] += cell.spent(trial);
        trial = draws.below(cell.trials());
      }
      simulated[i] += cell.hit(trial, target);
    }
    return simulated;
  }
}
