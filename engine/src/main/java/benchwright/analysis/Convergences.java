package benchwright.analysis;

import java.util.Arrays;

/** Attainment surfaces of the trials of a cell. */
final class Convergences {
  private Convergences() {}

  static Convergence of(Cell cell, long[] grid) {
    long spent = Math.max(1, cell.mostSpent());
    int within = 0;
    while (within < grid.length && grid[within] < spent) {
      within++;
    }
    // One more at the end, where every trial has its last value.
    double[] places = new double[within + 1];
    double[][] values = new double[3][within + 1];
    double[] sorted = new double[cell.trials()];
    for (int i = 0; i <= within; i++) {
      places[i] = i == within ? spent : grid[i];
      for (int trial = 0; trial < sorted.length; trial++) {
        sorted[trial] = i == within ? cell.last(trial) : cell.reached(trial, i);
      }
      Arrays.sort(sorted);
      for (int quarter = 1; quarter <= 3; quarter++) {
        // The smallest value that a share of at least so much of the trials has attained.
        values[quarter - 1][i] = sorted[(sorted.length * quarter + 3) / 4 - 1];
      }
    }
    return new Convergence(
        cell.optimizer(),
        cell.function(),
        cell.dimension(),
        cell.trials(),
        cell.known(),
        new Line(places, values[0]),
        new Line(places, values[1]),
        new Line(places, values[2]));
  }
}
