package benchwright.history;

import benchwright.artifact.Documents;
import benchwright.artifact.Formats;
import benchwright.artifact.KnownChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonObject;

/** What somebody wrote down of changes that are no regressions: {@code known-changes.json}. */
public final class KnownChangesFile {
  private KnownChangesFile() {}

  /**
   * The changes; none if there is no file.
   *
   * @throws HistoryFailure if it is not what it should be, with all that is wrong
   */
  public static List<KnownChange> read(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    String name = String.valueOf(file.getFileName());
    try {
      String text = RunReader.text(file);
      JsonElement document = StrictJson.parse(text);
      if (!(document instanceof JsonObject)) {
        throw new HistoryFailure(List.of(new Fault(name, "", "must be an object")));
      }
      List<Fault> faults =
          new ArrayList<>(new Schemas().check(name, "", Formats.KNOWN_CHANGES, document));
      if (!faults.isEmpty()) {
        throw new HistoryFailure(faults);
      }
      return Documents.knownChanges(text).changes();
    } catch (JsonError e) {
      throw new HistoryFailure(List.of(e.in(name)));
    } catch (IOException e) {
      throw new HistoryFailure(List.of(new Fault(name, "", Inflation.reason(e))));
    }
  }
}
