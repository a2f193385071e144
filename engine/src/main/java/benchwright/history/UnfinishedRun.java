package benchwright.history;

import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Stop;
import benchwright.artifact.Totals;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What can be said of a run of which only the journal is there: it was killed, or still goes on.
 */
final class UnfinishedRun {
  private int trials;
  private int failed;
  private long evaluations;

  private UnfinishedRun() {}

  static Manifest manifest(Path directory) {
    AtomicReference<RunHeader> header = new AtomicReference<>();
    UnfinishedRun counts = new UnfinishedRun();
    OpenJournal.peek(
        directory,
        header::set,
        (record, circumstance) -> {
          counts.trials++;
          counts.failed += record.getStop() == Stop.FAILED ? 1 : 0;
          counts.evaluations += record.getEvaluations();
        });
    return Manifests.of(
        header.get(),
        RunStatus.INTERRUPTED,
        "",
        new Totals(counts.trials, counts.failed, counts.evaluations),
        new Resources(0, 0, 0, 0),
        "",
        List.of());
  }
}
