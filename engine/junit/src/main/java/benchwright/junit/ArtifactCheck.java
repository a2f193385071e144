package benchwright.junit;

import benchwright.history.Fault;
import benchwright.history.HistoryFailure;
import benchwright.history.RunReader;
import benchwright.history.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a run back from where it lies: every file by its schema and checksum, and the digest. */
final class ArtifactCheck {
  private ArtifactCheck() {}

  /**
   * What is wrong with the run; empty if nothing is.
   *
   * @param shown the run as somebody types it
   */
  static Optional<String> fault(Path run, String shown) {
    List<Fault> faults = List.of();
    try {
      if (RunReader.open(run).verify() instanceof Verification.Faulty faulty) {
        faults = faulty.faults();
      }
    } catch (HistoryFailure failure) {
      return Optional.of("the artifact cannot be read: " + failure.getMessage());
    }
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the artifact "
                + shown
                + " is not valid; expected schemas, checksums and digest to hold\n"
                + String.join("\n", faults.stream().map(Fault::toText).toList()));
  }
}
