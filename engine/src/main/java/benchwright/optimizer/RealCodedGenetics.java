package benchwright.optimizer;

import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;
import benchwright.numeric.PinnedMath;

/**
 * A real-coded genetic algorithm: binary tournaments, simulated binary crossover (Deb and Agrawal,
 * Complex Systems 9, 1995, 115–148), polynomial mutation (Deb and Goyal, Computer Science and
 * Informatics 26, 1996, 30–45) and survival of the best of parents and children, generation by
 * generation.
 *
 * <p>Crossover and mutation are the forms that know the box (Deb, An efficient constraint handling
 * method for genetic algorithms, 2000, and Deb's own programs): their distributions end at the
 * bounds, so every point lies in the box.
 *
 * <p>A population that has collapsed starts anew, independently, for as long as there is budget;
 * see {@link Collapse}. The papers have no restarts.
 *
 * <p>The order of draws, which is part of the results: the first population point by point; then in
 * every generation for each pair of children the two entrants of each of two tournaments, whether
 * the pair is crossed, for each coordinate of a pair that is whether it is and then the spread and
 * which child gets which value, and for each coordinate of each child whether it is mutated and
 * then how far.
 */
public final class RealCodedGenetics implements Optimizer {
  /** Parents that differ by less, in one coordinate, are not crossed there. */
  private static final double SMALLEST_DIFFERENCE = 1e-14;

  private final int population;
  private final double crossover;
  private final double crossoverIndex;
  private final double mutation;
  private final double mutationIndex;

  /**
   * @param population the number of points, even
   * @param crossover the probability that a pair is crossed
   * @param crossoverIndex the distribution index of the crossover, η_c
   * @param mutation the expected number of coordinates of a child that are mutated
   * @param mutationIndex the distribution index of the mutation, η_m
   */
  public RealCodedGenetics(
      int population,
      double crossover,
      double crossoverIndex,
      double mutation,
      double mutationIndex) {
    this.population = population + population % 2;
    this.crossover = crossover;
    this.crossoverIndex = crossoverIndex;
    this.mutation = mutation;
    this.mutationIndex = mutationIndex;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    Generations generations = new Generations(problem, random);
    while (problem.remaining() > 0) {
      generations.search();
    }
  }

  /** The state of one search. */
  private final class Generations {
    private final Problem problem;
    private final RandomSource random;
    private final Box box;
    private final double perCoordinate;
    private double[][] points;
    private double[] values = new double[population];
    private final double[][] children;
    private final double[] childValues = new double[population];
    private final double[] allValues = new double[2 * population];
    private final double[][] all = new double[2 * population][];
    private final Ranking ranking = new Ranking(2 * population);

    Generations(Problem problem, RandomSource random) {
      this.problem = problem;
      this.random = random;
      this.box = new Box(problem.bounds());
      this.perCoordinate = Math.min(1, mutation / box.dimension);
      this.points = new double[population][box.dimension];
      this.children = new double[population][box.dimension];
    }

    /** From a new population to its collapse. */
    void search() {
      for (double[] point : points) {
        box.draw(point, random);
      }
      problem.evaluateAll(points, values);
      while (problem.remaining() > 0 && !Collapse.isReached(box, points, values, population)) {
        for (int i = 0; i < population; i += 2) {
          cross(points[winner()], points[winner()], children[i], children[i + 1]);
          mutate(children[i]);
          mutate(children[i + 1]);
        }
        problem.evaluateAll(children, childValues);
        survive();
      }
    }

    /** Of two points drawn at random the better one. */
    private int winner() {
      int a = random.nextInt(population);
      int b = random.nextInt(population);
      return Values.isBetter(values[b], values[a]) ? b : a;
    }

    private void cross(double[] a, double[] b, double[] c, double[] d) {
      System.arraycopy(a, 0, c, 0, box.dimension);
      System.arraycopy(b, 0, d, 0, box.dimension);
      if (random.nextDouble() >= crossover) {
        return;
      }
      for (int j = 0; j < box.dimension; j++) {
        if (random.nextDouble() < 0.5) {
          crossCoordinate(c, d, j);
        }
      }
    }

    /** Children around their parents, as far apart as chance says, and never outside the box. */
    private void crossCoordinate(double[] c, double[] d, int j) {
      double least = Math.min(c[j], d[j]);
      double most = Math.max(c[j], d[j]);
      double apart = most - least;
      if (!(apart > SMALLEST_DIFFERENCE * box.width[j])) {
        return;
      }
      double u = random.nextDouble();
      double middle = least + apart / 2;
      double low = middle - spread(u, 1 + 2 * (least - box.lower[j]) / apart) * apart / 2;
      double high = middle + spread(u, 1 + 2 * (box.upper[j] - most) / apart) * apart / 2;
      low = Math.min(Math.max(low, box.lower[j]), box.upper[j]);
      high = Math.min(Math.max(high, box.lower[j]), box.upper[j]);
      boolean turned = random.nextDouble() < 0.5;
      c[j] = turned ? high : low;
      d[j] = turned ? low : high;
    }

    /** The spread factor β of the distribution that ends at {@code largest}. */
    private double spread(double u, double largest) {
      double alpha = 2 - PinnedMath.pow(largest, -(crossoverIndex + 1));
      double area = u * alpha;
      return PinnedMath.pow(area <= 1 ? area : 1 / (2 - area), 1 / (crossoverIndex + 1));
    }

    private void mutate(double[] x) {
      for (int j = 0; j < box.dimension; j++) {
        if (random.nextDouble() < perCoordinate) {
          x[j] = mutated(x[j], j);
        }
      }
    }

    private double mutated(double x, int j) {
      double u = random.nextDouble();
      double power = mutationIndex + 1;
      double moved;
      if (u < 0.5) {
        double room = 1 - (x - box.lower[j]) / box.width[j];
        double base = 2 * u + (1 - 2 * u) * PinnedMath.pow(room, power);
        moved = PinnedMath.pow(base, 1 / power) - 1;
      } else {
        double room = 1 - (box.upper[j] - x) / box.width[j];
        double base = 2 * (1 - u) + (2 * u - 1) * PinnedMath.pow(room, power);
        moved = 1 - PinnedMath.pow(base, 1 / power);
      }
      return Math.min(Math.max(x + moved * box.width[j], box.lower[j]), box.upper[j]);
    }

    /** The best of parents and children, in their order; parents before children of equal value. */
    private void survive() {
      System.arraycopy(points, 0, all, 0, population);
      System.arraycopy(children, 0, all, population, population);
      System.arraycopy(values, 0, allValues, 0, population);
      System.arraycopy(childValues, 0, allValues, population, population);
      int[] order = ranking.order(allValues);
      for (int k = 0; k < population; k++) {
        points[k] = all[order[k]];
        values[k] = allValues[order[k]];
        children[k] = all[order[population + k]];
      }
    }
  }
}
