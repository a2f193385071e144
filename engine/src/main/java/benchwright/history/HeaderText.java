package benchwright.history;

import benchwright.artifact.CodeStamp;
import benchwright.artifact.CommitStamp;
import benchwright.artifact.Documents;
import benchwright.artifact.Environment;
import benchwright.artifact.Shard;
import benchwright.artifact.TrialKey;
import benchwright.suite.Suite;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kotlinx.serialization.json.Json;
import kotlinx.serialization.json.JsonArray;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonObject;
import kotlinx.serialization.json.JsonPrimitive;

/** The header of a run as JSON, for the journal. */
final class HeaderText {
  private HeaderText() {}

  static byte[] encode(RunHeader header) {
    Map<String, JsonElement> fields = new LinkedHashMap<>();
    fields.put("runId", text(header.runId()));
    fields.put("suite", Documents.toJson(header.suite()));
    fields.put("suiteFile", text(header.suiteFile()));
    fields.put("suiteSha256", text(header.suiteSha256()));
    fields.put("profile", text(header.profile()));
    fields.put("planDigest", text(header.planDigest()));
    fields.put(
        "shard", Documents.json.encodeToJsonElement(Shard.Companion.serializer(), header.shard()));
    List<JsonElement> plan = new ArrayList<>(header.planOrder().size());
    for (TrialKey key : header.planOrder()) {
      plan.add(text(key.toString()));
    }
    fields.put("plan", new JsonArray(plan));
    fields.put("optimizers", new JsonObject(header.optimizers()));
    fields.put("functions", new JsonObject(header.functions()));
    List<JsonElement> selection = new ArrayList<>();
    for (String word : header.selection()) {
      selection.add(text(word));
    }
    fields.put("selection", new JsonArray(selection));
    fields.put("isolation", text(header.isolation()));
    Json json = Documents.json;
    List<JsonElement> classPath = new ArrayList<>();
    for (CodeStamp code : header.classPath()) {
      classPath.add(json.encodeToJsonElement(CodeStamp.Companion.serializer(), code));
    }
    fields.put("classPath", new JsonArray(classPath));
    fields.put("cacheEntry", text(header.cacheEntry()));
    fields.put(
        "commit", json.encodeToJsonElement(CommitStamp.Companion.serializer(), header.commit()));
    fields.put(
        "environment",
        json.encodeToJsonElement(Environment.Companion.serializer(), header.environment()));
    fields.put("startedAt", text(RunIds.text(header.startedAt())));
    return Documents.text(new JsonObject(fields)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws RuntimeException if a field is missing or of a wrong type
   */
  static RunHeader decode(String text) {
    JsonObject fields = (JsonObject) Documents.parse(text);
    Json json = Documents.json;
    List<TrialKey> plan = new ArrayList<>();
    for (String id : texts(fields, "plan")) {
      plan.add(Journal.key(id));
    }
    List<CodeStamp> classPath = new ArrayList<>();
    for (JsonElement code : (JsonArray) field(fields, "classPath")) {
      classPath.add(json.decodeFromJsonElement(CodeStamp.Companion.serializer(), code));
    }
    return new RunHeader(
        text(fields, "runId"),
        json.decodeFromJsonElement(Suite.Companion.serializer(), field(fields, "suite")),
        text(fields, "suiteFile"),
        text(fields, "suiteSha256"),
        text(fields, "profile"),
        text(fields, "planDigest"),
        shard(fields),
        plan,
        objects(fields, "optimizers"),
        objects(fields, "functions"),
        texts(fields, "selection"),
        text(fields, "isolation"),
        classPath,
        text(fields, "cacheEntry"),
        json.decodeFromJsonElement(CommitStamp.Companion.serializer(), field(fields, "commit")),
        json.decodeFromJsonElement(
            Environment.Companion.serializer(), field(fields, "environment")),
        Instant.parse(text(fields, "startedAt")));
  }

  /** Journals of runs that were begun before there were shards say nothing of them. */
  private static Shard shard(JsonObject fields) {
    JsonElement shard = fields.get("shard");
    return shard == null
        ? Shard.WHOLE
        : Documents.json.decodeFromJsonElement(Shard.Companion.serializer(), shard);
  }

  private static JsonElement text(String text) {
    return JsonElementKt.JsonPrimitive(text);
  }

  private static JsonElement field(JsonObject fields, String name) {
    JsonElement field = fields.get(name);
    if (field == null) {
      throw new JsonError("/" + name, "is missing");
    }
    return field;
  }

  private static String text(JsonObject fields, String name) {
    return ((JsonPrimitive) field(fields, name)).getContent();
  }

  private static List<String> texts(JsonObject fields, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonElement element : (JsonArray) field(fields, name)) {
      texts.add(((JsonPrimitive) element).getContent());
    }
    return texts;
  }

  private static Map<String, JsonObject> objects(JsonObject fields, String name) {
    Map<String, JsonObject> objects = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : ((JsonObject) field(fields, name)).entrySet()) {
      objects.put(entry.getKey(), (JsonObject) entry.getValue());
    }
    return objects;
  }
}
