package benchwright.history;

import benchwright.artifact.ArtifactFile;
import benchwright.artifact.Formats;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Totals;
import java.util.List;

/** What a header says of a run, said again by its manifest. */
final class Manifests {
  private Manifests() {}

  static Manifest of(
      RunHeader header,
      RunStatus status,
      String finishedAt,
      Totals totals,
      Resources resources,
      String resultsDigest,
      List<ArtifactFile> files) {
    return new Manifest(
        Formats.MANIFEST,
        Formats.VERSION,
        header.runId(),
        status,
        header.profile(),
        HistoriesText.suite(header),
        header.planDigest(),
        header.shard(),
        resultsDigest,
        header.commit(),
        RunIds.text(header.startedAt()),
        finishedAt,
        header.environment(),
        totals,
        resources,
        header.selection(),
        header.isolation(),
        header.classPath(),
        files,
        "");
  }
}
