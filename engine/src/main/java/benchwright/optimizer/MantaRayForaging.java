package benchwright.optimizer;

import benchwright.Bounds;
import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * Manta Ray Foraging Optimization (Zhao, Zhang and Wang, Engineering Applications of Artificial
 * Intelligence 87, 2020, 103300) as the authors' own program carries it out: vectors of random
 * factors, the neighbours of the iteration before, coordinates that leave the box drawn anew in it,
 * and a best point that stands still until the end of an iteration.
 *
 * <p>It spends NP evaluations on the first population and 2 NP on each of T iterations, where T is
 * the smallest number of iterations that spends the whole budget: T = ⌈(budget − NP) / (2 NP)⌉. A
 * budget of NP + 2 NP T is spent exactly; any other cuts the last iteration short, and one below NP
 * the first population.
 *
 * <p>The order of draws, which is part of the results: the first population point by point; then in
 * every iteration for each manta ray the choice between cyclone and chain, then what that movement
 * needs (cyclone: r1, the choice of the reference, the reference's coordinates if it is a random
 * point, one factor for each coordinate; chain: three factors for each coordinate), then what its
 * repair needs; then for each manta ray the two factors of the somersault and what its repair
 * needs.
 */
public final class MantaRayForaging implements Optimizer {
  private final int population;
  private final double somersault;

  /**
   * @param population the number of manta rays, NP
   * @param somersault the somersault factor S
   */
  public MantaRayForaging(int population, double somersault) {
    this.population = population;
    this.somersault = somersault;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    new Swarm(problem, random).search();
  }

  /** The state of one search. */
  private final class Swarm {
    private final Problem problem;
    private final RandomSource random;
    private final int dimension;
    private final double[] lower;
    private final double[] upper;
    private final double[] width;
    private final double[][] points = new double[population][];
    private final double[] values = new double[population];
    private final double[][] candidates = new double[population][];
    private final double[] candidateValues = new double[population];
    private final double[] best;
    private double bestValue = Double.POSITIVE_INFINITY;

    Swarm(Problem problem, RandomSource random) {
      Bounds bounds = problem.bounds();
      this.problem = problem;
      this.random = random;
      this.dimension = bounds.dimension();
      this.lower = bounds.lower();
      this.upper = bounds.upper();
      this.width = new double[dimension];
      for (int j = 0; j < dimension; j++) {
        width[j] = bounds.width(j);
      }
      this.best = new double[dimension];
    }

    void search() {
      long iterations = iterations(problem.remaining());
      for (int i = 0; i < population; i++) {
        points[i] = new double[dimension];
        candidates[i] = new double[dimension];
        drawPoint(points[i]);
      }
      problem.evaluateAll(points, values);
      System.arraycopy(points[0], 0, best, 0, dimension);
      updateBest();
      for (long t = 1; t <= iterations; t++) {
        forage(t, iterations);
        keepBetter();
        somersault();
        keepBetter();
        updateBest();
      }
    }

    private long iterations(long budget) {
      long perIteration = 2L * population;
      return budget <= population ? 0 : (budget - population + perIteration - 1) / perIteration;
    }

    private void forage(long t, long iterations) {
      double explored = (double) t / iterations;
      double left = (double) (iterations - t + 1) / iterations;
      for (int i = 0; i < population; i++) {
        double @Nullable [] previous = i == 0 ? null : points[i - 1];
        if (random.nextDouble() < 0.5) {
          cyclone(points[i], previous, candidates[i], explored, left);
        } else {
          chain(points[i], previous == null ? best : previous, candidates[i]);
        }
        repair(candidates[i]);
      }
    }

    /** A spiral towards the best point, or, mostly early on, towards a random point of the box. */
    private void cyclone(
        double[] x, double @Nullable [] neighbour, double[] y, double explored, double left) {
      double r1 = random.nextDouble();
      double beta = 2 * StrictMath.exp(r1 * left) * StrictMath.sin(2 * Math.PI * r1);
      double[] reference = best;
      if (explored <= random.nextDouble()) {
        // y is still free: it holds the random point, of which each coordinate is read before it is
        // replaced.
        drawPoint(y);
        reference = y;
      }
      double[] previous = neighbour == null ? reference : neighbour;
      for (int j = 0; j < dimension; j++) {
        double at = reference[j];
        y[j] = at + random.nextDouble() * (previous[j] - x[j]) + beta * (at - x[j]);
      }
    }

    /** A step towards the manta ray in front and towards the best point. */
    private void chain(double[] x, double[] previous, double[] y) {
      for (int j = 0; j < dimension; j++) {
        double r = random.nextDouble();
        double ra = random.nextDouble();
        // In (0, 1], so that the logarithm is finite.
        double rb = 1 - random.nextDouble();
        double alpha = 2 * ra * Math.sqrt(-StrictMath.log(rb));
        y[j] = x[j] + r * (previous[j] - x[j]) + alpha * (best[j] - x[j]);
      }
    }

    private void somersault() {
      for (int i = 0; i < population; i++) {
        double[] x = points[i];
        double[] y = candidates[i];
        double r2 = random.nextDouble();
        double r3 = random.nextDouble();
        for (int j = 0; j < dimension; j++) {
          y[j] = x[j] + somersault * (r2 * best[j] - r3 * x[j]);
        }
        repair(y);
      }
    }

    /** Draws every coordinate anew that left the box, or overflowed on its way. */
    private void repair(double[] y) {
      for (int j = 0; j < dimension; j++) {
        if (!(y[j] >= lower[j] && y[j] <= upper[j])) {
          y[j] = lower[j] + width[j] * random.nextDouble();
        }
      }
    }

    private void drawPoint(double[] point) {
      for (int j = 0; j < dimension; j++) {
        point[j] = lower[j] + width[j] * random.nextDouble();
      }
    }

    /**
     * Evaluates the candidates; each that is better than its manta ray takes its place. NaN is
     * worse than any number.
     */
    private void keepBetter() {
      problem.evaluateAll(candidates, candidateValues);
      for (int i = 0; i < population; i++) {
        double value = candidateValues[i];
        if (value < values[i] || (Double.isNaN(values[i]) && !Double.isNaN(value))) {
          double[] free = points[i];
          points[i] = candidates[i];
          values[i] = value;
          candidates[i] = free;
        }
      }
    }

    private void updateBest() {
      for (int i = 0; i < population; i++) {
        if (values[i] < bestValue) {
          bestValue = values[i];
          System.arraycopy(points[i], 0, best, 0, dimension);
        }
      }
    }
  }
}
