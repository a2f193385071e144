package benchwright.history;

import benchwright.artifact.Formats;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.KotlinxJsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonObject;

/** The JSON Schemas of all our files. Built when they are needed: it takes a third of a second. */
public final class Schemas {
  private static final List<String> NAMES =
      List.of(
          "baseline",
          "benchmark-data",
          "comparison",
          "diagnosis",
          "known-changes",
          "log",
          "noise-floor",
          "pairs",
          "plan",
          "problems",
          "program-message",
          "report",
          "run-artifact",
          "run-manifest",
          "suite",
          "timing-artifact",
          "trend");
  private static final String ID = "urn:benchwright:schema:";

  /** How the name of a file ends that has a document on each line. */
  private static final String LINES = ".ndjson";

  /** Far more than a line of ours has; so that a file without line ends is not read into memory. */
  private static final int LONGEST_LINE = 10_000_000;

  private final Validator validator;

  /** Reads all schemas from the class path. */
  public Schemas() {
    validator =
        new ValidatorFactory()
            .withDisabledSchemaValidation(true)
            .withJsonNodeFactory(new KotlinxJsonNode.Factory())
            .createValidator();
    for (String name : NAMES) {
      validator.registerSchema(resource(name));
    }
  }

  /** The names of all schemas: their files without {@code -schema.json}. */
  public static List<String> list() {
    return NAMES;
  }

  /**
   * The text of a schema.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "there is no schema " + name + "; there are " + String.join(", ", NAMES));
    }
    return resource(name);
  }

  /** Checks a file, compressed or not, by the schema that it names; no faults, no complaint. */
  public List<Fault> validate(Path file) {
    String name = file.toString();
    try {
      if (name.endsWith(LINES)) {
        try (InputStream in = Files.newInputStream(file)) {
          return lines(
              name, new BufferedInputStream(Inflation.open(in, RunReader.LARGEST_HISTORIES)));
        }
      }
      return isHistories(file) ? histories(file) : validate(name, RunReader.text(file));
    } catch (IOException e) {
      return List.of(new Fault(name, "", Inflation.reason(e)));
    }
  }

  /** Checks JSON {@code text} by the schema that it names; {@code file} is its name in faults. */
  public List<Fault> validate(String file, String text) {
    try {
      if (file.endsWith(LINES)) {
        return lines(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      }
      JsonElement document = StrictJson.parse(text);
      String schema =
          document instanceof JsonObject fields ? HistoriesFile.content(fields.get("$schema")) : "";
      return switch (schema) {
        case Formats.HISTORIES ->
            histories(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        default ->
            known(schema) ? check(file, "", schema, document) : List.of(unknown(file, schema));
      };
    } catch (JsonError e) {
      return List.of(e.in(file));
    } catch (IOException e) {
      return List.of(new Fault(file, "", Inflation.reason(e)));
    }
  }

  /** Checks one part of a document, such as a single trial. */
  List<Fault> check(String file, String pointer, String schema, JsonElement part) {
    Validator.Result result = validator.validate(URI.create(schema), (Object) part);
    if (result.isValid()) {
      return List.of();
    }
    // Of several complaints at one place the first says what is wrong, the others follow from it.
    Map<String, Fault> faults = new LinkedHashMap<>();
    for (Error error : result.getErrors()) {
      String field = pointer + error.getInstanceLocation();
      faults.putIfAbsent(field, new Fault(file, field, sentence(error)));
    }
    return List.copyOf(faults.values());
  }

  /** The schema of one trial in a histories file. */
  static String trial() {
    return Formats.HISTORIES + "#/$defs/trial";
  }

  /** The schema of the circumstances of one trial in a histories file. */
  static String circumstance() {
    return Formats.HISTORIES + "#/$defs/circumstance";
  }

  private static boolean isHistories(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      InputStream text = Inflation.open(in, RunReader.LARGEST_HISTORIES);
      String start = new String(text.readNBytes(200), StandardCharsets.UTF_8);
      return start.contains(Formats.HISTORIES);
    }
  }

  private List<Fault> histories(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return histories(file.toString(), in);
    }
  }

  /** Checks a histories file part by part: its whole tree could be larger than the memory. */
  private List<Fault> histories(String file, InputStream in) {
    List<Fault> faults = new ArrayList<>();
    HistoriesFile histories =
        HistoriesFile.read(
            in, file, RunReader.LARGEST_HISTORIES, new HistoriesCheck(file, this, faults));
    faults.addAll(0, histories.faults());
    faults.addAll(0, check(file, "", Formats.HISTORIES, histories.head()));
    return faults;
  }

  /** Checks a log line by line: that of a million trials has 250 MB. */
  private List<Fault> lines(String file, InputStream in) throws IOException {
    List<Fault> faults = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 1;
    for (int each = in.read(); each >= 0; each = in.read()) {
      if (each != '\n' && line.size() < LONGEST_LINE) {
        line.write(each);
        continue;
      }
      if (each != '\n') {
        faults.add(new Fault(file, "line " + number, "does not end"));
        return faults;
      }
      try {
        JsonElement parsed = StrictJson.parse(Utf8.decode(line.toByteArray()));
        faults.addAll(check(file, "line " + number + " ", Formats.LOG, parsed));
      } catch (JsonError e) {
        faults.add(new Fault(file, "line " + number, String.valueOf(e.getMessage())));
      }
      line.reset();
      number++;
    }
    if (line.size() > 0) {
      faults.add(new Fault(file, "line " + number, "is cut off"));
    }
    return faults;
  }

  private static boolean known(String schema) {
    return schema.startsWith(ID)
        && schema.endsWith(":1")
        && NAMES.contains(
            schema.substring(ID.length(), Math.max(ID.length(), schema.length() - 2)));
  }

  private static Fault unknown(String file, String schema) {
    return new Fault(
        file,
        "/$schema",
        schema.isEmpty()
            ? "is missing: the document does not say which schema it follows"
            : "names a schema that is not known: " + schema);
  }

  private static String sentence(Error error) {
    String text = String.valueOf(error.getError());
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String resource(String name) {
    String path = "/benchwright/schemas/" + name + "-schema.json";
    try (InputStream in = Schemas.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program cannot read " + path, e);
    }
  }
}
