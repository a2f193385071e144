package benchwright.engine;

import benchwright.pair.Obstacle;
import java.util.List;

/** Ends a comparison of two revisions before its last station. */
final class PairingEnded extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient PairOutcome outcome;

  PairingEnded(PairOutcome outcome) {
    super(null, null, false, false);
    this.outcome = outcome;
  }

  static PairingEnded refused(String what, String... remedies) {
    return new PairingEnded(new PairOutcome.Refused(new Obstacle(what, List.of(remedies))));
  }

  /** What is told instead. */
  PairOutcome outcome() {
    return outcome;
  }
}
