package benchwright.export;

import benchwright.artifact.Documents;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kotlinx.serialization.SerializationException;
import kotlinx.serialization.json.JsonArray;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonObject;
import kotlinx.serialization.json.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/**
 * Reads the folders that IOHprofiler's logger leaves since version 0.3.3: the files {@code
 * IOHprofiler_*.json} of the suite BBOB, and of the files {@code .dat} the evaluation and raw_y.
 */
public final class IohImport {
  private record Scenario(Path file, List<TrialKey> keys, List<Long> evaluations) {}

  private final Keys keys = new Keys();
  private final Map<String, ForeignRun.Algorithm> algorithms = new LinkedHashMap<>();
  private final List<Scenario> scenarios = new ArrayList<>();

  private IohImport() {}

  /**
   * What lies in {@code folder} and below.
   *
   * @throws ForeignFormatException if there is nothing of IOHprofiler's, or not of the suite BBOB
   * @throws IOException if a file cannot be read
   */
  public static ForeignRun read(Path folder) throws IOException, ForeignFormatException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files =
          walk.filter(file -> file.toString().endsWith(".json"))
              .filter(file -> String.valueOf(file.getFileName()).startsWith("IOHprofiler_"))
              .sorted()
              .toList();
    }
    if (files.isEmpty()) {
      throw new ForeignFormatException(
          folder.toString(), "holds no IOHprofiler_*.json, so it is no folder of IOHprofiler's");
    }
    IohImport reading = new IohImport();
    for (Path file : files) {
      reading.readFile(file);
    }
    List<TrialKey> all = new ArrayList<>();
    reading.scenarios.forEach(scenario -> all.addAll(scenario.keys()));
    return new ForeignRun(List.copyOf(reading.algorithms.values()), all, reading::forEach);
  }

  private void readFile(Path file) throws IOException, ForeignFormatException {
    JsonObject json;
    try {
      json = (JsonObject) Documents.parse(Files.readString(file));
    } catch (SerializationException | ClassCastException e) {
      throw new ForeignFormatException(file.toString(), "is not a JSON object");
    }
    String suite = text(file, json, "suite");
    if (!suite.equalsIgnoreCase("bbob")) {
      throw new ForeignFormatException(
          file.toString(), "is of the suite " + suite + "; only BBOB can be imported");
    }
    String function = BbobNumber.id(Integer.parseInt(text(file, json, "function_id")));
    String name = text(file, object(file, json, "algorithm"), "name");
    String id = Keys.id(name);
    algorithms.putIfAbsent(id, new ForeignRun.Algorithm(id, name));
    Path parent = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    for (JsonElement each : array(file, json, "scenarios")) {
      JsonObject scenario = (JsonObject) each;
      int dimension = Integer.parseInt(text(file, scenario, "dimension"));
      List<TrialKey> trials = new ArrayList<>();
      List<Long> evaluations = new ArrayList<>();
      for (JsonElement run : array(file, scenario, "runs")) {
        JsonObject trial = (JsonObject) run;
        int instance = Integer.parseInt(text(file, trial, "instance"));
        trials.add(keys.next(id, function, dimension, instance));
        evaluations.add(Long.parseLong(text(file, trial, "evals")));
      }
      scenarios.add(
          new Scenario(parent.resolve(text(file, scenario, "path")), trials, evaluations));
    }
  }

  private void forEach(Consumer<TrialRecord> reader) throws IOException, ForeignFormatException {
    for (Scenario scenario : scenarios) {
      List<Improving> trials = new ArrayList<>();
      scenario.keys().forEach(key -> trials.add(new Improving()));
      readBlocks(scenario.file(), trials);
      for (int i = 0; i < trials.size(); i++) {
        reader.accept(trials.get(i).record(scenario.keys().get(i), scenario.evaluations().get(i)));
      }
    }
  }

  /** Each trial's block begins with a line of names. */
  private static void readBlocks(Path file, List<Improving> trials)
      throws IOException, ForeignFormatException {
    int block = -1;
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        if (!Character.isDigit(line.charAt(0))) {
          block++;
          continue;
        }
        String[] cells = line.strip().split("\\s+", -1);
        try {
          trials.get(block).add(Long.parseLong(cells[0]), Double.parseDouble(cells[1]));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
          throw new ForeignFormatException(
              file.toString(),
              "line "
                  + number
                  + " should be an evaluation and a value of a trial that the .json"
                  + " file tells of; it reads \""
                  + line
                  + "\"");
        }
      }
    }
  }

  private static JsonElement field(Path file, JsonObject json, String name)
      throws ForeignFormatException {
    JsonElement field = json.get(name);
    if (field == null) {
      throw new ForeignFormatException(file.toString(), "does not say " + name);
    }
    return field;
  }

  private static String text(Path file, JsonObject json, String name)
      throws ForeignFormatException {
    return field(file, json, name) instanceof JsonPrimitive text ? text.getContent() : "";
  }

  private static JsonObject object(Path file, JsonObject json, String name)
      throws ForeignFormatException {
    if (field(file, json, name) instanceof JsonObject object) {
      return object;
    }
    throw new ForeignFormatException(file.toString(), name + " should be an object");
  }

  private static JsonArray array(Path file, JsonObject json, String name)
      throws ForeignFormatException {
    if (field(file, json, name) instanceof JsonArray array) {
      return array;
    }
    throw new ForeignFormatException(file.toString(), name + " should be an array");
  }
}
