package benchwright.objective;

import benchwright.Bounds;
import benchwright.RandomSource;
import java.util.Arrays;

/**
 * A classic function: its customary box, its optimum, and how an instance moves that about.
 *
 * @param lower the lower bound of every coordinate
 * @param upper the upper bound of every coordinate
 * @param centre each coordinate of the point that has the smallest value of the formula
 * @param smallestDimension the smallest dimension that the formula is defined for
 */
record Classic(
    String id,
    String name,
    double lower,
    double upper,
    double centre,
    int smallestDimension,
    Placement placement,
    Formula formula) {
  private static final int LARGEST_DIMENSION = 10_000;
  private static final double SCHWEFEL_SHIFT = 40.0;

  /** Where instances put the optimum. */
  enum Placement {
    /** Uniform in the central 80 % of the box. */
    MOST_OF_BOX,

    /**
     * Uniform in the central 40 % of the box: the function has a long valley, which should stay
     * inside.
     */
    MIDDLE_OF_BOX,

    /**
     * In a random corner, uniform within 40 of the customary place. Schwefel 2.26 is a function of
     * its box, with the optimum near a corner: so each coordinate is mirrored at random and then
     * moved a little.
     */
    NEAR_CORNER
  }

  /** The family whose instances move the optimum. */
  ObjectiveFamily shifted() {
    return new Family(id, name, smallestDimension, LARGEST_DIMENSION, this::moved);
  }

  /** The family whose instances are all the formula as it is written. */
  ObjectiveFamily unshifted() {
    String unshiftedId = id + "-unshifted";
    return new Family(
        unshiftedId,
        name + " (unshifted)",
        smallestDimension,
        LARGEST_DIMENSION,
        (dimension, instance) -> {
          double[] xopt = new double[dimension];
          Arrays.fill(xopt, centre);
          return new ClassicLandscape(
              unshiftedId, instance, box(dimension), formula, xopt, centre, null);
        });
  }

  private Landscape moved(int dimension, int instance) {
    RandomSource random =
        RandomSource.of(
            RandomSource.STREAM_VERSION,
            id,
            Integer.toString(dimension),
            Integer.toString(instance),
            "problem");
    double[] signs = new double[dimension];
    double[] xopt = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      signs[i] = placement == Placement.NEAR_CORNER && random.nextDouble() < 0.5 ? -1.0 : 1.0;
      xopt[i] = place(signs[i], random.nextDouble());
    }
    return new ClassicLandscape(id, instance, box(dimension), formula, xopt, centre, signs);
  }

  private double place(double sign, double uniform) {
    return switch (placement) {
      case MOST_OF_BOX -> lower + (upper - lower) * (0.1 + 0.8 * uniform);
      case MIDDLE_OF_BOX -> lower + (upper - lower) * (0.3 + 0.4 * uniform);
      case NEAR_CORNER -> sign * centre + SCHWEFEL_SHIFT * (2.0 * uniform - 1.0);
    };
  }

  private Bounds box(int dimension) {
    return Bounds.cube(dimension, lower, upper);
  }
}
