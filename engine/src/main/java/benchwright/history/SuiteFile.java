package benchwright.history;

import benchwright.artifact.Documents;
import benchwright.artifact.Formats;
import benchwright.suite.Suite;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonObject;

/**
 * The suite's document beside the results: whoever joins shards plans from it again, without the
 * script, and so knows which trials there should be.
 */
final class SuiteFile {
  static final String NAME = "suite.json";

  private SuiteFile() {}

  static byte[] encode(Suite suite) {
    Map<String, JsonElement> fields = new LinkedHashMap<>();
    fields.put("$schema", JsonElementKt.JsonPrimitive(Formats.SUITE));
    fields.put("formatVersion", JsonElementKt.JsonPrimitive((Number) Formats.VERSION));
    fields.putAll(Documents.toJson(suite));
    return Documents.page(new JsonObject(fields)).getBytes(StandardCharsets.UTF_8);
  }
}
