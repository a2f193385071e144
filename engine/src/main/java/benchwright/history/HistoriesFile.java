package benchwright.history;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Documents;
import benchwright.artifact.Formats;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kotlinx.serialization.json.JsonArray;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonObject;
import kotlinx.serialization.json.JsonPrimitive;

/**
 * Reads one histories file from start to end with a trial at a time in memory, and gathers what is
 * wrong with it.
 */
final class HistoriesFile {
  private static final int LARGEST_TRIAL = 1 << 26;

  private final String file;
  private final Visitor visitor;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, JsonElement> head = new LinkedHashMap<>();
  private final ResultsDigest digest = new ResultsDigest();
  private String optimizer = "";
  private String function = "";
  private int trials;
  private String pairDigest = "";
  private final JsonScanner trial = new JsonScanner(InputStream.nullInputStream());

  /** What a reader is told while the file goes by. */
  interface Visitor {
    /** A trial; {@code json} is its canonical text. */
    default void trial(int position, TrialRecord record, JsonBytes json) {}

    default void circumstance(int position, TrialKey key, Circumstance circumstance, String json) {}
  }

  private HistoriesFile(String file, Visitor visitor) {
    this.file = file;
    this.visitor = visitor;
  }

  /** Reads all of {@code in}, which is named {@code file} in faults. */
  static HistoriesFile read(InputStream in, String file, long limit, Visitor visitor) {
    HistoriesFile histories = new HistoriesFile(file, visitor);
    try {
      histories.read(new JsonScanner(Inflation.open(in, limit)));
    } catch (IOException e) {
      histories.faults.add(new Fault(file, "", Inflation.reason(e)));
    } catch (JsonError e) {
      histories.faults.add(e.in(file));
    }
    return histories;
  }

  List<Fault> faults() {
    return faults;
  }

  /** All fields but trials and circumstances, for which empty lists stand. */
  JsonObject head() {
    Map<String, JsonElement> fields = new LinkedHashMap<>(head);
    fields.put("trials", new JsonArray(List.of()));
    fields.put("circumstances", new JsonArray(List.of()));
    return new JsonObject(fields);
  }

  /** {@code optimizer/function}. */
  String pair() {
    return optimizer + "/" + function;
  }

  int trials() {
    return trials;
  }

  /** The digest of the results; empty if they could not be read to their end. */
  String digest() {
    return pairDigest;
  }

  private void read(JsonScanner in) throws IOException {
    in.beginObject();
    while (in.hasNext()) {
      String name = in.name();
      switch (name) {
        case "trials" -> trials(in);
        case "circumstances" -> circumstances(in);
        default -> {
          in.keep(LARGEST_TRIAL);
          in.skip();
          field(name, in);
        }
      }
    }
    in.finish();
    if (pairDigest.isEmpty()) {
      throw new JsonError("/trials", "is missing");
    }
  }

  private void field(String name, JsonScanner in) {
    JsonBytes text = in.kept();
    JsonElement value = Documents.parse(text.toText());
    head.put(name, value);
    switch (name) {
      case "$schema" -> {
        if (!content(value).equals(Formats.HISTORIES)) {
          throw in.error("must be " + Formats.HISTORIES + ", not " + value);
        }
      }
      case "formatVersion" -> Versions.check(value, in.pointer());
      case "optimizer" -> {
        optimizer = id(value, in);
        digest.add(text.array(), 0, text.size());
      }
      case "function" -> {
        if (optimizer.isEmpty()) {
          throw in.error("must stand after the optimizer");
        }
        function = id(value, in);
        digest.add(text.array(), 0, text.size());
      }
      default -> {}
    }
  }

  private void trials(JsonScanner in) throws IOException {
    if (function.isEmpty()) {
      throw in.error("must stand after the optimizer and the function");
    }
    in.beginArray();
    while (in.hasNext()) {
      String pointer = in.pointer();
      in.keep(LARGEST_TRIAL);
      in.skip();
      JsonBytes json = in.kept();
      digest.add(json.array(), 0, json.size());
      try {
        visitor.trial(trials, decode(json), json);
      } catch (JsonError e) {
        Fault fault = e.in(file);
        faults.add(new Fault(file, pointer + fault.field(), fault.text()));
      }
      trials++;
    }
    pairDigest = digest.ofPair();
  }

  private TrialRecord decode(JsonBytes json) throws IOException {
    trial.begin(json.array(), json.size());
    return TrialText.decode(optimizer, function, trial);
  }

  private void circumstances(JsonScanner in) throws IOException {
    int position = 0;
    in.beginArray();
    while (in.hasNext()) {
      in.keep(1 << 16);
      long[] values = circumstance(in);
      String json = in.kept().toText();
      visitor.circumstance(
          position++,
          new TrialKey(optimizer, function, (int) values[0], (int) values[1], values[2]),
          new Circumstance(values[3], values[4], values[5]),
          json);
    }
  }

  private static long[] circumstance(JsonScanner in) throws IOException {
    long[] values = new long[6];
    in.beginObject();
    while (in.hasNext()) {
      switch (in.name()) {
        case "dimension" -> values[0] = in.count();
        case "instance" -> values[1] = in.count();
        case "seed" -> values[2] = in.integer();
        case "runtimeNanos" -> values[3] = in.integer();
        case "evaluationNanos" -> values[4] = in.integer();
        case "peakBytes" -> values[5] = in.integer();
        default -> in.skip();
      }
    }
    return values;
  }

  private static String id(JsonElement description, JsonScanner in) {
    String id = description instanceof JsonObject fields ? content(fields.get("id")) : "";
    if (id.isEmpty()) {
      throw in.error("needs an id");
    }
    return id;
  }

  static String content(@org.jspecify.annotations.Nullable JsonElement element) {
    return element instanceof JsonPrimitive text && text.isString() ? text.getContent() : "";
  }
}
