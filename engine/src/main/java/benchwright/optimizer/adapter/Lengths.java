package benchwright.optimizer.adapter;

/** Settings that the methods of both libraries share. */
final class Lengths {
  /**
   * Where BOBYQA stops, in tenths of the box. With the library's own 1e-8 it gives up valleys that
   * it has not come through: BBOB's f10 in 5-D is then never solved, with this in 11 of 15 trials.
   */
  static final double LAST_RADIUS = 1e-12;

  /** A search that gains less in value has stopped. */
  static final double STILL = 1e-11;

  /** As {@link #STILL}, relative to the value: near the least that Powell's method allows. */
  static final double RELATIVE = 1e-15;

  private Lengths() {}

  /** CMA-ES's usual λ. */
  static int population(int dimension) {
    return 4 + (int) (3 * StrictMath.log(dimension));
  }

  /** Whether a point of a simplex has the value that it had before; infinities are alike. */
  static boolean isStill(double before, double now) {
    return !(Math.abs(before - now) > STILL);
  }
}
