package benchwright.stats;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** Tails of the usual distributions. */
final class Tails {
  private static final double ROOT_OF_2 = Math.sqrt(2);

  private Tails() {}

  /** P(Z ≤ z), standard normal. */
  static double normalBelow(double z) {
    return 0.5 * Erf.erfc(-z / ROOT_OF_2);
  }

  /** P(X ≥ x), chi squared. */
  static double chiSquaredAbove(double x, int freedom) {
    return x <= 0 ? 1 : Gamma.regularizedGammaQ(freedom / 2.0, x / 2);
  }

  /** P(X ≥ x), F of Fisher. */
  static double fisherAbove(double x, int above, int below) {
    if (x == Double.POSITIVE_INFINITY) {
      return 0;
    }
    return x <= 0 ? 1 : Beta.regularizedBeta(below / (below + above * x), below / 2.0, above / 2.0);
  }

  /** Twice the smaller tail, at most 1. */
  static double twoSided(double below, double above) {
    return Math.min(1, 2 * Math.min(below, above));
  }
}
