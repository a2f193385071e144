package benchwright.optimizer.adapter;

import benchwright.Optimizer;
import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.AbstractSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.MultiDirectionalSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.PowellOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Methods of Hipparchus, each restarted until the budget is spent. It grew out of Commons Math, so
 * they are those of {@link CommonsMath}, as its heirs keep them up.
 *
 * <p>CMA-ES and BOBYQA know the box and stay in it. The simplexes and Powell's method refuse to
 * know it; their points outside are evaluated where they lie, or clipped to the box.
 */
public final class Hipparchus {
  private Hipparchus() {}

  /**
   * CMA-ES (Hansen and Ostermeier, 2001; active update by Jastrebski and Arnold, 2006) with λ = 4 +
   * ⌊3 ln n⌋, the same in all restarts.
   *
   * @param sigma the initial step size, in tenths of the box
   */
  public static Optimizer cmaEs(double sigma) {
    return restarted(
        1,
        true,
        (function, start, random) -> {
          double[] steps = new double[function.dimension()];
          Arrays.fill(steps, sigma);
          new CMAESOptimizer(
                  Integer.MAX_VALUE,
                  0, // no value is good enough: the target is the engine's to watch
                  true,
                  0,
                  0,
                  new HipparchusRandom(random),
                  false,
                  null) // its own tests of stagnation are enough
              .optimize(
                  MaxEval.unlimited(),
                  new ObjectiveFunction(function::valueOrHuge),
                  GoalType.MINIMIZE,
                  new InitialGuess(start),
                  new SimpleBounds(function.lower(), function.upper()),
                  new CMAESOptimizer.Sigma(steps),
                  new CMAESOptimizer.PopulationSize(Lengths.population(function.dimension())));
        });
  }

  /**
   * BOBYQA (Powell, 2009) with 2 n + 1 interpolation points, from 2 dimensions.
   *
   * @param radius the first trust region's, in tenths of the box
   */
  public static Optimizer bobyqa(double radius) {
    return restarted(
        1,
        true,
        (function, start, random) ->
            new BOBYQAOptimizer(2 * function.dimension() + 1, radius, Lengths.LAST_RADIUS)
                .optimize(
                    MaxEval.unlimited(),
                    new ObjectiveFunction(function::valueOrEnd),
                    GoalType.MINIMIZE,
                    new InitialGuess(start),
                    new SimpleBounds(function.lower(), function.upper())));
  }

  /**
   * Nelder and Mead's simplex (1965).
   *
   * @param edge edges of the first simplex, in tenths of the box
   * @param clipped whether points outside the box are moved to its nearest point
   */
  public static Optimizer nelderMead(double edge, boolean clipped) {
    return restarted(
        edge,
        clipped,
        (function, start, random) ->
            search(new NelderMeadSimplex(function.dimension()), function, start));
  }

  /**
   * The multidirectional simplex (Torczon, 1989).
   *
   * @param edge edges of the first simplex, in tenths of the box
   * @param clipped whether points outside the box are moved to its nearest point
   */
  public static Optimizer multidirectional(double edge, boolean clipped) {
    return restarted(
        edge,
        clipped,
        (function, start, random) ->
            search(new MultiDirectionalSimplex(function.dimension()), function, start));
  }

  private static void search(AbstractSimplex simplex, BoxFunction function, double[] start) {
    new SimplexOptimizer(
            (int iteration, PointValuePair before, PointValuePair now) ->
                Lengths.isStill(before.getValue(), now.getValue()))
        .optimize(
            MaxEval.unlimited(),
            new ObjectiveFunction(function::valueOrWorst),
            GoalType.MINIMIZE,
            new InitialGuess(start),
            simplex);
  }

  /**
   * Powell's conjugate directions (1964) with line searches by Brent's method.
   *
   * @param step the first step of a line search, in tenths of the box
   * @param clipped whether points outside the box are moved to its nearest point
   */
  public static Optimizer powell(double step, boolean clipped) {
    return restarted(
        step,
        clipped,
        (function, start, random) ->
            new PowellOptimizer(Lengths.RELATIVE, Lengths.STILL)
                .optimize(
                    MaxEval.unlimited(),
                    new ObjectiveFunction(function::valueOrEnd),
                    GoalType.MINIMIZE,
                    new InitialGuess(start)));
  }

  private static Optimizer restarted(double tenths, boolean clipped, Restarts.Method method) {
    return new Restarts(0.1 * tenths, clipped, method, MathRuntimeException.class::isInstance);
  }
}
