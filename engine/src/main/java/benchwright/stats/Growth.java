package benchwright.stats;

import java.util.Arrays;
import java.util.List;

/**
 * How times grow with a size n: as 1, log n, n, n log n, n² or n³.
 *
 * <p>Each law g is fitted to the median times t(n) as a + b g(n) with a, b ≥ 0 by least squares of
 * the relative error. Three sizes are too few to tell the constant a, such as the start of a
 * program, from the law: there it is 0, and a law that fits as well with one makes the best
 * unknown. The law with the least error is chosen, where the error is the root of the squares' sum
 * over the sizes less the numbers fitted; but no growth at all if that fits as well, to 5 %, since
 * a constant and a little of any law then fit too. Then the samples of each size are drawn again,
 * {@value #RESAMPLES} times: the share of these that choose the same law is the confidence in it.
 *
 * @param law {@link Law#UNKNOWN} below three sizes, if less than 80 % of the resamples choose the
 *     same, if its error is above 20 %, or if another law fits as well: with less than 1.5 times
 *     the error, errors below 2 % being alike
 * @param confidence in the law that fits best, whether it is told or not; NaN below three sizes
 * @param error of that law: 0.02 is 2 %
 * @param constant a, of that law; in the unit of the times
 * @param exponent the slope of log t over log n by Theil and Sen; NaN below two sizes
 * @param exponentLower where it lies in 95 % of the resamples
 * @param exponentUpper likewise
 */
public record Growth(
    Law law,
    double confidence,
    double error,
    double constant,
    double exponent,
    double exponentLower,
    double exponentUpper) {

  /** A law of growth. */
  public enum Law {
    CONSTANT("1"),
    LOGARITHMIC("log n"),
    LINEAR("n"),
    LINEARITHMIC("n log n"),
    QUADRATIC("n²"),
    CUBIC("n³"),
    UNKNOWN("unknown");

    private final String word;

    Law(String word) {
      this.word = word;
    }

    /** As it is written: {@code n log n}. */
    public String word() {
      return word;
    }

    /** Its value at n ≥ 1; the logarithm is that of n + 1, which is not 0 at 1. */
    double at(double n) {
      return switch (this) {
        case CONSTANT, UNKNOWN -> 1;
        case LOGARITHMIC -> StrictMath.log1p(n);
        case LINEAR -> n;
        case LINEARITHMIC -> n * StrictMath.log1p(n);
        case QUADRATIC -> n * n;
        case CUBIC -> n * n * n;
      };
    }
  }

  private static final int RESAMPLES = 1000;
  private static final int LEAST_SIZES = 3;
  private static final double SURE = 0.8;
  private static final double ALIKE = 1.5;
  private static final double NEGLIGIBLE = 0.02;
  private static final double FLAT = 0.05;
  private static final double POOR = 0.2;
  private static final List<Law> LAWS =
      List.of(
          Law.CONSTANT, Law.LOGARITHMIC, Law.LINEAR, Law.LINEARITHMIC, Law.QUADRATIC, Law.CUBIC);

  /** One law, fitted. */
  private record Fit(Law law, double error, double constant) {}

  /**
   * Fits.
   *
   * @param sizes all different, from 1 on, in any order
   * @param times of each size the samples, positive, at least one
   * @throws IllegalArgumentException unless it is so
   */
  public static Growth of(double[] sizes, List<double[]> times) {
    check(sizes, times);
    double[] medians = new double[sizes.length];
    Arrays.setAll(medians, i -> Sample.of(times.get(i)).median());
    double[] exponents = new double[RESAMPLES];
    double exponent = exponent(sizes, medians);
    if (sizes.length < 2) {
      return new Growth(
          Law.UNKNOWN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    Fit[] fits = fits(sizes, medians);
    Fit best = best(fits);
    int same = 0;
    Draws draws = new Draws(sizes.length);
    double[] drawn = new double[sizes.length];
    for (int r = 0; r < RESAMPLES; r++) {
      for (int i = 0; i < sizes.length; i++) {
        double[] again = new double[times.get(i).length];
        draws.resample(times.get(i), again);
        drawn[i] = Sample.of(again).median();
      }
      exponents[r] = exponent(sizes, drawn);
      if (sizes.length >= LEAST_SIZES && best(fits(sizes, drawn)).law == best.law) {
        same++;
      }
    }
    double confidence = sizes.length < LEAST_SIZES ? Double.NaN : (double) same / RESAMPLES;
    Sample spread = Sample.of(exponents);
    Fit[] rivals = sizes.length == LEAST_SIZES ? fits(sizes, medians, true) : fits;
    boolean sure = confidence >= SURE && best.error <= POOR && !isMatched(best, rivals);
    return new Growth(
        sure ? best.law : Law.UNKNOWN,
        confidence,
        sizes.length < LEAST_SIZES ? Double.NaN : best.error,
        sizes.length < LEAST_SIZES ? Double.NaN : best.constant,
        exponent,
        spread.quantile(0.025),
        spread.quantile(0.975));
  }

  private static void check(double[] sizes, List<double[]> times) {
    if (sizes.length != times.size() || Arrays.stream(sizes).distinct().count() < sizes.length) {
      throw new IllegalArgumentException("sizes are not one for each sample, and different");
    }
    for (int i = 0; i < sizes.length; i++) {
      if (!(sizes[i] >= 1)
          || times.get(i).length == 0
          || !(Sample.of(times.get(i)).smallest() > 0)) {
        throw new IllegalArgumentException("size " + sizes[i] + ": below 1, or no positive times");
      }
    }
  }

  private static Fit[] fits(double[] sizes, double[] times) {
    return fits(sizes, times, sizes.length > LEAST_SIZES);
  }

  private static Fit[] fits(double[] sizes, double[] times, boolean constant) {
    Fit[] fits = new Fit[LAWS.size()];
    Arrays.setAll(fits, i -> fit(LAWS.get(i), sizes, times, constant));
    return fits;
  }

  private static Fit best(Fit[] fits) {
    Fit best = fits[0];
    for (Fit fit : fits) {
      best = fit.error < best.error ? fit : best;
    }
    return fits[0].error < FLAT && isAlike(fits[0], best) ? fits[0] : best;
  }

  private static boolean isMatched(Fit best, Fit[] fits) {
    if (best.law == Law.CONSTANT) {
      return false;
    }
    for (Fit fit : fits) {
      if (fit.law != best.law && isAlike(fit, best)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAlike(Fit fit, Fit best) {
    return Math.max(NEGLIGIBLE, fit.error) < ALIKE * Math.max(NEGLIGIBLE, best.error);
  }

  /** Least squares of 1 - (a + b g) / t: of the columns 1/t and g/t against ones. */
  private static Fit fit(Law law, double[] sizes, double[] times, boolean constant) {
    int n = sizes.length;
    double cc = 0;
    double cg = 0;
    double gg = 0;
    double c = 0;
    double g = 0;
    for (int i = 0; i < n; i++) {
      double one = 1 / times[i];
      double grown = law.at(sizes[i]) / times[i];
      cc += one * one;
      cg += one * grown;
      gg += grown * grown;
      c += one;
      g += grown;
    }
    double a = 0;
    double b = g / gg;
    double determinant = cc * gg - cg * cg;
    if (law != Law.CONSTANT && constant && determinant > 0) {
      double wanted = (c * gg - g * cg) / determinant;
      double slope = (g * cc - c * cg) / determinant;
      if (wanted > 0 && slope > 0) {
        a = wanted;
        b = slope;
      }
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double rest = 1 - (a + b * law.at(sizes[i])) / times[i];
      squares += rest * rest;
    }
    return new Fit(law, Math.sqrt(squares / (n - (a > 0 ? 2 : 1))), a);
  }

  private static double exponent(double[] sizes, double[] times) {
    return TheilSen.slope(logarithms(sizes), logarithms(times));
  }

  private static double[] logarithms(double[] values) {
    return Arrays.stream(values).map(StrictMath::log).toArray();
  }
}
