package benchwright.analysis;

import benchwright.artifact.ComparedRun;
import java.util.List;

/**
 * One side of a comparison: a run, or what a baseline keeps of one.
 *
 * @param complete whether the run came to its end
 * @param targets the easiest first; empty for a run that measured time
 * @param trials in any order
 * @param cases what was timed
 */
public record ComparedSide(
    ComparedRun run,
    boolean complete,
    List<Double> targets,
    List<ComparedTrial> trials,
    List<ComparedCase> cases) {
  /** The lists are copied. */
  public ComparedSide {
    targets = List.copyOf(targets);
    trials = List.copyOf(trials);
    cases = List.copyOf(cases);
  }
}
