package benchwright.optimizer;

import benchwright.Bounds;
import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;
import benchwright.numeric.PinnedMath;
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
 * every iteration for each manta ray the choice between cyclone and chain; for each cyclone r1; for
 * each cyclone the choice of the reference, the reference's coordinates if it is a random point,
 * one factor for each coordinate, and what its repair needs; for each chain three factors for each
 * coordinate, and what its repair needs; then for each manta ray the two factors of the somersault
 * and what its repair needs. (All cyclones come before all chains, because a processor that cannot
 * foresee which one is next waits longer than either takes.)
 */
public final class MantaRayForaging implements Optimizer {
  /** Half the binary logarithm of e. */
  private static final double HALF_LOG2_E = 0.7213475204444817;

  private static final double LN2 = 0.6931471805599453;

  /** Minus the square root of 8. */
  private static final double MINUS_ROOT_8 = -2.8284271247461903;

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
    private final double[] betas = new double[population];
    private final int[] cyclones = new int[population];
    private final int[] chains = new int[population];
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
      int spirals = choose();
      drawBetas(spirals, left);
      for (int k = 0; k < spirals; k++) {
        int i = cyclones[k];
        cyclone(points[i], i == 0 ? null : points[i - 1], candidates[i], explored, betas[k]);
        repair(candidates[i]);
      }
      for (int k = 0; k < population - spirals; k++) {
        int i = chains[k];
        chain(points[i], i == 0 ? best : points[i - 1], candidates[i]);
        repair(candidates[i]);
      }
    }

    /** Parts the manta rays into cyclones and chains; the number of cyclones. */
    private int choose() {
      int spirals = 0;
      for (int i = 0; i < population; i++) {
        // Both are written, and only one place moves on: no branch to be foreseen.
        cyclones[spirals] = i;
        chains[i - spirals] = i;
        spirals += random.nextDouble() < 0.5 ? 1 : 0;
      }
      return spirals;
    }

    /** 2 exp(r1 left) sin(2π r1) for each cyclone. */
    private void drawBetas(int count, double left) {
      for (int k = 0; k < count; k++) {
        betas[k] = random.nextDouble();
      }
      for (int k = 0; k < count; k++) {
        double r1 = betas[k];
        // e^(r1 left) = √2 · half², and sin(2π r1) = −sin(2π (r1 − ½)).
        double half = PinnedMath.exp2OfFraction(r1 * (left * HALF_LOG2_E) - 0.25);
        betas[k] = MINUS_ROOT_8 * half * half * PinnedMath.sinOfTurns(r1 - 0.5);
      }
    }

    /** A spiral towards the best point, or, mostly early on, towards a random point of the box. */
    private void cyclone(
        double[] x, double @Nullable [] neighbour, double[] y, double explored, double beta) {
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
        double alpha = 2 * ra * Math.sqrt(minusLog(rb));
        y[j] = x[j] + r * (previous[j] - x[j]) + alpha * (best[j] - x[j]);
      }
    }

    /** −ln(x) of a normal number from its pieces, which costs half of {@link PinnedMath#log}. */
    private double minusLog(double x) {
      double exponent = PinnedMath.integer(PinnedMath.exponentOf(x));
      return -LN2 * (exponent + PinnedMath.log2OfMantissa(PinnedMath.mantissaOf(x)));
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
