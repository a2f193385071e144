package benchwright.objective;

import benchwright.Bounds;
import org.jspecify.annotations.Nullable;

/** A classic function at z = s·(x − x_opt) + z_opt, or, unshifted, at z = x. */
final class ClassicLandscape extends Landscape {
  private final Formula formula;
  private final double[] xopt;
  private final double centre;
  private final double @Nullable [] signs;
  private final double fopt;

  /**
   * @param centre z_opt, the same for each coordinate
   * @param signs s, 1 or −1 for each coordinate; null for an unshifted landscape
   */
  ClassicLandscape(
      String id,
      int instance,
      Bounds bounds,
      Formula formula,
      double[] xopt,
      double centre,
      double @Nullable [] signs) {
    super(id, instance, bounds);
    this.formula = formula;
    this.xopt = xopt;
    this.centre = centre;
    this.signs = signs;
    // What the formula gives at its optimum, so that reaching it is seen to the last bit.
    double[] value = new double[1];
    sweep(1).values(xopt.clone(), 1, value);
    fopt = value[0];
  }

  @Override
  double smallestValue() {
    return fopt;
  }

  @Override
  double[] smallestPoint() {
    return xopt;
  }

  @Override
  Sweep sweep(int capacity) {
    int dimension = dimension();
    Sweep centred = formula.sweep(dimension, capacity);
    if (signs == null) {
      return centred;
    }
    double[] optima = Flat.repeat(xopt, capacity);
    double[] allSigns = Flat.repeat(signs, capacity);
    return new Sweep() {
      @Override
      void values(double[] x, int count, double[] values) {
        move(x, optima, allSigns, centre, count * dimension);
        centred.values(x, count, values);
      }
    };
  }

  private static void move(double[] x, double[] optima, double[] signs, double centre, int length) {
    for (int i = 0; i < length; i++) {
      x[i] = signs[i] * (x[i] - optima[i]) + centre;
    }
  }
}
