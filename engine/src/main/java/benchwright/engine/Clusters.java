package benchwright.engine;

import benchwright.plan.Planning;
import benchwright.plan.Trial;
import benchwright.suite.Program;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What a cluster cannot run, and why. */
public final class Clusters {
  private Clusters() {}

  /** Why {@code planning} must be run on machines of one's own, as a sentence; empty if not. */
  public static Optional<String> refusal(Planning planning) {
    if (planning instanceof Planning.Timed timed) {
      return Optional.of(
          timed.plan().suite().name()
              + " measures time, and a cluster repeats, moves and mixes what it runs: no time taken"
              + " there says anything. Measure on one machine that does nothing else.");
    }
    if (!(planning instanceof Planning.Planned planned)) {
      return Optional.empty();
    }
    Set<String> programs = new LinkedHashSet<>();
    for (Trial trial : planned.plan().trials()) {
      if (trial.optimizer() instanceof Program) {
        programs.add(trial.key().optimizer());
      }
    }
    return programs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            planned.plan().suite().name()
                + " runs programs in other languages ("
                + String.join(", ", programs)
                + "), and a cluster has neither their folders nor their compilers. Choose other"
                + " optimizers (--optimizer ID), or split the run over machines that have both"
                + " (--shard I/N, then bench merge).");
  }
}
