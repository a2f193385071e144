package benchwright.history;

import java.util.List;

/** What a check of a run found. */
public sealed interface Verification {
  /**
   * All files are what they were when they were written.
   *
   * @param resultsDigest recomputed from the results
   */
  record Sound(String resultsDigest, int files, int trials) implements Verification {}

  /** Some file is not; all faults at once, in the order of the files. */
  record Faulty(List<Fault> faults) implements Verification {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
