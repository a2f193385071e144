package benchwright.optimizer;

/**
 * A step that satisfies the strong Wolfe conditions (3.7), by Algorithms 3.5 and 3.6 of Nocedal and
 * Wright, Numerical Optimization, 2nd edition, 2006: φ(α) = f(x + α p) is bracketed by ever longer
 * steps, then the bracket narrowed by quadratic (3.58) and cubic (3.59) interpolation.
 *
 * <p>Where differences are too coarse for the second condition, the best point with a sufficient
 * decrease is good enough.
 */
final class LineSearch {
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final double LONGEST_GROWTH = 10;
  // An interpolated step keeps this share of the bracket away from its ends.
  private static final double MARGIN = 0.1;
  private static final int MOST_TRIALS = 25;

  private final QuasiNewton.Slope slope;
  private final double[] trial;
  private final double[] trialGradient;
  private final double[] point;
  private final double[] gradient;
  private double value;

  LineSearch(QuasiNewton.Slope slope) {
    this.slope = slope;
    int n = slope.dimension();
    trial = new double[n];
    trialGradient = new double[n];
    point = new double[n];
    gradient = new double[n];
  }

  /** Where the last search ended. */
  double[] point() {
    return point;
  }

  double[] gradient() {
    return gradient;
  }

  double value() {
    return value;
  }

  /**
   * Whether a better point was found from {@code x} along {@code direction}, beginning with a step
   * of {@code first}.
   */
  boolean search(double[] x, double f, double[] g, double[] direction, double first) {
    double slope0 = QuasiNewton.dot(g, direction);
    if (!(slope0 < 0 && slope0 > Double.NEGATIVE_INFINITY)) {
      return false;
    }
    // The end of the bracket with the lower value, which has a sufficient decrease and a slope.
    double low = 0;
    double lowValue = f;
    double lowSlope = slope0;
    // The other end; infinite until there is one.
    double high = Double.POSITIVE_INFINITY;
    double highValue = Double.NaN;
    double highSlope = Double.NaN; // NaN: not computed
    double step = first;
    for (int i = 0; i < MOST_TRIALS; i++) {
      for (int j = 0; j < x.length; j++) {
        trial[j] = x[j] + step * direction[j];
      }
      double t = slope.value(trial);
      if (!(t <= f + SUFFICIENT_DECREASE * step * slope0) || t >= lowValue) {
        high = step;
        highValue = t;
        highSlope = Double.NaN;
      } else {
        slope.gradient(trial, t, trialGradient);
        System.arraycopy(trial, 0, point, 0, trial.length);
        System.arraycopy(trialGradient, 0, gradient, 0, trial.length);
        value = t;
        double s = QuasiNewton.dot(trialGradient, direction);
        if (!(Math.abs(s) > -CURVATURE * slope0)) {
          return true; // also if the slope is no number: the descent looks at that
        }
        if (high < Double.POSITIVE_INFINITY ? s * (high - low) >= 0 : s >= 0) {
          high = low;
          highValue = lowValue;
          highSlope = lowSlope;
        }
        double before = low;
        double beforeValue = lowValue;
        double beforeSlope = lowSlope;
        low = step;
        lowValue = t;
        lowSlope = s;
        if (high == Double.POSITIVE_INFINITY) {
          step =
              within(
                  cubic(before, beforeValue, beforeSlope, low, t, s),
                  low + (low - before),
                  low + LONGEST_GROWTH * (low - before));
          continue;
        }
      }
      double margin = MARGIN * (high - low);
      double least =
          Double.isNaN(highSlope)
              ? quadratic(low, lowValue, lowSlope, high, highValue)
              : cubic(low, lowValue, lowSlope, high, highValue, highSlope);
      step =
          margin > 0
              ? within(least, low + margin, high - margin)
              : within(least, high - margin, low + margin);
      if (step == low) {
        break;
      }
    }
    return low > 0;
  }

  /** {@code step}, or the nearer end; the middle where interpolation gave no number. */
  private static double within(double step, double from, double to) {
    return Double.isFinite(step) ? Math.max(from, Math.min(to, step)) : from + 0.5 * (to - from);
  }

  /** The minimizer of the parabola with these values at a and b and this slope at a (3.58). */
  private static double quadratic(double a, double fa, double ga, double b, double fb) {
    double width = b - a;
    return a - ga * width * width / (2 * (fb - fa - ga * width));
  }

  /** The minimizer of the cubic with these values and slopes (3.59). */
  private static double cubic(double a, double fa, double ga, double b, double fb, double gb) {
    double d1 = ga + gb - 3 * (fa - fb) / (a - b);
    double d2 = Math.copySign(Math.sqrt(d1 * d1 - ga * gb), b - a);
    return b - (b - a) * ((gb + d2 - d1) / (gb - ga + 2 * d2));
  }
}
