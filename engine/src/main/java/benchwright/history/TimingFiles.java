package benchwright.history;

import benchwright.artifact.ArtifactFile;
import benchwright.artifact.Documents;
import benchwright.artifact.Formats;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import benchwright.suite.Implementation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The files of a run that measured time: one for each implementation. */
final class TimingFiles {
  static final String DIRECTORY = "timings";

  private TimingFiles() {}

  /** The documents of {@code entries}, in the order in which the suite names implementations. */
  static List<Timings> documents(RunHeader header, Collection<TimedEntry> entries) {
    List<Timings> documents = new ArrayList<>();
    for (Implementation implementation : header.suite().speed().implementations()) {
      List<TimedCase> cases =
          entries.stream()
              .filter(entry -> entry.implementation().equals(implementation.getId()))
              .map(TimedEntry::timed)
              .toList();
      if (!cases.isEmpty()) {
        documents.add(
            new Timings(
                Formats.TIMINGS,
                Formats.VERSION,
                header.runId(),
                HistoriesText.suite(header),
                header.commit(),
                implementation,
                cases));
      }
    }
    return documents;
  }

  /** Writes all of them; returns them in their order. */
  static List<ArtifactFile> write(Path directory, List<Timings> documents, Disk disk)
      throws IOException {
    List<ArtifactFile> files = new ArrayList<>();
    if (documents.isEmpty()) {
      return files;
    }
    Path folder = Files.createDirectories(directory.resolve(DIRECTORY));
    for (Timings each : documents) {
      Path file = folder.resolve(each.implementation().getId() + ".json.gz");
      Path partial = Disk.partial(file);
      try (FileChannel channel = disk.openNew(partial);
          Gzip out = new Gzip(channel)) {
        out.write(Documents.page(Documents.toJson(each)).getBytes(StandardCharsets.UTF_8));
        String sha256 = out.finish();
        channel.force(true);
        files.add(new ArtifactFile(DIRECTORY + "/" + file.getFileName(), sha256, 0, ""));
      }
      disk.rename(partial, file);
    }
    disk.synchronize(folder);
    return files;
  }

  static boolean is(ArtifactFile file) {
    return file.path().startsWith(DIRECTORY + "/");
  }
}
