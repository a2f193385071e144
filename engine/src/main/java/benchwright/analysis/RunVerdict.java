package benchwright.analysis;

import benchwright.artifact.CaseStatus;
import benchwright.artifact.RunStatus;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be said of one run by itself. Whether anything has become better or worse is another
 * question, which only a comparison with a baseline answers.
 *
 * @param reasons sentences without foreign text; why it is not passed
 */
public record RunVerdict(State state, List<String> reasons) {
  /** How a run stands. */
  public enum State {
    /** Everything that was planned is there, and nothing of it failed. */
    PASSED,
    /** Something is missing, and nothing of what is there failed. */
    UNFINISHED,
    /** A trial or a case failed, results differ that must not, or a file is damaged. */
    FAILED
  }

  public RunVerdict {
    reasons = List.copyOf(reasons);
  }

  /**
   * Judges.
   *
   * @param planned how many trials or cases were planned
   * @param gaps how many files are missing or damaged
   */
  public static RunVerdict of(Review review, int planned, List<Timings> timings, int gaps) {
    List<String> failed = new ArrayList<>();
    int trials = 0;
    int failedTrials = 0;
    for (var row : review.summary().rows()) {
      trials += row.trials();
      failedTrials += row.failed();
    }
    if (failedTrials > 0) {
      failed.add(failedTrials + " of " + counted(trials, "trial") + " failed");
    }
    int cases = 0;
    int failedCases = 0;
    int leftOut = 0;
    for (Timings each : timings) {
      for (TimedCase timed : each.cases()) {
        cases++;
        failedCases += timed.status() == CaseStatus.FAILED ? 1 : 0;
        leftOut += timed.status() == CaseStatus.LEFT_OUT ? 1 : 0;
      }
    }
    if (failedCases > 0) {
      failed.add(failedCases + " of " + counted(cases, "case") + " failed");
    }
    long unequal = review.summary().equivalence().stream().filter(each -> !each.agrees()).count();
    if (unequal > 0) {
      failed.add(
          unequal
              + (unequal == 1 ? " result differs" : " results differ")
              + " from what another implementation gives");
    }
    if (gaps > 0) {
      failed.add(counted(gaps, "fault") + " in the files of the run");
    }
    List<String> open = new ArrayList<>();
    int missing = planned - trials - cases;
    if (missing > 0) {
      open.add(missing + " of the " + planned + " that were planned are missing");
    } else if (review.manifest().status() == RunStatus.INTERRUPTED) {
      open.add("the run was interrupted");
    }
    if (leftOut > 0) {
      open.add(counted(leftOut, "case") + " left out, for want of time");
    }
    if (review.manifest().status() == RunStatus.FAILED && gaps == 0) {
      failed.add("the run itself failed");
    }
    if (trials + cases == 0 && failed.isEmpty()) {
      open.add("nothing has been run");
    }
    State state =
        !failed.isEmpty() ? State.FAILED : open.isEmpty() ? State.PASSED : State.UNFINISHED;
    failed.addAll(open);
    return new RunVerdict(state, failed);
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
