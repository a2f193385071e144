package benchwright.history;

import benchwright.artifact.Documents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import kotlinx.serialization.json.JsonElement;

/** Text to JSON, and to nothing else: the library's reader takes words such as {@code 12e} too. */
final class StrictJson {
  private StrictJson() {}

  /**
   * The value that {@code text} spells.
   *
   * @throws JsonError where it is not JSON
   */
  static JsonElement parse(String text) {
    try {
      JsonScanner scanner =
          new JsonScanner(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      scanner.skip();
      scanner.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be read", e);
    }
    return Documents.parse(text);
  }
}
