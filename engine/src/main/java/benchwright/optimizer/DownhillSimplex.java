package benchwright.optimizer;

import benchwright.Bounds;
import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;

/**
 * The downhill simplex of Nelder and Mead (The Computer Journal 7, 1965), in the form that
 * Lagarias, Reeds, Wright and Wright gave it (SIAM J. Optim. 9, 1998, section 2), restarted on two
 * levels as in Hansen, "Benchmarking the Nelder-Mead downhill simplex algorithm with many local
 * restarts" (GECCO workshop on BBOB, 2009).
 *
 * <p>A search begins at a uniform point of the box, with a right-angled simplex whose edges are a
 * share of the box. After a small number of iterations the simplex is built anew: at its best
 * point, with edges parallel to the axes, each a multiple of the extent that the old simplex had
 * along that axis. Such a local restart keeps the scale that was found and gives back the shape,
 * which Nelder-Mead loses. When at least ten of them are done and the last one gained nothing, the
 * search begins elsewhere; so the whole budget is spent.
 *
 * <p>The box is where searches begin. Points outside are evaluated wherever the simplex leads; only
 * a point with a coordinate too large for a number is not, and counts as the worst. NaN counts as
 * positive infinity.
 *
 * <p>The order of draws: one point for each global restart, the first coordinate first.
 */
public final class DownhillSimplex implements Optimizer {
  // Lagarias et al., (2.1): the usual coefficients.
  private static final double REFLECTION = 1;
  private static final double EXPANSION = 2;
  private static final double CONTRACTION = 0.5;
  private static final double SHRINKAGE = 0.5;
  // Below both, the simplex has converged: in values and, as a share of the box, in coordinates.
  private static final double VALUE_TOLERANCE = 1e-11;
  private static final double EDGE_TOLERANCE = 1e-12;

  private final double edge;
  private final int localRestarts;
  private final int iterations;
  private final double reshape;

  /**
   * @param edge edges of the first simplex, in tenths of the box
   * @param localRestarts how often a search is continued with a new simplex, at least
   * @param iterations iterations from one simplex to the next, times √n
   * @param reshape edges of a new simplex, as a multiple of the extent of the old one
   */
  public DownhillSimplex(double edge, int localRestarts, int iterations, double reshape) {
    this.edge = edge;
    this.localRestarts = localRestarts;
    this.iterations = iterations;
    this.reshape = reshape;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    Bounds bounds = problem.bounds();
    Simplex simplex = new Simplex(problem);
    double[] edges = new double[bounds.dimension()];
    while (problem.remaining() > 0) {
      for (int j = 0; j < edges.length; j++) {
        edges[j] = 0.1 * edge * bounds.width(j);
      }
      double[] start = random.nextPoint(bounds);
      simplex.begin(start, simplex.value(start), edges);
      simplex.iterate();
      for (int restart = 1; ; restart++) {
        double before = simplex.bestValue();
        simplex.reshape(edges);
        simplex.iterate();
        double gain = before - simplex.bestValue();
        if (restart >= localRestarts && !(gain > VALUE_TOLERANCE)) {
          break;
        }
      }
    }
  }

  /** The points x₁ … xₙ₊₁ of one search, ordered by their values. */
  private final class Simplex {
    private final Problem problem;
    private final int n;
    private final long mostIterations;
    private final double[] smallestEdges;
    private final double[][] points;
    private final double[] values;
    private final double[] centroid;
    private double[] reflected;
    private double[] other;

    Simplex(Problem problem) {
      this.problem = problem;
      n = problem.dimension();
      mostIterations = (long) (iterations * Math.sqrt(n));
      points = new double[n + 1][n];
      values = new double[n + 1];
      centroid = new double[n];
      reflected = new double[n];
      other = new double[n];
      smallestEdges = new double[n];
      for (int j = 0; j < n; j++) {
        smallestEdges[j] = EDGE_TOLERANCE * problem.bounds().width(j);
      }
    }

    double bestValue() {
      return values[0];
    }

    /** The value that counts: the function's, or positive infinity where there is none. */
    double value(double[] x) {
      for (double coordinate : x) {
        if (!Double.isFinite(coordinate)) {
          return Double.POSITIVE_INFINITY;
        }
      }
      double value = problem.evaluate(x);
      return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /** A right angle at {@code corner}, with one edge along each axis. */
    void begin(double[] corner, double cornerValue, double[] edges) {
      System.arraycopy(corner, 0, points[0], 0, n);
      values[0] = cornerValue;
      for (int i = 1; i <= n; i++) {
        System.arraycopy(points[0], 0, points[i], 0, n);
        points[i][i - 1] += edges[i - 1];
        values[i] = value(points[i]);
      }
      sort();
    }

    /** The local restart. */
    void reshape(double[] edges) {
      for (int j = 0; j < n; j++) {
        double least = points[0][j];
        double most = least;
        for (double[] point : points) {
          least = Math.min(least, point[j]);
          most = Math.max(most, point[j]);
        }
        edges[j] = Math.max(reshape * (most - least), smallestEdges[j]);
      }
      begin(points[0], values[0], edges);
    }

    void iterate() {
      for (long i = 0; i < mostIterations && !hasConverged(); i++) {
        step();
      }
    }

    private boolean hasConverged() {
      // Equal infinities have no difference.
      if (values[n] != values[0] && !(values[n] - values[0] <= VALUE_TOLERANCE)) {
        return false;
      }
      for (int i = 1; i <= n; i++) {
        for (int j = 0; j < n; j++) {
          if (!(Math.abs(points[i][j] - points[0][j]) <= smallestEdges[j])) {
            return false;
          }
        }
      }
      return true;
    }

    /** One iteration, by the numbers of Lagarias et al., section 2. */
    private void step() {
      // 1. Order: kept from the step before.
      computeCentroid();
      // 2. Reflect (2.4).
      along(REFLECTION, reflected);
      double r = value(reflected);
      if (r < values[0]) {
        // 3. Expand (2.5).
        along(REFLECTION * EXPANSION, other);
        double e = value(other);
        if (e < r) {
          replaceWorstByOther(e);
        } else {
          replaceWorstByReflected(r);
        }
      } else if (r < values[n - 1]) {
        replaceWorstByReflected(r);
      } else if (r < values[n]) {
        // 4a. Contract outside (2.6).
        along(REFLECTION * CONTRACTION, other);
        double c = value(other);
        if (c <= r) {
          replaceWorstByOther(c);
        } else {
          shrink();
        }
      } else {
        // 4b. Contract inside (2.7).
        along(-CONTRACTION, other);
        double c = value(other);
        if (c < values[n]) {
          replaceWorstByOther(c);
        } else {
          shrink();
        }
      }
    }

    /** The mean of all points but the worst (2.4). */
    private void computeCentroid() {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += points[i][j];
        }
        centroid[j] = sum / n;
      }
    }

    /** x̄ + t (x̄ − xₙ₊₁). */
    private void along(double t, double[] point) {
      double[] worst = points[n];
      for (int j = 0; j < n; j++) {
        point[j] = centroid[j] + t * (centroid[j] - worst[j]);
      }
    }

    private void replaceWorstByReflected(double value) {
      double[] free = points[n];
      points[n] = reflected;
      values[n] = value;
      reflected = free;
      sink(n);
    }

    private void replaceWorstByOther(double value) {
      double[] free = points[n];
      points[n] = other;
      values[n] = value;
      other = free;
      sink(n);
    }

    /** 5. All points but the best move half-way towards it. */
    private void shrink() {
      double[] best = points[0];
      for (int i = 1; i <= n; i++) {
        for (int j = 0; j < n; j++) {
          points[i][j] = best[j] + SHRINKAGE * (points[i][j] - best[j]);
        }
        values[i] = value(points[i]);
      }
      sort();
    }

    private void sort() {
      for (int i = 1; i <= n; i++) {
        sink(i);
      }
    }

    /** Moves point {@code i} before all worse ones; behind its equals, which are older. */
    private void sink(int i) {
      double[] point = points[i];
      double value = values[i];
      int at = i;
      while (at > 0 && value < values[at - 1]) {
        points[at] = points[at - 1];
        values[at] = values[at - 1];
        at--;
      }
      points[at] = point;
      values[at] = value;
    }
  }
}
