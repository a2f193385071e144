package benchwright.engine;

import benchwright.timing.TimingRun;
import java.util.List;

/** Whether an unfinished run can be gone on with. */
public sealed interface Resumption {
  /** It can: carry it out. */
  record Resumed(Run run) implements Resumption {}

  /** It can, and measures time. */
  record Measuring(TimingRun run) implements Resumption {}

  /** It cannot; each problem is a sentence. */
  record Rejected(List<String> problems) implements Resumption {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
