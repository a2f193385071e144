package benchwright.report.page;

import benchwright.suite.Threshold;
import java.util.Locale;

/** What a suite demands of a run, in words. */
final class Requirements {
  /** What is to be said as long as there is nothing to compare with. */
  static final String UNDECIDED = "needs a baseline";

  private Requirements() {}

  /** {@code expected runtime}, {@code success rate}. */
  static String name(Threshold threshold) {
    return threshold.measure().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
