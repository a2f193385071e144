package benchwright.plan;

import java.util.List;

/** The outcome of planning: a plan, or everything that stands against it. */
public sealed interface Planning {
  /** The suite is one of optimizers, and can be run. */
  record Planned(Plan plan) implements Planning {}

  /** The suite measures time, and can be run. */
  record Timed(TimingPlan plan) implements Planning {}

  /**
   * The suite cannot be run; each problem is a sentence that says what was asked, and what there is
   * instead.
   */
  record Rejected(List<String> problems) implements Planning {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
