package benchwright.engine;

import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.history.RunReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What came of a run. */
public sealed interface RunOutcome {
  /**
   * All trials have ended, well or badly, and the artifact is written.
   *
   * @param run the run directory, or the file that was asked for.
   * @param failures in the order of the plan.
   */
  record Finished(Path run, Manifest manifest, Summary summary, List<FailedTrial> failures)
      implements RunOutcome {
    public Finished {
      failures = List.copyOf(failures);
    }

    /** Reads the records back from the artifact, one at a time. */
    public void forEachRecord(Consumer<TrialRecord> reader) {
      RunReader.open(run).forEach(reader);
    }
  }

  /**
   * It was cancelled; what is done is kept, and {@code resume} goes on from there.
   *
   * @param run the run directory; a run into a single file keeps nothing.
   */
  record Interrupted(Path run, int done, int total) implements RunOutcome {}

  /**
   * Its time limit was reached: the trials that had begun have ended, the others were left out;
   * {@code resume} goes on with them.
   *
   * @param run the run directory; a run into a single file keeps nothing.
   * @param leftOut in the order of the plan.
   */
  record LimitReached(Path run, Duration limit, int done, List<TrialKey> leftOut)
      implements RunOutcome {
    public LimitReached {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * The cluster could not be joined, or is gone; what is done is kept, and {@code resume} goes on
   * from there.
   *
   * @param run the run directory; a run into a single file keeps nothing.
   * @param why a text for people.
   */
  record ClusterLost(Path run, String why) implements RunOutcome {}

  /** It was not begun; each problem is a text for people, with the place where there is one. */
  record Rejected(List<String> problems) implements RunOutcome {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
