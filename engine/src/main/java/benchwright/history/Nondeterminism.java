package benchwright.history;

import benchwright.artifact.TrialKey;
import java.io.IOException;

/** A trial came in twice, with different results. */
final class Nondeterminism extends IOException {
  private static final long serialVersionUID = 1;

  Nondeterminism(TrialKey key) {
    super(
        "nondeterminism: "
            + key
            + " was run twice, with different results: its optimizer or its function depends on"
            + " something beside the trial");
  }
}
