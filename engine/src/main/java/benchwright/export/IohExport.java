package benchwright.export;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Decimals;
import benchwright.artifact.History;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder for each optimizer as IOHprofiler's logger writes it (format 0.3.23, a line for each
 * improvement), for IOHanalyzer. {@code raw_y} is the distance to the optimum where that is known,
 * else the value; the last line of a trial repeats the best value, because the current one is not
 * recorded.
 */
public final class IohExport implements Export {
  private static final String VERSION = "0.3.23";

  /** IOHprofiler knows functions by number; those outside BBOB are counted from here. */
  private static final int FIRST_OTHER = 1001;

  private final Path directory;
  private final Map<String, Integer> others = new LinkedHashMap<>();
  private int leftOut;

  private String optimizer = "";
  private String function = "";
  private int dimension;
  private final List<String> scenarios = new ArrayList<>();
  private final List<String> runs = new ArrayList<>();
  private final StringBuilder lines = new StringBuilder();

  /**
   * @param directory gets a folder for each optimizer
   */
  public IohExport(Path directory) {
    this.directory = directory;
  }

  @Override
  public void add(TrialRecord record, Circumstance circumstance) throws IOException {
    TrialKey key = record.getKey();
    if (record.getHistory().size() == 0) {
      leftOut++;
      return;
    }
    if (!key.optimizer().equals(optimizer) || !key.function().equals(function)) {
      finish();
      optimizer = key.optimizer();
      function = key.function();
      dimension = key.dimension();
    } else if (key.dimension() != dimension) {
      writeDimension();
      dimension = key.dimension();
    }
    append(record);
  }

  @Override
  public void finish() throws IOException {
    if (runs.isEmpty()) {
      return;
    }
    writeDimension();
    boolean bbob = BbobNumber.of(function) > 0;
    String json =
        "{\n  \"version\": \""
            + VERSION
            + "\",\n  \"suite\": \""
            + (bbob ? "BBOB" : "Benchwright")
            + "\",\n  \"function_id\": "
            + number()
            + ",\n  \"function_name\": \""
            + function
            + "\",\n  \"maximization\": false,\n  \"algorithm\": {\"name\": \""
            + optimizer
            + "\", \"info\": \"exported by benchwright\"},\n"
            + "  \"attributes\": [\"evaluations\", \"raw_y\"],\n  \"scenarios\": [\n"
            + String.join(",\n", scenarios)
            + "\n  ]\n}\n";
    Files.writeString(folder().resolve("IOHprofiler_" + name() + ".json"), json);
    scenarios.clear();
  }

  @Override
  public int leftOut() {
    return leftOut;
  }

  private void append(TrialRecord record) {
    History history = record.getHistory();
    double optimum = Double.isNaN(record.getOptimum()) ? 0 : record.getOptimum();
    lines.append("evaluations raw_y\n");
    for (int k = 0; k < history.size(); k++) {
      append(history.evaluation(k), history.value(k) - optimum);
    }
    int last = history.size() - 1;
    if (history.evaluation(last) != record.getEvaluations()) {
      append(record.getEvaluations(), history.value(last) - optimum);
    }
    List<String> point = new ArrayList<>();
    for (double coordinate : record.bestPoint()) {
      point.add(Decimals.json(coordinate));
    }
    runs.add(
        "        {\"instance\": "
            + record.getKey().instance()
            + ", \"evals\": "
            + record.getEvaluations()
            + ", \"best\": {\"evals\": "
            + history.evaluation(last)
            + ", \"y\": "
            + Decimals.json(history.value(last) - optimum)
            + ", \"x\": ["
            + String.join(", ", point)
            + "]}}");
  }

  private void append(long evaluation, double value) {
    lines.append(evaluation).append(' ').append(fixed(value)).append('\n');
  }

  /** Ten decimals, as IOHprofiler has it: a distance below 5e-11 is 0 there. */
  private static String fixed(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    return new BigDecimal(value).setScale(10, RoundingMode.HALF_EVEN).toPlainString();
  }

  private void writeDimension() throws IOException {
    String path = "data_" + name() + "/IOHprofiler_f" + number() + "_DIM" + dimension + ".dat";
    Files.createDirectories(folder().resolve("data_" + name()));
    Files.writeString(folder().resolve(path), lines);
    scenarios.add(
        "    {\"dimension\": "
            + dimension
            + ", \"path\": \""
            + path
            + "\",\n      \"runs\": [\n"
            + String.join(",\n", runs)
            + "\n      ]}");
    lines.setLength(0);
    runs.clear();
  }

  private String name() {
    return "f" + number() + "_" + function;
  }

  private int number() {
    int number = BbobNumber.of(function);
    return number > 0
        ? number
        : others.computeIfAbsent(function, key -> FIRST_OTHER + others.size());
  }

  private Path folder() {
    return directory.resolve(optimizer);
  }
}
