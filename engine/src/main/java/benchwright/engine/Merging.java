package benchwright.engine;

import java.util.List;

/** What came of joining the runs of shards. */
public sealed interface Merging {
  /** They are one run now. */
  record Merged(RunOutcome.Finished outcome) implements Merging {}

  /** They are not: everything that stands against it, each as a text for people. */
  record Refused(List<String> problems) implements Merging {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
