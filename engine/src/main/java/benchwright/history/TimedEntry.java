package benchwright.history;

import benchwright.artifact.Documents;
import benchwright.artifact.TimedCase;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonObject;
import kotlinx.serialization.json.JsonPrimitive;

/** A case that was measured, and the id of the implementation that it is a case of. */
public record TimedEntry(String implementation, TimedCase timed) {
  /** {@code c-o3 size=small}: what a run knows the case by. */
  public String id() {
    String rest = timed.key().toString();
    return rest.isEmpty() ? implementation : implementation + " " + rest;
  }

  byte[] encode() {
    Map<String, JsonElement> fields = new LinkedHashMap<>();
    fields.put("implementation", JsonElementKt.JsonPrimitive(implementation));
    fields.put("timed", Documents.toJson(timed));
    return Documents.text(new JsonObject(fields)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws RuntimeException if a field is missing or of a wrong type
   */
  static TimedEntry decode(String text) {
    JsonObject fields = (JsonObject) Documents.parse(text);
    String implementation = ((JsonPrimitive) fields.get("implementation")).getContent();
    return new TimedEntry(implementation, Documents.timedCase(fields.get("timed").toString()));
  }
}
