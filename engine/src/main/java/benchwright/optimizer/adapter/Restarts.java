package benchwright.optimizer.adapter;

import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;
import java.util.function.Predicate;

/**
 * A library's method until the budget is spent: whenever it stops by its own tests, or fails in its
 * own way, the next search begins at another uniform point of the box. A library's own limit of
 * evaluations is not used, because each of them ends differently there; the engine's exception
 * passes through the library instead.
 *
 * @param share the unit of length that the method works in, as a share of the box
 * @param clipped whether points outside the box are moved to its nearest point
 * @param isOwnFailure whether the library means by this exception that a search has failed
 */
record Restarts(
    double share, boolean clipped, Method method, Predicate<RuntimeException> isOwnFailure)
    implements Optimizer {

  /** One search of a library. */
  interface Method {
    /** Searches from {@code start}, a point of the box, until the library stops by itself. */
    void search(BoxFunction function, double[] start, RandomSource random);
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    BoxFunction function = new BoxFunction(problem, share, clipped);
    while (problem.remaining() > 0) {
      long before = problem.remaining();
      RuntimeException failure = null;
      try {
        method.search(function, function.draw(random), random);
      } catch (SearchOver over) {
        failure = over;
      } catch (RuntimeException thrown) {
        if (!isOwnFailure.test(thrown)) {
          throw thrown;
        }
        failure = thrown;
      }
      if (problem.remaining() == before) {
        // What cannot begin here cannot begin elsewhere: this would never end.
        throw new IllegalStateException("the library evaluated no point", failure);
      }
    }
  }
}
