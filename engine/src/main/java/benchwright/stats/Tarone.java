package benchwright.stats;

import java.util.Arrays;

/**
 * Holm's correction for tests some of which are too small ever to tell anything: those are left out
 * before it begins, so that they cost the others nothing (Tarone, A modified Bonferroni method for
 * discrete data, Biometrics 46, 1990). What a test can at best reach depends on its sizes alone,
 * not on its result, so the choice costs no error.
 */
public final class Tarone {
  private Tarone() {}

  /**
   * The corrected probabilities, in the order of {@code p}; 1 for a test that is left out, NaN for
   * none.
   *
   * @param p of each test; NaN where nothing was tested
   * @param least the least probability that each test could have given
   * @param error the chance of even one false alarm that is allowed
   */
  public static double[] adjusted(double[] p, double[] least, double error) {
    double level = level(p, least, error);
    double[] family = p.clone();
    for (int i = 0; i < p.length; i++) {
      family[i] = isIn(p[i], least[i], level) ? p[i] : Double.NaN;
    }
    double[] adjusted = Holm.adjusted(family);
    for (int i = 0; i < p.length; i++) {
      adjusted[i] = Double.isNaN(adjusted[i]) && !Double.isNaN(p[i]) ? 1 : adjusted[i];
    }
    return adjusted;
  }

  /** The probability that the first of the tests must be below; tests that cannot are left out. */
  public static double level(double[] p, double[] least, double error) {
    int tests = (int) Arrays.stream(p).filter(each -> !Double.isNaN(each)).count();
    for (int k = 1; k < tests; k++) {
      double level = error / k;
      int in = 0;
      for (int i = 0; i < p.length; i++) {
        in += isIn(p[i], least[i], level) ? 1 : 0;
      }
      if (in <= k) {
        return level;
      }
    }
    return error / Math.max(1, tests);
  }

  private static boolean isIn(double p, double least, double level) {
    return !Double.isNaN(p) && least <= level;
  }
}
