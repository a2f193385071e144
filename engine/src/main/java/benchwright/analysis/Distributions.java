package benchwright.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Distributions of running times over all pairs of a trial and a target, hit or not. */
final class Distributions {
  private static final int MOST_POINTS = 200;
  private static final int MOST_SORTED = 20_000;

  private Distributions() {}

  /** Of one optimizer over {@code cells}; those without a known optimum have no pairs. */
  static RuntimeDistribution of(
      String optimizer, String group, int dimension, int targets, List<Cell> cells) {
    List<double[]> times = new ArrayList<>();
    long pairs = 0;
    double spent = 0;
    int problems = 0;
    for (Cell cell : cells) {
      if (cell.known()) {
        times.add(times(cell, targets));
        pairs += (long) cell.trials() * targets;
        spent = Math.max(spent, (double) cell.mostSpent() / cell.dimension());
        problems++;
      }
    }
    return new RuntimeDistribution(
        optimizer, group, dimension, problems, pairs, steps(times, pairs, spent), spent);
  }

  /** The running times of a cell in evaluations per dimension, ascending, hits only. */
  private static double[] times(Cell cell, int targets) {
    double[] times = new double[cell.trials() * targets];
    int size = 0;
    for (int trial = 0; trial < cell.trials(); trial++) {
      for (int t = 0; t < targets; t++) {
        if (cell.hit(trial, t) > 0) {
          times[size++] = (double) cell.hit(trial, t) / cell.dimension();
        }
      }
    }
    double[] hits = Arrays.copyOf(times, size);
    Arrays.sort(hits);
    return hits;
  }

  private static Line steps(List<double[]> times, long pairs, double spent) {
    double[] places = places(times, spent);
    double[] shares = new double[places.length];
    for (double[] sorted : times) {
      int k = 0;
      for (int i = 0; i < places.length; i++) {
        while (k < sorted.length && sorted[k] <= places[i]) {
          k++;
        }
        shares[i] += k;
      }
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= pairs;
    }
    return new Line(places, shares);
  }

  /**
   * Where the staircase rises, or so many places even in the logarithm that hide no step's size.
   */
  private static double[] places(List<double[]> times, double spent) {
    long size = 0;
    double least = spent;
    for (double[] each : times) {
      size += each.length;
      least = each.length == 0 ? least : Math.min(least, each[0]);
    }
    if (size == 0) {
      return spent > 0 ? new double[] {spent} : new double[0];
    }
    if (size <= MOST_SORTED) {
      double[] exact =
          java.util.stream.DoubleStream.concat(
                  times.stream().flatMapToDouble(Arrays::stream),
                  java.util.stream.DoubleStream.of(spent))
              .sorted()
              .distinct()
              .toArray();
      if (exact.length <= MOST_POINTS) {
        return exact;
      }
    }
    double[] places = new double[MOST_POINTS];
    double decades = StrictMath.log10(spent / least);
    for (int i = 0; i < places.length; i++) {
      double share = (double) i / (places.length - 1);
      places[i] = least * StrictMath.pow(10, decades * share);
    }
    places[0] = least;
    places[places.length - 1] = spent;
    return places;
  }
}
