package benchwright.optimizer;

import java.util.Arrays;

/**
 * The tests by which a run of CMA-ES finds that it has nothing left to gain; see {@link CmaStop}.
 */
final class CmaStops {
  static final double LARGEST_CONDITION = 1e14;

  private static final double TOL_FUN = 1e-12;
  private static final double TOL_X = 1e-12;
  private static final double TOL_UP_SIGMA = 1e20;

  /** Stagnation looks back no further than this many generations. */
  private static final int LONGEST_MEMORY = 20_000;

  private final CmaRun run;
  private final int dimension;
  private final int population;
  private final double generations;
  private final int histories;
  private final int almostBest;
  private final boolean[] equal;
  private int equals;
  private int sinceStagnationTest;

  /** The values of the last generations; the one of generation g stands at g modulo the length. */
  private double[] best = new double[256];

  private double[] median = new double[256];
  private double[] scratch = new double[0];

  CmaStops(CmaRun run, double evaluations) {
    this.run = run;
    dimension = run.dimension;
    population = run.settings.population;
    double reach = dimension + 3;
    generations =
        Math.min(100 + 50 * reach * reach / Math.sqrt(population), evaluations / population);
    histories = 10 + (int) Math.ceil(30.0 * dimension / population);
    almostBest = (int) Math.ceil(0.1 + population / 4.0) - 1;
    equal = new boolean[dimension];
  }

  /** The first test that says that the run should end after this generation. */
  CmaStop check() {
    remember();
    if (isFlat()) {
      return CmaStop.EQUAL_FUN_VALS;
    }
    if (isLevel()) {
      return CmaStop.TOL_HIST_FUN;
    }
    if (isTiny()) {
      return CmaStop.TOL_X;
    }
    if (!(run.sigma / run.initialSigma <= TOL_UP_SIGMA * longestAxis())) {
      return CmaStop.TOL_UP_SIGMA;
    }
    if (axisHasNoEffect()) {
      return CmaStop.NO_EFFECT_AXIS;
    }
    if (coordinateHasNoEffect()) {
      return CmaStop.NO_EFFECT_COOR;
    }
    if (stagnates()) {
      return CmaStop.STAGNATION;
    }
    return run.generation >= generations ? CmaStop.MAX_ITER : CmaStop.NONE;
  }

  private void remember() {
    int g = run.generation;
    if (g >= best.length && best.length < LONGEST_MEMORY) {
      int length = Math.min(2 * best.length, LONGEST_MEMORY);
      best = Arrays.copyOf(best, length);
      median = Arrays.copyOf(median, length);
    }
    best[g % best.length] = number(run.values[run.order[0]]);
    median[g % best.length] = number(run.values[run.order[population / 2]]);
  }

  /** What has no value is as bad as can be. */
  private static double number(double value) {
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  /** In more than a third of the last d generations a quarter of the points are equally good. */
  private boolean isFlat() {
    double first = number(run.values[run.order[0]]);
    boolean now = first == number(run.values[run.order[almostBest]]);
    int place = run.generation % dimension;
    equals += (now ? 1 : 0) - (equal[place] ? 1 : 0);
    equal[place] = now;
    return run.generation > dimension && 3 * equals > dimension;
  }

  private boolean isLevel() {
    int g = run.generation;
    if (g < histories) {
      return false;
    }
    double least = best[g % best.length];
    double most = least;
    for (int back = 1; back < histories; back++) {
      double value = best[(g - back) % best.length];
      least = Math.min(least, value);
      most = Math.max(most, value);
      if (most - least >= TOL_FUN) {
        return false;
      }
    }
    return true;
  }

  private boolean isTiny() {
    for (int j = 0; j < dimension; j++) {
      if (run.sigma * Math.abs(run.path[j]) >= TOL_X || run.sigma * deviation(j) >= TOL_X) {
        return false;
      }
    }
    return true;
  }

  private double deviation(int j) {
    return Math.sqrt(run.covariance[j * dimension + j]);
  }

  private double longestAxis() {
    double longest = 0;
    for (double axis : run.axes) {
      longest = Math.max(longest, axis);
    }
    return longest;
  }

  private boolean axisHasNoEffect() {
    int axis = run.generation % dimension;
    double step = 0.1 * run.sigma * run.axes[axis];
    for (int i = 0; i < dimension; i++) {
      if (run.mean[i] != run.mean[i] + step * run.basis[i * dimension + axis]) {
        return false;
      }
    }
    return true;
  }

  private boolean coordinateHasNoEffect() {
    for (int j = 0; j < dimension; j++) {
      if (run.mean[j] == run.mean[j] + 0.2 * run.sigma * deviation(j)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The median of the last three tenths of the best values is no better than that of the first
   * three tenths, and so for the medians. Asked each time that an eighth of the memory is new,
   * because each answer sorts it.
   */
  private boolean stagnates() {
    int shortest = 120 + (int) (30.0 * dimension / population);
    int memory = Math.min(LONGEST_MEMORY, Math.max(shortest, run.generation / 5));
    sinceStagnationTest++;
    if (run.generation <= memory || 8 * sinceStagnationTest < memory) {
      return false;
    }
    sinceStagnationTest = 0;
    int part = 3 * memory / 10;
    return middle(best, 0, part) >= middle(best, memory - part, part)
        && middle(median, 0, part) >= middle(median, memory - part, part);
  }

  /** The median of {@code count} values, the youngest of them {@code back} generations old. */
  private double middle(double[] history, int back, int count) {
    if (scratch.length < count) {
      scratch = new double[count];
    }
    for (int k = 0; k < count; k++) {
      scratch[k] = history[(run.generation - back - k) % history.length];
    }
    Arrays.sort(scratch, 0, count);
    return scratch[count / 2];
  }
}
