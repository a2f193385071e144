package benchwright.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kotlinx.serialization.json.Json;
import kotlinx.serialization.json.JsonArray;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonObject;
import kotlinx.serialization.json.JsonPrimitive;

/**
 * The keys of a document, as its JSON Schema describes them: a table in Markdown, whose source is
 * not aligned, because the longest key would double it.
 */
public final class SchemaTable {
  private static final int DEEPEST = 4;

  private final JsonObject root;
  private final StringBuilder rows = new StringBuilder("| key | value | what |\n|---|---|---|\n");

  private SchemaTable(JsonObject root) {
    this.root = root;
  }

  /** The table of the schema whose text this is. */
  public static String of(String schema) {
    JsonObject root = (JsonObject) Json.Default.parseToJsonElement(schema);
    SchemaTable table = new SchemaTable(root);
    table.properties("", root, 0);
    String description = text(root, "description");
    return (description.isEmpty() ? "" : Markdown.text(description, 2_000) + "\n\n")
        + table.rows
        + "\nA key in *italics* may be missing. `[]` stands for each entry of a list.\n";
  }

  private void properties(String path, JsonObject object, int depth) {
    if (!(object.get("properties") instanceof JsonObject properties)) {
      return;
    }
    List<String> required = new ArrayList<>();
    if (object.get("required") instanceof JsonArray names) {
      names.forEach(name -> required.add(((JsonPrimitive) name).getContent()));
    }
    for (String key : properties.keySet()) {
      JsonObject schema = (JsonObject) Objects.requireNonNull(properties.get(key));
      JsonObject resolved = resolved(schema);
      String name = Markdown.code(path + key);
      String said = text(schema, "description");
      rows.append("| ")
          .append(required.contains(key) ? name : "*" + name + "*")
          .append(" | ")
          .append(value(resolved))
          .append(" | ")
          .append(Markdown.text(said.isEmpty() ? text(resolved, "description") : said, 2_000))
          .append(" |\n");
      if (depth < DEEPEST) {
        properties(path + key + ".", resolved, depth + 1);
        items(resolved).ifPresent(each -> properties(path + key + "[].", each, depth + 1));
      }
    }
  }

  /** A reference to a part of the same schema is followed. */
  private JsonObject resolved(JsonObject schema) {
    String reference = text(schema, "$ref");
    if (!reference.startsWith("#/$defs/") || !(root.get("$defs") instanceof JsonObject parts)) {
      return schema;
    }
    JsonElement part = parts.get(reference.substring("#/$defs/".length()));
    return part instanceof JsonObject found ? resolved(found) : schema;
  }

  private Optional<JsonObject> items(JsonObject schema) {
    return schema.get("items") instanceof JsonObject items
        ? Optional.of(resolved(items))
        : Optional.empty();
  }

  private String value(JsonObject schema) {
    if (schema.get("const") instanceof JsonPrimitive only) {
      return Markdown.code(only.toString());
    }
    if (schema.get("enum") instanceof JsonArray some) {
      List<String> values = new ArrayList<>();
      some.forEach(each -> values.add(Markdown.code(each.toString())));
      return String.join(", ", values);
    }
    for (String either : List.of("oneOf", "anyOf")) {
      if (schema.get(either) instanceof JsonArray some) {
        List<String> values = new ArrayList<>();
        for (JsonElement each : some) {
          String value = value(resolved((JsonObject) each));
          if (!values.contains(value)) {
            values.add(value);
          }
        }
        return String.join(" or ", values);
      }
    }
    List<String> types = new ArrayList<>();
    if (schema.get("type") instanceof JsonArray several) {
      several.forEach(each -> types.add(word(((JsonPrimitive) each).getContent(), schema)));
    } else {
      types.add(word(text(schema, "type"), schema));
    }
    return String.join(" or ", types);
  }

  private String word(String type, JsonObject schema) {
    return switch (type) {
      case "integer" -> "whole number";
      case "array" -> items(schema).map(each -> "list of " + plural(value(each))).orElse("list");
      case "string" -> "text";
      case "" -> "any";
      default -> type;
    };
  }

  private static String plural(String value) {
    return value.startsWith("`") || value.endsWith("s") ? value : value + "s";
  }

  private static String text(JsonObject object, String key) {
    return object.get(key) instanceof JsonPrimitive text ? text.getContent() : "";
  }
}
