package benchwright.optimizer.adapter;

import benchwright.Bounds;
import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;
import java.util.Arrays;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;

/**
 * CMA-ES (Hansen and Ostermeier, 2001, with the active update of Jastrebski and Arnold, 2006) of
 * Apache Commons Math 3: one run from a uniform point of the box, λ = 4 + ⌊3 ln d⌋, without
 * restarts. It ends by its own tests of stagnation, which is usually long before a large budget is
 * spent.
 */
public final class CommonsCmaEs implements Optimizer {
  private final double sigma;

  /**
   * @param sigma the initial step size; half the width of the box is used where that is less,
   *     because the library refuses more than the whole width
   */
  public CommonsCmaEs(double sigma) {
    this.sigma = sigma;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    Bounds bounds = problem.bounds();
    int dimension = bounds.dimension();
    double[] start = random.nextPoint(bounds);
    double[] steps = new double[dimension];
    Arrays.setAll(steps, j -> Math.min(sigma, bounds.width(j) / 2));
    int population = 4 + (int) (3 * StrictMath.log(dimension));
    // A new optimizer with all options given: the library keeps those that are not given from the
    // call before.
    CMAESOptimizer optimizer =
        new CMAESOptimizer(
            Integer.MAX_VALUE,
            0, // no value is good enough: the target is the engine's to watch
            true,
            0,
            0,
            new CommonsRandom(random),
            false,
            null); // its own tests of stagnation are enough
    optimizer.optimize(
        // The engine counts, and ends the search by its own exception: at its own limit the library
        // would return as if it
        // had converged.
        MaxEval.unlimited(),
        new ObjectiveFunction(problem::evaluate),
        GoalType.MINIMIZE,
        new InitialGuess(start),
        new SimpleBounds(bounds.lower(), bounds.upper()),
        new CMAESOptimizer.Sigma(steps),
        new CMAESOptimizer.PopulationSize(population));
  }
}
