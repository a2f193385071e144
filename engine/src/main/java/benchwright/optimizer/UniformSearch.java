package benchwright.optimizer;

import benchwright.Bounds;
import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;
import java.util.Arrays;

/**
 * Random search: uniform points of the box, one after the other, until the budget is spent. Points
 * are drawn in order, and in each the first coordinate first, so that the size of the blocks in
 * which they are evaluated changes nothing.
 */
public final class UniformSearch implements Optimizer {
  // Large enough for the evaluator's loops over points, small enough for the nearest caches.
  private static final int BLOCK_COORDINATES = 2048;

  private final int blockCoordinates;

  /** A search with the block size that measured best. */
  public UniformSearch() {
    this(BLOCK_COORDINATES);
  }

  UniformSearch(int blockCoordinates) {
    this.blockCoordinates = blockCoordinates;
  }

  @Override
  public void minimize(Problem problem, RandomSource random) {
    Bounds bounds = problem.bounds();
    int dimension = bounds.dimension();
    double[] lower = bounds.lower();
    double[] width = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      width[j] = bounds.width(j);
    }
    int block = (int) Math.min(Math.max(1, blockCoordinates / dimension), problem.remaining());
    double[][] points = new double[block][dimension];
    double[] values = new double[block];
    while (problem.remaining() > 0) {
      if (problem.remaining() < points.length) {
        points = Arrays.copyOf(points, (int) problem.remaining());
      }
      for (double[] point : points) {
        for (int j = 0; j < dimension; j++) {
          point[j] = lower[j] + width[j] * random.nextDouble();
        }
      }
      problem.evaluateAll(points, values);
    }
  }
}
