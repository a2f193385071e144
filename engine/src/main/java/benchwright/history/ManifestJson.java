package benchwright.history;

import benchwright.artifact.Documents;
import benchwright.artifact.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonObject;

/** A manifest as JSON, sealed: its own digest is its last field. */
final class ManifestJson {
  static final String FILE = "run.json";
  private static final String DIGEST = "manifestDigest";

  private ManifestJson() {}

  static JsonObject seal(Manifest manifest) {
    Map<String, JsonElement> fields = new LinkedHashMap<>(Documents.toJson(manifest));
    fields.put(DIGEST, JsonElementKt.JsonPrimitive(digest(fields)));
    return new JsonObject(fields);
  }

  static byte[] page(JsonObject sealed) {
    return Documents.page(sealed).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws kotlinx.serialization.SerializationException if a field is missing or of a wrong type
   */
  static Manifest read(JsonObject manifest) {
    return Documents.json.decodeFromJsonElement(Manifest.Companion.serializer(), manifest);
  }

  /** The digest of a manifest as it is, whatever it says of itself. */
  static String digest(Map<String, JsonElement> manifest) {
    Map<String, JsonElement> fields = new LinkedHashMap<>(manifest);
    fields.remove(DIGEST);
    return Hex.sha256(Documents.text(new JsonObject(fields)));
  }
}
