package benchwright.optimizer;

import benchwright.Bounds;
import benchwright.RandomSource;

/**
 * Coordinates in which the box is ten wide, as BBOB's is, so that there they are the coordinates
 * themselves, and in a lopsided box a step means the same in each of them.
 */
final class TenWideBox {
  private static final double WIDTH = 10;

  private final double[] lower;
  private final double[] scale;

  TenWideBox(Bounds bounds) {
    lower = bounds.lower();
    scale = bounds.upper();
    for (int j = 0; j < scale.length; j++) {
      // In two parts, because the widest box's width overflows; and never zero, not even where the
      // box is as narrow as numbers can be.
      scale[j] = Math.max(scale[j] / WIDTH - lower[j] / WIDTH, Double.MIN_NORMAL);
    }
  }

  /** Draws a point from the middle four fifths of the box, the first coordinate first. */
  void drawStart(RandomSource random, double[] at) {
    for (int j = 0; j < scale.length; j++) {
      at[j] = lower[j] / scale[j] + WIDTH * (0.1 + 0.8 * random.nextDouble());
    }
  }

  /** Coordinate j of the problem's point: finite, however far outside the box. */
  double coordinate(int j, double at) {
    return Math.max(-Double.MAX_VALUE, Math.min(scale[j] * at, Double.MAX_VALUE));
  }
}
