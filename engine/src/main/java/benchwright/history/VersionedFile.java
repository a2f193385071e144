package benchwright.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonObject;

/** Reads and writes single documents that name their schema and their version. */
final class VersionedFile {
  private VersionedFile() {}

  /**
   * The document in {@code file}, of the schema {@code schema}.
   *
   * @throws HistoryFailure if it cannot be read, is another document, or is of a later version
   */
  static <T> T read(Path file, String schema, Function<String, T> parse) {
    String name = file.toString();
    try {
      String text = RunReader.text(file);
      JsonElement document = StrictJson.parse(text);
      if (!(document instanceof JsonObject fields)) {
        throw new HistoryFailure(List.of(new Fault(name, "", "must be an object")));
      }
      String said = HistoriesFile.content(fields.get("$schema"));
      if (!said.equals(schema)) {
        throw new HistoryFailure(
            List.of(new Fault(name, "/$schema", "must be " + schema + ", not " + said)));
      }
      Versions.check(fields.get("formatVersion"), "/formatVersion");
      return parsed(name, schema, fields, text, parse);
    } catch (JsonError e) {
      throw new HistoryFailure(List.of(e.in(name)));
    } catch (IOException e) {
      throw new HistoryFailure(List.of(new Fault(name, "", Inflation.reason(e))));
    }
  }

  private static <T> T parsed(
      String name, String schema, JsonObject fields, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | ClassCastException e) {
      // The schema says which field it is, and says all of them.
      List<Fault> faults = new Schemas().check(name, "", schema, fields);
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new HistoryFailure(faults.isEmpty() ? List.of(new Fault(name, "", first)) : faults);
    }
  }

  /** Whether {@code file} says at its beginning that it is of {@code schema}. */
  static boolean is(Path file, String schema) {
    try (InputStream in = Files.newInputStream(file)) {
      String start =
          new String(
              Inflation.open(in, RunReader.LARGEST_DOCUMENT).readNBytes(200),
              StandardCharsets.UTF_8);
      return start.contains("\"" + schema.substring(0, schema.lastIndexOf(':') + 1));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes {@code text} to {@code file}, whole or not at all.
   *
   * @throws HistoryFailure if it cannot be written
   */
  static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Disk.REAL.write(file, text.getBytes(StandardCharsets.UTF_8));
      Disk.REAL.synchronize(folder);
    } catch (IOException e) {
      throw new HistoryFailure(
          HistoryFailure.Kind.NOT_WRITABLE, file + " cannot be written: " + RunWriter.reason(e), e);
    }
  }
}
