package benchwright.optimizer;

import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;

/**
 * The (1+1)-ES with the one-fifth success rule (Rechenberg, Evolutionsstrategie, 1973), restarted
 * as in Auger, Benchmarking the (1+1) Evolution Strategy With One-Fifth Success Rule on the
 * BBOB-2009 Function Testbed, GECCO 2009: one point, one Gaussian mutation of it at a time, which
 * takes its place if it is not worse. A success makes the step size larger and a failure smaller,
 * so that it stands still at one success in five.
 *
 * <p>It works in coordinates in which the box is ten wide ({@link TenWideBox}). Every start lies in
 * the middle four fifths of the box; after that points may lie outside. It starts again when the
 * step size has become too small to matter, or so large that the box is lost from sight, or when
 * many mutations have gained nothing: in a local optimum, values that differ by rounding alone can
 * keep the step size from vanishing.
 *
 * <p>The order of draws, which is part of the results: a uniform number for each coordinate of a
 * start, a Gaussian for each coordinate of a mutation.
 */
public final class OneFifthRule implements Optimizer {
  /** The growth after a success; its fourth root is the loss after a failure. */
  private static final double GROWTH = 1.5;

  private static final double LOSS = 1 / Math.sqrt(Math.sqrt(GROWTH));

  /** A step size below the first one by this factor ends a run. */
  private static final double SMALLEST_SHARE = 1e-12;

  /** A step size above the first one by this factor ends a run. */
  private static final double LARGEST_SHARE = 1e4;

  /** A run ends too that gained less than this in so many mutations for each dimension. */
  private static final double LEAST_GAIN = 1e-12;

  private static final int PATIENCE_PER_DIMENSION = 50;

  private final double sigma;

  /**
   * @param sigma the first step size of every run, in tenths of the box's width
   */
  public OneFifthRule(double sigma) {
    this.sigma = sigma;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    TenWideBox box = new TenWideBox(problem.bounds());
    int dimension = problem.dimension();
    double[] parent = new double[dimension];
    double[] mutant = new double[dimension];
    double[] point = new double[dimension];
    while (problem.remaining() > 0) {
      box.drawStart(random, parent);
      double value = evaluate(problem, box, parent, point);
      double step = sigma;
      double before = value;
      int mutations = 0;
      while (step >= SMALLEST_SHARE * sigma && step <= LARGEST_SHARE * sigma) {
        if (mutations++ == PATIENCE_PER_DIMENSION * dimension) {
          // Not a number: NaN, or a value that was infinite and still is.
          if (!(before - value >= LEAST_GAIN)) {
            break;
          }
          before = value;
          mutations = 0;
        }
        for (int j = 0; j < dimension; j++) {
          mutant[j] = parent[j] + step * random.nextGaussian();
        }
        double other = evaluate(problem, box, mutant, point);
        if (Ranking.better(value, other)) {
          step *= LOSS;
        } else {
          double[] free = parent;
          parent = mutant;
          mutant = free;
          value = other;
          step *= GROWTH;
        }
      }
    }
  }

  private static double evaluate(Problem problem, TenWideBox box, double[] at, double[] point) {
    for (int j = 0; j < point.length; j++) {
      point[j] = box.coordinate(j, at[j]);
    }
    return problem.evaluate(point);
  }
}
