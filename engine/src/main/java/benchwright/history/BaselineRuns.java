package benchwright.history;

import benchwright.artifact.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kotlinx.serialization.json.JsonObject;

/** The runs that baselines stand for. */
public final class BaselineRuns {
  private BaselineRuns() {}

  /**
   * The ids of the runs that the baselines in {@code directory} name; none if there is none.
   *
   * @throws HistoryFailure if one of them cannot be read: its run would not be known
   * @throws IOException if the directory cannot be read
   */
  public static Set<String> in(Path directory) throws IOException {
    Set<String> ids = new HashSet<>();
    if (!Files.isDirectory(directory)) {
      return ids;
    }
    List<Path> files;
    try (Stream<Path> children = Files.list(directory)) {
      files = children.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    for (Path file : files) {
      String name = "baselines/" + file.getFileName();
      try {
        // A run's id alone is read, so that baselines of other versions hold their runs too.
        if (Documents.parse(RunReader.text(file)) instanceof JsonObject baseline
            && baseline.get("run") instanceof JsonObject run) {
          ids.add(HistoriesFile.content(run.get("runId")));
        } else {
          throw new HistoryFailure(List.of(new Fault(name, "/run", "is missing")));
        }
      } catch (IllegalArgumentException e) {
        throw new HistoryFailure(List.of(new Fault(name, "", "is not JSON")));
      }
    }
    return ids;
  }
}
