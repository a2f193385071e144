package benchwright.optimizer;

import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;
import benchwright.numeric.PinnedMath;

/**
 * BIPOP-CMA-ES (Hansen, Benchmarking a BI-Population CMA-ES on the BBOB-2009 Function Testbed,
 * GECCO 2009): restarts of CMA-ES ({@link CmaRun}) in two regimes, until the budget is spent. After
 * a first run with the default population, each restart belongs to the regime that has spent fewer
 * evaluations so far, the large one if they are equal:
 *
 * <ul>
 *   <li>large: a population twice that of the large run before, with the first step size;
 *   <li>small: a population λ_s = ⌊λ (½ λ_l / λ)^(U²)⌋, between the default λ and half of the last
 *       large one λ_l, a step size of 10^(-2U) times the first one, and at most half of the
 *       evaluations of the last large run. Both U are uniform in [0, 1): the population's is drawn
 *       first, the run's start after the step size's.
 * </ul>
 *
 * <p>The first run belongs to neither. The large population is doubled nine times at most; after
 * that, large runs go on with the largest. Points may lie outside the box.
 */
public final class TwoPopulations implements Optimizer {
  private static final int DOUBLINGS = 9;
  private static final double LN_10 = 2.302585092994046;

  private final double sigma;
  private final SymmetricEigen eigen;

  /**
   * @param sigma the first step size of the first run and the large ones, in tenths of the box's
   *     width
   */
  public TwoPopulations(double sigma, SymmetricEigen eigen) {
    this.sigma = sigma;
    this.eigen = eigen;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    int smallest = CmaSettings.defaultPopulation(problem.dimension());
    double unlimited = Double.POSITIVE_INFINITY;
    run(problem, random, smallest, sigma, unlimited);
    int large = smallest;
    long spentByLarge = 0;
    long spentBySmall = 0;
    long lastLarge = 0;
    while (problem.remaining() > 0) {
      if (spentByLarge <= spentBySmall) {
        large = Math.min(2 * large, smallest << DOUBLINGS);
        lastLarge = run(problem, random, large, sigma, unlimited);
        spentByLarge += lastLarge;
      } else {
        double u = random.nextDouble();
        int small = (int) (smallest * PinnedMath.pow(0.5 * large / smallest, u * u));
        double step = sigma * PinnedMath.exp(-2 * LN_10 * random.nextDouble());
        spentBySmall += run(problem, random, small, step, 0.5 * lastLarge);
      }
    }
  }

  /** One run; how many evaluations it spent. */
  private long run(
      Problem problem, RandomSource random, int population, double step, double evaluations) {
    long before = problem.remaining();
    new CmaRun(problem, random, eigen, population, step, evaluations).run();
    return before - problem.remaining();
  }
}
