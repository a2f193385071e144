package benchwright.engine;

import benchwright.artifact.Comparison;
import benchwright.artifact.Pairs;
import benchwright.pair.Obstacle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What came of comparing two revisions. */
public sealed interface PairOutcome {
  /**
   * They were compared, as far as that was possible.
   *
   * @param pairs all that was measured
   * @param kept where what was checked out still lies; empty if it was removed
   */
  record Compared(Comparison comparison, Pairs pairs, Optional<Path> kept) implements PairOutcome {}

  /** It was not begun: there is no such revision, no such file, or nothing to measure in it. */
  record Refused(Obstacle why) implements PairOutcome {}

  /** A selection matches nothing; each problem is a sentence. */
  record Mismatched(List<String> problems) implements PairOutcome {
    public Mismatched {
      problems = List.copyOf(problems);
    }
  }

  /** A side does not compile, or cannot be built; each problem is a text for people. */
  record Rejected(List<String> problems) implements PairOutcome {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /** It was cancelled. */
  record Stopped() implements PairOutcome {}
}
