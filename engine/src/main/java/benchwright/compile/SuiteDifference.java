package benchwright.compile;

import benchwright.script.Mistake;
import benchwright.suite.Suite;
import benchwright.suite.SuiteJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kotlinx.serialization.json.Json;
import kotlinx.serialization.json.JsonArray;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonObject;

/** Finds where two executions of one script part. */
final class SuiteDifference {
  /** The statement that says a part of the document, where their names differ. */
  private static final Map<String, String> STATEMENTS =
      Map.of("thresholds", "failWhen", "publications", "publish", "full", "functions");

  private SuiteDifference() {}

  /** The first part that differs, at the statement that says it. */
  static Optional<Mistake> between(Suite first, Suite second, String text) {
    JsonElement one = parse(first);
    JsonElement two = parse(second);
    return parting(one, two, "").map(parting -> mistake(parting, text));
  }

  private static JsonElement parse(Suite suite) {
    return Json.Default.parseToJsonElement(SuiteJson.write(suite));
  }

  private record Parting(String path, String first, String second) {}

  private static Optional<Parting> parting(JsonElement one, JsonElement two, String path) {
    if (one.equals(two)) {
      return Optional.empty();
    }
    if (one instanceof JsonObject a
        && two instanceof JsonObject b
        && a.keySet().equals(b.keySet())) {
      for (String key : a.keySet()) {
        String inner = path.isEmpty() ? key : path + "." + key;
        Optional<Parting> parting =
            parting(Objects.requireNonNull(a.get(key)), Objects.requireNonNull(b.get(key)), inner);
        if (parting.isPresent()) {
          return parting;
        }
      }
    }
    if (one instanceof JsonArray a && two instanceof JsonArray b && a.size() == b.size()) {
      for (int i = 0; i < a.size(); i++) {
        Optional<Parting> parting = parting(a.get(i), b.get(i), path + "[" + i + "]");
        if (parting.isPresent()) {
          return parting;
        }
      }
    }
    return Optional.of(new Parting(path, shortened(one), shortened(two)));
  }

  private static String shortened(JsonElement element) {
    String text = element.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private static Mistake mistake(Parting parting, String text) {
    String part = parting.path().replaceFirst("^(full|quick)\\.", "").replaceFirst("[.\\[].*$", "");
    String statement = STATEMENTS.getOrDefault(part, part);
    Matcher word = Pattern.compile("\\b" + Pattern.quote(statement) + "\\b").matcher(text);
    int line = 1;
    int column = 1;
    if (word.find()) {
      List<String> before = text.substring(0, word.start()).lines().toList();
      boolean lineBegins = word.start() == 0 || text.charAt(word.start() - 1) == '\n';
      line = before.size() + (lineBegins ? 1 : 0);
      column = lineBegins ? 1 : before.get(before.size() - 1).length() + 1;
    }
    return new Mistake(
        line,
        column,
        "the script says one suite and then another: "
            + parting.path()
            + " is "
            + parting.first()
            + " and then "
            + parting.second(),
        "a suite is data: it may not depend on when, where or how often it is read");
  }
}
