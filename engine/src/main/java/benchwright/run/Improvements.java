package benchwright.run;

import benchwright.artifact.History;
import java.util.Arrays;

/** The strict improvements of one trial while it runs, in arrays that grow. */
final class Improvements {
  private long[] evaluations = new long[32];
  private double[] values = new double[32];
  private int size;

  void add(long evaluation, double value) {
    if (size == values.length) {
      evaluations = Arrays.copyOf(evaluations, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    evaluations[size] = evaluation;
    values[size] = value;
    size++;
  }

  boolean isEmpty() {
    return size == 0;
  }

  History toHistory() {
    return new History(Arrays.copyOf(evaluations, size), Arrays.copyOf(values, size));
  }
}
