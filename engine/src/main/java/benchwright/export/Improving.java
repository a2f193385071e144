package benchwright.export;

import benchwright.Bounds;
import benchwright.artifact.History;
import benchwright.artifact.Stop;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts together the record of a trial out of the lines of another tool. */
final class Improving {
  private static final double TARGET = 1e-8;

  private final SortedMap<Long, Double> lines = new TreeMap<>();

  /** After this evaluation the best distance so far was this; lines may come in any order. */
  void add(long evaluation, double distance) {
    lines.merge(evaluation, distance, Math::min);
  }

  TrialRecord record(TrialKey key, long evaluations) {
    long[] places = new long[lines.size()];
    double[] values = new double[lines.size()];
    int size = 0;
    double best = Double.POSITIVE_INFINITY;
    for (Map.Entry<Long, Double> line : lines.entrySet()) {
      if (line.getValue() < best) {
        best = line.getValue();
        places[size] = line.getKey();
        values[size++] = best;
      }
    }
    long spent = Math.max(evaluations, lines.isEmpty() ? 0 : lines.lastKey());
    double[] point = new double[size == 0 ? 0 : key.dimension()];
    // Nobody recorded where the best value was seen.
    Arrays.fill(point, Double.NaN);
    return new TrialRecord(
        key,
        Bounds.cube(key.dimension(), -5, 5),
        Math.max(1, spent),
        0,
        spent,
        best <= TARGET ? Stop.TARGET : Stop.BUDGET,
        TrialRecord.NO_FAILURE,
        new History(Arrays.copyOf(places, size), Arrays.copyOf(values, size)),
        point);
  }
}
