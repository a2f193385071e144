package benchwright.engine;

import benchwright.plan.Catalogue;
import benchwright.plan.FunctionEntry;
import benchwright.plan.OptimizerEntry;
import benchwright.plan.Plan;
import benchwright.plan.Trial;
import benchwright.suite.FunctionSpec;
import benchwright.suite.OptimizerSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonObject;

/** What the artifacts of a plan say about its optimizers and functions, by id. */
final class Descriptions {
  private Descriptions() {}

  static Map<String, JsonObject> optimizers(Plan plan, Catalogue catalogue) {
    Map<String, JsonObject> descriptions = new LinkedHashMap<>();
    for (Trial trial : plan.trials()) {
      OptimizerSpec spec = trial.optimizer();
      if (!descriptions.containsKey(spec.getId())) {
        descriptions.put(spec.getId(), describe(catalogue.entry(spec)));
      }
    }
    return descriptions;
  }

  static Map<String, JsonObject> functions(Plan plan, Catalogue catalogue) {
    Map<String, JsonObject> descriptions = new LinkedHashMap<>();
    for (Trial trial : plan.trials()) {
      FunctionSpec spec = trial.function();
      if (!descriptions.containsKey(spec.getId())) {
        descriptions.put(spec.getId(), describe(catalogue.entry(spec)));
      }
    }
    return descriptions;
  }

  private static JsonObject describe(OptimizerEntry entry) {
    Map<String, JsonElement> fields = new LinkedHashMap<>();
    fields.put("id", text(entry.id()));
    fields.putAll(entry.document());
    fields.put("determinism", text(entry.determinism()));
    return new JsonObject(fields);
  }

  private static JsonObject describe(FunctionEntry entry) {
    Map<String, JsonElement> fields = new LinkedHashMap<>();
    fields.put("id", text(entry.id()));
    entry.suite().ifPresent(suite -> fields.put("suite", text(suite)));
    entry
        .number()
        .ifPresent(number -> fields.put("number", JsonElementKt.JsonPrimitive((Number) number)));
    fields.put("name", text(entry.name()));
    return new JsonObject(fields);
  }

  private static JsonElement text(String text) {
    return JsonElementKt.JsonPrimitive(text);
  }
}
