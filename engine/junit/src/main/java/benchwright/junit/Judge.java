package benchwright.junit;

import benchwright.artifact.Verdict;
import benchwright.engine.RunOutcome;
import benchwright.suite.Suite;
import java.util.Optional;

/** Compares a finished run with the baseline of its suite, by the suite's thresholds. */
interface Judge {
  /** Empty if the suite has no baseline. */
  Optional<Verdict> judge(Suite suite, RunOutcome.Finished run);

  /** Knows no baseline. */
  static Judge none() {
    return (suite, run) -> Optional.empty();
  }
}
