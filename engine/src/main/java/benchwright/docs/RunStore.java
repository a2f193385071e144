package benchwright.docs;

import benchwright.artifact.Manifest;
import benchwright.artifact.RunStatus;
import benchwright.engine.Reporting;
import benchwright.engine.Surroundings;
import benchwright.history.HistoryFailure;
import benchwright.history.Salvage;
import benchwright.plan.Selection;
import benchwright.report.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The runs of a directory, as documents are interested in them. */
public final class RunStore {
  private record Kept(Path place, Manifest manifest) {}

  private final Path directory;
  private final Reporting reporting;

  /** Of the runs in {@code directory}, which need not be there. */
  public RunStore(Surroundings surroundings, Path directory) {
    this.directory = directory;
    this.reporting = new Reporting(surroundings);
  }

  Path directory() {
    return directory;
  }

  /**
   * The finished runs of all of a suite in its full profile, the oldest first: no part of it, no
   * shard.
   */
  List<Path> complete(String suite) throws IOException {
    List<Kept> kept = new ArrayList<>();
    for (Path place :
        Files.isDirectory(directory) ? Reporting.runsIn(directory) : List.<Path>of()) {
      manifest(place)
          .filter(it -> it.suite().name().equals(suite) && isWhole(it))
          .ifPresent(it -> kept.add(new Kept(place, it)));
    }
    return kept.stream()
        .sorted(Comparator.comparing((Kept it) -> it.manifest().startedAt()))
        .map(Kept::place)
        .toList();
  }

  /** All that a report says of the run. */
  Findings read(Path run) {
    return reporting.read(run);
  }

  /** What a report says of each, without single trials. */
  List<Findings> glance(List<Path> runs) {
    return reporting.readAll(runs, false);
  }

  private static boolean isWhole(Manifest manifest) {
    return manifest.status() == RunStatus.COMPLETE
        && manifest.shard().isWhole()
        && manifest.selection().isEmpty()
        && !manifest.profile().equals(Selection.QUICK);
  }

  private static Optional<Manifest> manifest(Path place) {
    try {
      return Optional.of(Salvage.open(place).manifest());
    } catch (HistoryFailure nothingOfARun) {
      return Optional.empty();
    }
  }
}
