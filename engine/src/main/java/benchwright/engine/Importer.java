package benchwright.engine;

import benchwright.analysis.Summarizer;
import benchwright.artifact.Circumstance;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.RunStatus;
import benchwright.artifact.TrialKey;
import benchwright.export.ForeignFormatException;
import benchwright.export.ForeignRun;
import benchwright.history.RunHeader;
import benchwright.history.RunWriter;
import benchwright.measure.Machine;
import benchwright.suite.FixedBudget;
import benchwright.suite.FunctionSpec;
import benchwright.suite.NamedFunction;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.Profile;
import benchwright.suite.ScriptOptimizer;
import benchwright.suite.Suite;
import benchwright.suite.Targets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonObject;

/** Makes a run of ours out of what another tool has recorded. */
public final class Importer {
  private static final Circumstance UNKNOWN = new Circumstance(0, 0, 0);

  private final Surroundings surroundings;

  public Importer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Writes {@code run} into a new directory.
   *
   * @param name of the suite that the run will say it is of
   * @throws ForeignFormatException if a file of the other tool is not what it should be
   * @throws IOException if one cannot be read
   * @throws benchwright.history.HistoryFailure if the directory exists or cannot be written
   */
  public Manifest write(ForeignRun run, String name, Path directory)
      throws IOException, ForeignFormatException {
    Path place = surroundings.directory().resolve(directory).normalize();
    Path parent = place.getParent();
    if (parent == null) {
      parent = place;
    }
    RunHeader header = header(run, name, place.getFileName().toString());
    Summarizer summarizer = new Summarizer(header.suite().targets(), run.keys());
    try (RunWriter writer = RunWriter.create(parent, header, surroundings.clock())) {
      run.source()
          .forEach(
              record -> {
                writer.append(record, UNKNOWN);
                summarizer.add(record);
              });
      return writer.complete(
          RunStatus.COMPLETE,
          surroundings.clock().instant(),
          new Resources(0, 0, 0, 0),
          summarizer.summary(header.runId()));
    }
  }

  private RunHeader header(ForeignRun run, String name, String runId) {
    Map<String, JsonObject> optimizers = new LinkedHashMap<>();
    for (ForeignRun.Algorithm algorithm : run.algorithms()) {
      optimizers.put(
          algorithm.id(),
          object(
              "id",
              algorithm.id(),
              "kind",
              "imported",
              "name",
              algorithm.name(),
              "determinism",
              "imported"));
    }
    Map<String, JsonObject> functions = new LinkedHashMap<>();
    for (TrialKey key : run.keys()) {
      functions.computeIfAbsent(
          key.function(), id -> object("id", id, "suite", "bbob", "name", id));
    }
    Site site =
        Site.look(new Machine(Path.of("/")), surroundings.directory(), surroundings.environment());
    Instant now = surroundings.clock().instant();
    return new RunHeader(
        runId,
        suite(run, name),
        "",
        "",
        "full",
        digest(run.keys()),
        run.keys(),
        optimizers,
        functions,
        List.of(),
        "none",
        List.of(),
        "",
        site.commit(),
        site.environment(),
        now);
  }

  private static Suite suite(ForeignRun run, String name) {
    List<OptimizerSpec> optimizers =
        run.algorithms().stream()
            .map(algorithm -> (OptimizerSpec) new ScriptOptimizer(algorithm.id()))
            .toList();
    List<FunctionSpec> functions =
        run.keys().stream()
            .map(TrialKey::function)
            .distinct()
            .map(id -> (FunctionSpec) new NamedFunction(id))
            .toList();
    Profile profile =
        new Profile(
            functions,
            List.copyOf(new TreeSet<>(run.keys().stream().map(TrialKey::dimension).toList())),
            List.copyOf(new TreeSet<>(run.keys().stream().map(TrialKey::instance).toList())),
            List.copyOf(new TreeSet<>(run.keys().stream().map(TrialKey::seed).toList())),
            new FixedBudget(1));
    return new Suite(name, name, optimizers, profile, profile, new Targets(), List.of(), List.of());
  }

  private static String digest(List<TrialKey> keys) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (TrialKey key : keys) {
        sha256.update((key + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private static JsonObject object(String... words) {
    Map<String, JsonElement> fields = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      fields.put(words[i], JsonElementKt.JsonPrimitive(words[i + 1]));
    }
    return new JsonObject(fields);
  }
}
