package example;

import benchwright.Bounds;
import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;

/**
 * Manta Ray Foraging Optimization (Zhao, Zhang and Wang, Engineering Applications of Artificial
 * Intelligence 87, 2020, 103300), written to be read.
 *
 * <p>Of the budget, one evaluation a manta ray goes into the first population and two into each
 * iteration; the last iteration is cut short. How well it does is not told here: it is measured by
 * {@code src/test/suites/manta-ray.bench.kts}, which {@code mvn test} runs.
 */
public final class MantaRayForaging implements Optimizer {
  private static final double SOMERSAULT = 2;

  private final int population;

  /**
   * @param population the number of manta rays, at least 2
   */
  public MantaRayForaging(int population) {
    if (population < 2) {
      throw new IllegalArgumentException("a chain needs 2 manta rays or more; got " + population);
    }
    this.population = population;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    new Swarm(problem, random).forage();
  }

  /** The state of one search. */
  private final class Swarm {
    private final Problem problem;
    private final RandomSource random;
    private final Bounds bounds;
    private final double[][] rays = new double[population][];
    private final double[][] moved = new double[population][];
    private final double[] values = new double[population];
    private final double[] movedValues = new double[population];
    private double[] best;

    Swarm(Problem problem, RandomSource random) {
      this.problem = problem;
      this.random = random;
      this.bounds = problem.bounds();
    }

    void forage() {
      double iterations = Math.max(1, (problem.budget() - population) / (2.0 * population));
      for (int i = 0; i < population; i++) {
        rays[i] = random.nextPoint(bounds);
      }
      problem.evaluateAll(rays, values);
      best = rays[leader()].clone();
      // The engine ends the last iteration, and with it the search.
      for (int t = 1; ; t++) {
        double spent = Math.min(1, t / iterations);
        for (int i = 0; i < population; i++) {
          moved[i] = random.nextDouble() < 0.5 ? cyclone(i, spent) : chain(i);
        }
        keepBetter();
        for (int i = 0; i < population; i++) {
          moved[i] = somersault(i);
        }
        keepBetter();
        best = rays[leader()].clone();
      }
    }

    /** A spiral around the best point; early on, around a point anywhere. */
    private double[] cyclone(int i, double spent) {
      double r = random.nextDouble();
      double beta = 2 * StrictMath.exp(r * (1 - spent)) * StrictMath.sin(2 * Math.PI * r);
      double[] centre = spent > random.nextDouble() ? best : random.nextPoint(bounds);
      double[] ahead = i == 0 ? centre : rays[i - 1];
      double[] y = new double[bounds.dimension()];
      for (int j = 0; j < y.length; j++) {
        double at = centre[j];
        y[j] = at + random.nextDouble() * (ahead[j] - rays[i][j]) + beta * (at - rays[i][j]);
      }
      return inside(y);
    }

    /** A step after the ray ahead and towards the best point. */
    private double[] chain(int i) {
      double[] ahead = i == 0 ? best : rays[i - 1];
      double[] y = new double[bounds.dimension()];
      for (int j = 0; j < y.length; j++) {
        double r = random.nextDouble();
        double alpha =
            2 * random.nextDouble() * Math.sqrt(-StrictMath.log(1 - random.nextDouble()));
        double x = rays[i][j];
        y[j] = x + r * (ahead[j] - x) + alpha * (best[j] - x);
      }
      return inside(y);
    }

    /** A tumble about the best point. */
    private double[] somersault(int i) {
      double r2 = random.nextDouble();
      double r3 = random.nextDouble();
      double[] y = new double[bounds.dimension()];
      for (int j = 0; j < y.length; j++) {
        y[j] = rays[i][j] + SOMERSAULT * (r2 * best[j] - r3 * rays[i][j]);
      }
      return inside(y);
    }

    /** Coordinates outside the box are drawn anew. */
    private double[] inside(double[] y) {
      for (int j = 0; j < y.length; j++) {
        if (!(y[j] >= bounds.lower(j) && y[j] <= bounds.upper(j))) {
          y[j] = random.nextDouble(bounds.lower(j), bounds.upper(j));
        }
      }
      return y;
    }

    private void keepBetter() {
      problem.evaluateAll(moved, movedValues);
      for (int i = 0; i < population; i++) {
        if (movedValues[i] < values[i]) {
          values[i] = movedValues[i];
          rays[i] = moved[i];
        }
      }
    }

    private int leader() {
      int leader = 0;
      for (int i = 1; i < population; i++) {
        leader = values[i] < values[leader] ? i : leader;
      }
      return leader;
    }
  }
}
