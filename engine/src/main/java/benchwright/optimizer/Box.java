package benchwright.optimizer;

import benchwright.Bounds;
import benchwright.RandomSource;

/** The box of a problem as plain arrays, for loops over coordinates. */
final class Box {
  final int dimension;
  final double[] lower;
  final double[] upper;
  final double[] width;

  Box(Bounds bounds) {
    dimension = bounds.dimension();
    lower = bounds.lower();
    upper = bounds.upper();
    width = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      width[j] = bounds.width(j);
    }
  }

  /** Fills {@code point} with a uniform point of the box, the first coordinate drawn first. */
  void draw(double[] point, RandomSource random) {
    for (int j = 0; j < dimension; j++) {
      point[j] = lower[j] + width[j] * random.nextDouble();
    }
  }
}
