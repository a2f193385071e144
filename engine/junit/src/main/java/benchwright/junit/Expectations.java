package benchwright.junit;

import benchwright.artifact.Failure;
import benchwright.artifact.Stop;
import benchwright.artifact.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each trial has to meet: it ends without a failure, its best point has as many coordinates as
 * the problem has dimensions, and its best value is finite. Not to reach a target is a result.
 */
final class Expectations {
  private static final int MOST_TOLD = 10;

  private Expectations() {}

  /** What {@code trial} does not meet; empty if it meets all. */
  static Optional<String> unmet(TrialRecord trial) {
    if (trial.getStop() == Stop.FAILED) {
      Failure failure = trial.getFailure();
      return Optional.of("failed: " + failure.kind() + ": " + failure.message());
    }
    int improvements = trial.getHistory().size();
    if (improvements == 0) {
      return Optional.of(
          "has no solution: none of its "
              + trial.getEvaluations()
              + " evaluations gave a number; expected a point of "
              + trial.getKey().dimension()
              + " coordinates and its value");
    }
    int length = trial.bestPoint().length;
    if (length != trial.getKey().dimension()) {
      return Optional.of(
          "has a solution of "
              + length
              + " coordinates; expected solution.length == dimension == "
              + trial.getKey().dimension());
    }
    double value = trial.getHistory().value(improvements - 1);
    return Double.isFinite(value)
        ? Optional.empty()
        : Optional.of("has the best value " + value + "; expected a finite number");
  }

  /**
   * The failure of a test; empty if every trial meets all.
   *
   * @param unmet one text for each trial that does not, with its id
   */
  static Optional<Unmet> of(CaseNode.Case tested, List<String> unmet, int trials) {
    if (unmet.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        unmet.size()
            + " of "
            + trials
            + (trials == 1 ? " trial" : " trials")
            + " of "
            + tested
            + " not as expected; the threshold is 0");
    for (String each : unmet.subList(0, Math.min(MOST_TOLD, unmet.size()))) {
      lines.add("  " + each);
    }
    if (unmet.size() > MOST_TOLD) {
      lines.add("  and " + (unmet.size() - MOST_TOLD) + " more");
    }
    return Optional.of(new Unmet(String.join("\n", lines)));
  }
}
