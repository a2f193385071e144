package benchwright.optimizer;

import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;

/**
 * Differential evolution, DE/rand/1/bin (Storn and Price, Journal of Global Optimization 11, 1997,
 * 341–359), by whole generations: every trial vector of a generation is built from the vectors of
 * the generation before, then all are evaluated at once.
 *
 * <p>The paper leaves the box to its user. A coordinate that leaves it is drawn anew between the
 * base vector's coordinate and the bound that was crossed (Price, Storn and Lampinen, Differential
 * Evolution, 2005, section 4.3.1: bounce-back), so every point lies in the box.
 *
 * <p>A population that has collapsed starts anew, independently, for as long as there is budget;
 * see {@link Collapse}. The paper has no restarts.
 *
 * <p>The order of draws, which is part of the results: the first population point by point; then in
 * every generation for each vector r1, r2 and r3, each drawn again while it names the vector itself
 * or one drawn before it, the coordinate that is always the mutant's, and for each coordinate the
 * choice of crossover, followed by what its repair needs.
 */
public final class RandOneBinEvolution implements Optimizer {
  /** Four different vectors take part in each mutation. */
  private static final int SMALLEST_POPULATION = 4;

  private final int populationPerDimension;
  private final double weight;
  private final double crossover;

  /**
   * @param populationPerDimension the size of the population, NP, for each dimension
   * @param weight the weight F of the difference of two vectors
   * @param crossover the probability CR that a coordinate is the mutant's
   */
  public RandOneBinEvolution(int populationPerDimension, double weight, double crossover) {
    this.populationPerDimension = populationPerDimension;
    this.weight = weight;
    this.crossover = crossover;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    Vectors vectors = new Vectors(problem, random);
    while (problem.remaining() > 0) {
      vectors.search();
    }
  }

  /** The state of one search. */
  private final class Vectors {
    private final Problem problem;
    private final RandomSource random;
    private final Box box;
    private final int population;
    private final double[][] points;
    private final double[] values;
    private final double[][] trials;
    private final double[] trialValues;

    Vectors(Problem problem, RandomSource random) {
      this.problem = problem;
      this.random = random;
      this.box = new Box(problem.bounds());
      this.population = Math.max(SMALLEST_POPULATION, populationPerDimension * box.dimension);
      this.points = new double[population][box.dimension];
      this.values = new double[population];
      this.trials = new double[population][box.dimension];
      this.trialValues = new double[population];
    }

    /** From a new population to its collapse. */
    void search() {
      for (double[] point : points) {
        box.draw(point, random);
      }
      problem.evaluateAll(points, values);
      while (problem.remaining() > 0 && !Collapse.isReached(box, points, values, population)) {
        for (int i = 0; i < population; i++) {
          build(i, trials[i]);
        }
        problem.evaluateAll(trials, trialValues);
        select();
      }
    }

    /** Mutation, equation (2), and crossover, equations (3) and (4). */
    private void build(int i, double[] u) {
      int r1 = another(i, i, i);
      int r2 = another(i, r1, r1);
      int r3 = another(i, r1, r2);
      double[] x = points[i];
      double[] base = points[r1];
      double[] a = points[r2];
      double[] b = points[r3];
      int always = random.nextInt(box.dimension);
      for (int j = 0; j < box.dimension; j++) {
        if (random.nextDouble() < crossover || j == always) {
          double v = base[j] + weight * (a[j] - b[j]);
          u[j] = v >= box.lower[j] && v <= box.upper[j] ? v : bounceBack(base[j], v, j);
        } else {
          u[j] = x[j];
        }
      }
    }

    private int another(int i, int j, int k) {
      int r = random.nextInt(population);
      while (r == i || r == j || r == k) {
        r = random.nextInt(population);
      }
      return r;
    }

    private double bounceBack(double from, double v, int j) {
      double bound = v < from ? box.lower[j] : box.upper[j];
      return from + random.nextDouble() * (bound - from);
    }

    /** A trial vector takes its vector's place if it is no worse. */
    private void select() {
      for (int i = 0; i < population; i++) {
        if (Values.isNoWorse(trialValues[i], values[i])) {
          double[] free = points[i];
          points[i] = trials[i];
          values[i] = trialValues[i];
          trials[i] = free;
        }
      }
    }
  }
}
