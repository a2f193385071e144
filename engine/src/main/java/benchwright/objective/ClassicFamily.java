package benchwright.objective;

import benchwright.Bounds;
import benchwright.RandomSource;
import java.util.Arrays;

/** A classic function with its customary box and optimum, and how an instance moves that about. */
final class ClassicFamily extends Family {
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
    NEAR_CORNER,

    /** Where the formula has it: all instances are the same. */
    UNSHIFTED
  }

  private final Formula formula;
  private final double lower;
  private final double upper;
  private final double centre;
  private final Placement placement;

  /**
   * @param lower the lower bound of every coordinate
   * @param upper the upper bound of every coordinate
   * @param centre each coordinate of the point where the formula is smallest
   */
  ClassicFamily(
      String id,
      String name,
      Formula formula,
      double lower,
      double upper,
      double centre,
      Placement placement) {
    super(id, name, formula == Formula.ROSENBROCK ? 2 : 1, LARGEST_DIMENSION);
    this.formula = formula;
    this.lower = lower;
    this.upper = upper;
    this.centre = centre;
    this.placement = placement;
  }

  /** The same function as it is written. */
  ClassicFamily unshifted() {
    return new ClassicFamily(
        id().concat("-unshifted"),
        name().concat(" (unshifted)"),
        formula,
        lower,
        upper,
        centre,
        Placement.UNSHIFTED);
  }

  @Override
  Landscape make(int dimension, int instance) {
    Bounds box = Bounds.cube(dimension, lower, upper);
    double[] xopt = new double[dimension];
    if (placement == Placement.UNSHIFTED) {
      Arrays.fill(xopt, centre);
      return new ClassicLandscape(id(), instance, box, formula, xopt, centre, null);
    }
    RandomSource random =
        RandomSource.of(
            RandomSource.STREAM_VERSION,
            id(),
            Integer.toString(dimension),
            Integer.toString(instance),
            "problem");
    double[] signs = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      signs[i] = placement == Placement.NEAR_CORNER && random.nextDouble() < 0.5 ? -1.0 : 1.0;
      xopt[i] = place(signs[i], random.nextDouble());
    }
    return new ClassicLandscape(id(), instance, box, formula, xopt, centre, signs);
  }

  private double place(double sign, double uniform) {
    return switch (placement) {
      case MOST_OF_BOX -> lower + (upper - lower) * (0.1 + 0.8 * uniform);
      case MIDDLE_OF_BOX -> lower + (upper - lower) * (0.3 + 0.4 * uniform);
      case NEAR_CORNER -> sign * centre + SCHWEFEL_SHIFT * (2.0 * uniform - 1.0);
      case UNSHIFTED -> centre;
    };
  }
}
