package benchwright.timing;

import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.artifact.Timings;
import java.nio.file.Path;
import java.util.List;

/** What came of a run that measured time. */
public sealed interface TimingOutcome {
  /**
   * Each case was measured, or has a reason why it was not; the artifact is written.
   *
   * @param run the run directory
   */
  record Finished(Path run, Manifest manifest, Summary summary, List<Timings> timings)
      implements TimingOutcome {
    public Finished {
      timings = List.copyOf(timings);
    }
  }

  /** It was cancelled; the cases that were done are kept, and {@code resume} goes on from there. */
  record Interrupted(Path run, int done, int total) implements TimingOutcome {}

  /** It was not begun; each problem is a text for people. */
  record Rejected(List<String> problems) implements TimingOutcome {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
