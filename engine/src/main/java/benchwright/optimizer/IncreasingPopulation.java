package benchwright.optimizer;

import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;

/**
 * IPOP-CMA-ES (Auger and Hansen, A Restart CMA Evolution Strategy With Increasing Population Size,
 * CEC 2005): when a run of CMA-ES ends by its own tests, another one starts elsewhere with a larger
 * population, until the budget is spent. The run, its step size and its tests are those of
 * BBOB-2009 ({@link CmaRun}). Points may lie outside the box.
 *
 * <p>The population ends its growth at 512 times the first one, BBOB-2009's nine doublings: a
 * generation has to fit into memory.
 */
public final class IncreasingPopulation implements Optimizer {
  private static final double LARGEST_GROWTH = 512;

  private final double sigma;
  private final double growth;
  private final SymmetricEigen eigen;

  /**
   * @param sigma the first step size of every run, in tenths of the box's width
   * @param growth by what the population is multiplied at each restart, at least 1
   */
  public IncreasingPopulation(double sigma, double growth, SymmetricEigen eigen) {
    this.sigma = sigma;
    this.growth = growth;
    this.eigen = eigen;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    int smallest = CmaSettings.defaultPopulation(problem.dimension());
    double grown = 1;
    while (problem.remaining() > 0) {
      int population = (int) (smallest * grown);
      new CmaRun(problem, random, eigen, population, sigma, Double.POSITIVE_INFINITY).run();
      grown = Math.min(grown * growth, LARGEST_GROWTH);
    }
  }
}
