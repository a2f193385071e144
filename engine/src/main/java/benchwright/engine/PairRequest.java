package benchwright.engine;

import benchwright.plan.Selection;
import benchwright.suite.Threshold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which revisions are to be compared, by which suite, and how.
 *
 * @param suite the script, from the working directory
 * @param base the revision to compare with; empty for where this work left the default branch
 * @param head the revision that is compared; empty for the working tree as it is
 * @param build commands that are carried out in the working directory of each side, in this order
 * @param classPath folders and jars that the script sees, each side's of its own tree
 * @param selection the part of the suite to be measured
 * @param thresholds instead of those that the suite has for the same measures
 * @param least pairs of each case
 * @param most pairs of a case
 * @param limit no pair is begun when the run has taken so long; empty for the suite's own limit
 * @param timeout of one run; empty for the suite's own
 * @param keep whether what was checked out stays there
 */
public record PairRequest(
    Path suite,
    Optional<String> base,
    Optional<String> head,
    List<String> build,
    List<Path> classPath,
    Selection selection,
    List<Threshold> thresholds,
    int least,
    int most,
    Optional<Duration> limit,
    Optional<Duration> timeout,
    boolean keep) {
  public PairRequest {
    build = List.copyOf(build);
    classPath = List.copyOf(classPath);
    thresholds = List.copyOf(thresholds);
  }
}
