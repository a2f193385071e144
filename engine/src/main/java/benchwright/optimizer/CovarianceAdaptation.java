package benchwright.optimizer;

import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;

/**
 * CMA-ES: one run ({@link CmaRun}) with λ = 4 + ⌊3 ln d⌋, which ends by its own tests when it has
 * nothing left to gain. Points may lie outside the box.
 */
public final class CovarianceAdaptation implements Optimizer {
  private final double sigma;
  private final SymmetricEigen eigen;

  /**
   * @param sigma the first step size, in tenths of the box's width
   */
  public CovarianceAdaptation(double sigma, SymmetricEigen eigen) {
    this.sigma = sigma;
    this.eigen = eigen;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    int population = CmaSettings.defaultPopulation(problem.dimension());
    new CmaRun(problem, random, eigen, population, sigma, Double.POSITIVE_INFINITY).run();
  }
}
