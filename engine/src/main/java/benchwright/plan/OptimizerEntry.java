package benchwright.plan;

import benchwright.artifact.Documents;
import benchwright.suite.OptimizerSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import kotlinx.serialization.json.JsonObject;

/**
 * What an artifact and {@code bench list} say about an optimizer.
 *
 * @param document the optimizer as it stands in the suite's document: kind, id, parameters
 * @param determinism {@code own}: the same bits on every JVM; {@code adapted}: pinned to a
 *     library's version; {@code script}, {@code program}: as deterministic as its author made it
 */
public record OptimizerEntry(String id, JsonObject document, String determinism) {
  /** What is said about {@code spec}. */
  public static OptimizerEntry of(OptimizerSpec spec) {
    return new OptimizerEntry(spec.getId(), Documents.toJson(spec), Optimizers.determinism(spec));
  }

  /** Kind and parameters: name and JSON of each, in the order of the document. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    document.forEach((name, value) -> fields.put(name, Documents.text(value)));
    fields.remove("id");
    return fields;
  }
}
