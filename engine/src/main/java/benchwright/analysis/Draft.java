package benchwright.analysis;

import benchwright.artifact.Interval;
import benchwright.suite.Measure;
import java.util.function.DoubleUnaryOperator;

/**
 * A row of a comparison before the whole table is known, and with it how probable a false alarm is.
 *
 * @param kind how it is to be judged
 * @param worse as a share; NaN where it cannot be told
 * @param p of the test; NaN where nothing was tested
 * @param least the least p that so many samples can lead to
 * @param direction what the test says: 1 for worse, −1 for better
 * @param detectable the smallest worsening that is seen, by the error that the test is allowed
 * @param floor how different identical code was found to look; 0 where there is no noise
 * @param reason what is to be said in any case; else empty
 */
record Draft(
    Kind kind,
    Place place,
    Figures figures,
    double worse,
    Interval interval,
    String test,
    double p,
    double least,
    int direction,
    double a12,
    int samples,
    DoubleUnaryOperator detectable,
    double floor,
    String reason) {
  static final String EXACT = "exact";
  static final String SIGN_TEST = "sign-test";
  static final String WILCOXON = "wilcoxon";
  static final String FISHER = "fisher";
  static final String MANN_WHITNEY = "mann-whitney";
  static final String NONE = "none";

  /** How a row is judged. */
  enum Kind {
    /** By the test and the threshold. */
    TESTED,
    /** By the threshold alone, as nothing of it is chance. */
    CERTAIN,
    /** As {@link #TESTED}, but it may only warn: the sides were measured apart. */
    STORED,
    /** It failed, and did not before: always a regression. */
    BROKEN,
    /** It failed before, and does not any more. */
    MENDED,
    /** The sides cannot be compared. */
    UNLIKE,
    ADDED,
    REMOVED
  }

  /**
   * What the row is about.
   *
   * @param caseText of what was timed, else empty
   */
  record Place(Measure measure, String subject, String function, int dimension, String caseText) {}

  /**
   * What was found on both sides.
   *
   * @param target NaN where there is none
   */
  record Figures(double target, String unit, double base, double head) {}

  static final DoubleUnaryOperator UNKNOWN = error -> Double.NaN;

  /** A row that nothing was tested for. */
  static Draft untested(
      Kind kind, Place place, Figures figures, double worse, int samples, String reason) {
    return new Draft(
        kind,
        place,
        figures,
        worse,
        Interval.UNKNOWN,
        kind == Kind.CERTAIN || kind == Kind.BROKEN || kind == Kind.MENDED ? EXACT : NONE,
        Double.NaN,
        Double.NaN,
        0,
        Double.NaN,
        samples,
        UNKNOWN,
        0,
        reason);
  }

  /** How much worse {@code head} is than {@code base}, where smaller is better. */
  static double growth(double base, double head) {
    if (base == head) {
      return 0;
    }
    if (Double.isInfinite(base)) {
      return -1;
    }
    double change = (head - base) / Math.abs(base);
    return base == 0 ? Math.signum(head) * Double.POSITIVE_INFINITY : change;
  }

  /** How much worse {@code head} is than {@code base}, where larger is better. */
  static double fall(double base, double head) {
    return -growth(base, head);
  }
}
