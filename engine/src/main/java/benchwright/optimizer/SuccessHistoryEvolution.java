package benchwright.optimizer;

import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;
import benchwright.numeric.PinnedMath;
import java.util.Arrays;

/**
 * L-SHADE (Tanabe and Fukunaga, IEEE Congress on Evolutionary Computation 2014, 1658–1665):
 * differential evolution, current-to-pbest/1/bin with an archive, whose F and CR follow a history
 * of success, and whose population shrinks linearly over the budget. Equations are numbered as in
 * the paper; where it is silent, the authors' program, version 1.0.1, is followed.
 *
 * <p>A coordinate that leaves the box is set midway between the parent's coordinate and the bound
 * that was crossed (the paper's repair, from JADE), so every point lies in the box.
 *
 * <p>A population that has collapsed while there is budget starts anew, independently and with
 * everything forgotten; it shrinks over the budget that is left. See {@link Collapse}. The paper
 * has no restarts; its authors' RL-SHADE of 2015 has.
 *
 * <p>The order of draws, which is part of the results: the first population point by point; then in
 * every generation for each vector the place in the history, a Gaussian for CR (none where the
 * history holds the terminal value), uniform numbers for F until it is positive, the pbest, r1 and
 * r2, each drawn again while it names a vector already taken, the coordinate that is always the
 * mutant's, and the choice for each coordinate; after the evaluation, for each archived parent the
 * place in the archive once it is full.
 */
public final class SuccessHistoryEvolution implements Optimizer {
  /** What is left of the population at the end of the budget. */
  private static final int SMALLEST_POPULATION = 4;

  /** The spread of F and of CR around their places in the history. */
  private static final double SPREAD = 0.1;

  /** In the history of CR: from now on CR is 0. */
  private static final double TERMINAL = -1;

  private final int populationPerDimension;
  private final int historySize;
  private final double bestShare;
  private final double archiveShare;

  /**
   * @param populationPerDimension the size of the first population for each dimension, r^Ninit
   * @param historySize the number of places in the history, H
   * @param bestShare the share of the population that counts as best, p
   * @param archiveShare the size of the archive in sizes of the population, r^arc
   */
  public SuccessHistoryEvolution(
      int populationPerDimension, int historySize, double bestShare, double archiveShare) {
    this.populationPerDimension = populationPerDimension;
    this.historySize = historySize;
    this.bestShare = bestShare;
    this.archiveShare = archiveShare;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    while (problem.remaining() > 0) {
      new Search(problem, random).run();
    }
  }

  /** From a new population to its collapse, or to the end of the budget. */
  private final class Search {
    private final Problem problem;
    private final RandomSource random;
    private final Box box;
    private final long budget;
    private final int largest;
    private int population;
    private double[][] points;
    private double[] values;
    private double[][] trials;
    private double[] trialValues;
    private double[][] archive;
    private int archived;
    private int archiveSize;
    private final double[] weights;
    private final double[] crossovers;
    private final History history;
    private Ranking ranking;
    private int[] best = {};

    Search(Problem problem, RandomSource random) {
      this.problem = problem;
      this.random = random;
      this.box = new Box(problem.bounds());
      this.budget = problem.remaining();
      this.largest = Math.max(SMALLEST_POPULATION, populationPerDimension * box.dimension);
      this.population = largest;
      this.points = new double[population][box.dimension];
      this.trials = new double[population][box.dimension];
      this.values = new double[population];
      this.trialValues = new double[population];
      this.archiveSize = (int) Math.rint(archiveShare * population);
      this.archive = new double[archiveSize][];
      this.weights = new double[population];
      this.crossovers = new double[population];
      this.history = new History(random);
      this.ranking = new Ranking(population);
    }

    void run() {
      for (double[] point : points) {
        box.draw(point, random);
      }
      problem.evaluateAll(points, values);
      while (problem.remaining() > 0 && !Collapse.isReached(box, points, values, population)) {
        best = best();
        for (int i = 0; i < population; i++) {
          build(i);
        }
        problem.evaluateAll(trials, trialValues);
        select();
        history.learn();
        shrink();
      }
    }

    /** The places of the best vectors, as many as p of the population, at least two. */
    private int[] best() {
      int count = (int) Math.max(2, Math.rint(bestShare * population));
      return Arrays.copyOf(ranking.order(values), Math.min(count, population));
    }

    private void build(int i) {
      int place = random.nextInt(historySize);
      crossovers[i] = history.crossover(place);
      weights[i] = history.weight(place);
      mutate(i, weights[i], crossovers[i], trials[i]);
    }

    /** Mutation, equation (3), repair, equation (4), and crossover, equation (5). */
    private void mutate(int i, double weight, double crossover, double[] u) {
      double[] x = points[i];
      double[] pbest = points[best[random.nextInt(best.length)]];
      int r1 = another(population, i, i);
      int r2 = another(population + archived, i, r1);
      double[] a = points[r1];
      double[] b = r2 < population ? points[r2] : archive[r2 - population];
      int always = random.nextInt(box.dimension);
      for (int j = 0; j < box.dimension; j++) {
        if (random.nextDouble() < crossover || j == always) {
          double v = x[j] + weight * (pbest[j] - x[j]) + weight * (a[j] - b[j]);
          if (v < box.lower[j]) {
            v = box.lower[j] + (x[j] - box.lower[j]) / 2;
          } else if (v > box.upper[j]) {
            v = box.upper[j] - (box.upper[j] - x[j]) / 2;
          }
          u[j] = v;
        } else {
          u[j] = x[j];
        }
      }
    }

    private int another(int count, int i, int j) {
      int r = random.nextInt(count);
      while (r == i || r == j) {
        r = random.nextInt(count);
      }
      return r;
    }

    /** Selection, equation (6); a parent that was beaten goes to the archive. */
    private void select() {
      for (int i = 0; i < population; i++) {
        if (Values.isBetter(trialValues[i], values[i])) {
          double gain = Math.abs(values[i] - trialValues[i]);
          history.note(weights[i], crossovers[i], gain);
          double[] parent = points[i];
          points[i] = trials[i];
          trials[i] = archive(parent);
          values[i] = trialValues[i];
        } else if (Values.isNoWorse(trialValues[i], values[i])) {
          double[] parent = points[i];
          points[i] = trials[i];
          trials[i] = parent;
        }
      }
    }

    /** Keeps {@code parent}, and returns an array that is free. */
    private double[] archive(double[] parent) {
      if (archived < archiveSize) {
        archive[archived++] = parent;
        return new double[box.dimension];
      }
      if (archiveSize == 0) {
        return parent;
      }
      int place = random.nextInt(archiveSize);
      double[] free = archive[place];
      archive[place] = parent;
      return free;
    }

    /** Linear population size reduction, equation (10): the worst vectors leave. */
    private void shrink() {
      double spent = budget - problem.remaining();
      int planned =
          (int) Math.rint((SMALLEST_POPULATION - largest) / (double) budget * spent + largest);
      if (planned >= population) {
        return;
      }
      boolean[] stays = new boolean[population];
      int[] order = ranking.order(values);
      for (int k = 0; k < planned; k++) {
        stays[order[k]] = true;
      }
      int kept = 0;
      for (int i = 0; i < population; i++) {
        if (stays[i]) {
          points[kept] = points[i];
          values[kept++] = values[i];
        }
      }
      population = planned;
      points = Arrays.copyOf(points, planned);
      values = Arrays.copyOf(values, planned);
      trials = Arrays.copyOf(trials, planned);
      trialValues = new double[planned];
      ranking = new Ranking(planned);
      archiveSize = (int) Math.rint(archiveShare * planned);
      archived = Math.min(archived, archiveSize);
    }
  }

  /** The history of success, and what succeeded in this generation. */
  private final class History {
    private final RandomSource random;
    private final double[] weights = new double[historySize];
    private final double[] crossovers = new double[historySize];
    private int place;
    private double gains;
    private double weightSum;
    private double weightSquares;
    private double crossoverSum;
    private double crossoverSquares;

    History(RandomSource random) {
      this.random = random;
      Arrays.fill(weights, 0.5);
      Arrays.fill(crossovers, 0.5);
    }

    /** Equation (2): a normal variate around the place's CR, cut to [0, 1]. */
    double crossover(int at) {
      if (crossovers[at] == TERMINAL) {
        return 0;
      }
      double drawn = crossovers[at] + SPREAD * random.nextGaussian();
      return Math.max(0, Math.min(1, drawn));
    }

    /** Equation (1): a Cauchy variate around the place's F, drawn until positive, cut at 1. */
    double weight(int at) {
      double drawn = 0;
      while (!(drawn > 0)) {
        double halfTurns = random.nextDouble() - 0.5;
        drawn =
            weights[at]
                + SPREAD
                    * PinnedMath.sinOfHalfTurns(halfTurns)
                    / PinnedMath.cos(Math.PI * halfTurns);
      }
      return Math.min(1, drawn);
    }

    /** Equations (8) and (9), as sums: a success counts by what it gained. */
    void note(double weight, double crossover, double gain) {
      // A gain from NaN or an infinite value has no size; it counts as much as all others.
      double counted = gain < Double.POSITIVE_INFINITY ? gain : 1;
      gains += counted;
      weightSum += counted * weight;
      weightSquares += counted * weight * weight;
      crossoverSum += counted * crossover;
      crossoverSquares += counted * crossover * crossover;
    }

    /** Algorithm 1 and equation (7): weighted Lehmer means take the next place. */
    void learn() {
      if (gains > 0) {
        weights[place] = weightSquares / weightSum;
        crossovers[place] =
            crossovers[place] == TERMINAL || crossoverSum == 0
                ? TERMINAL
                : crossoverSquares / crossoverSum;
        place = (place + 1) % historySize;
      }
      gains = 0;
      weightSum = 0;
      weightSquares = 0;
      crossoverSum = 0;
      crossoverSquares = 0;
    }
  }
}
