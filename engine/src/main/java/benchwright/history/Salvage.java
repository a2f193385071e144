package benchwright.history;

import benchwright.artifact.ArtifactFile;
import benchwright.artifact.Circumstance;
import benchwright.artifact.CommitStamp;
import benchwright.artifact.Documents;
import benchwright.artifact.Environment;
import benchwright.artifact.Formats;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Shard;
import benchwright.artifact.SuiteStamp;
import benchwright.artifact.Summary;
import benchwright.artifact.Timings;
import benchwright.artifact.Totals;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.history.HistoryFailure.Kind;
import benchwright.history.RunReader.Form;
import benchwright.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonObject;

/**
 * As much of a run as there is: an unfinished one, one of an older version, one with files that are
 * missing or damaged. What is wrong is named instead of ending the reading.
 */
public final class Salvage {
  private static final String HISTORIES = "histories";
  private static final List<String> FOLDERS = List.of(HISTORIES, "timings");

  private final Path place;
  private final RunReader reader;
  private final Optional<RunHeader> header;
  private final List<Fault> faults;

  private Salvage(Path place, RunReader reader, Optional<RunHeader> header, List<Fault> faults) {
    this.place = place;
    this.reader = reader;
    this.header = header;
    this.faults = faults;
  }

  /** What a reader is told while the files go by; circumstances come after the trials of a file. */
  public interface Visitor {
    void trial(TrialRecord record);

    void circumstance(TrialKey key, Circumstance circumstance);
  }

  /** Whether {@code path} looks like a run: a directory with something of a run in it. */
  public static boolean isRun(Path path) {
    if (!Files.isDirectory(path)) {
      return false;
    }
    return Files.exists(path.resolve(ManifestJson.FILE))
        || Files.exists(path.resolve(Journal.DIRECTORY).resolve(Journal.FILE))
        || FOLDERS.stream().anyMatch(folder -> Files.isDirectory(path.resolve(folder)));
  }

  /**
   * Opens a run directory, its {@code run.json}, or a single file.
   *
   * @throws HistoryFailure if there is nothing of a run, or a later version wrote it
   */
  public static Salvage open(Path run) {
    Path name = run.getFileName();
    boolean manifest = name != null && name.toString().equals(ManifestJson.FILE);
    Path place = manifest ? run.toAbsolutePath().getParent() : run;
    try {
      RunReader reader = RunReader.open(place);
      return new Salvage(place, reader, headerOf(reader), new ArrayList<>());
    } catch (HistoryFailure failure) {
      return salvaged(place, failure);
    }
  }

  public Manifest manifest() {
    return reader.manifest();
  }

  /** Where the run lies. */
  public Path place() {
    return place;
  }

  /** How many trials the plan has; empty where only the run itself could tell. */
  public Optional<Integer> planned() {
    return header.map(head -> head.planOrder().size());
  }

  /** Whether the run has ended, nothing is known to be wrong, and all its files are there. */
  public boolean isWhole() {
    return reader.form() == Form.DIRECTORY
        && faults.isEmpty()
        && manifest().files().stream().allMatch(file -> Files.exists(place.resolve(file.path())));
  }

  /** What is wrong so far, with what has been read. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** What was asked for; empty where it was not kept, or cannot be read. */
  public Optional<Suite> suite() {
    if (header.isPresent()) {
      return Optional.of(header.get().suite());
    }
    try {
      return reader.suite();
    } catch (HistoryFailure failure) {
      faults.addAll(failure.faults());
      return Optional.empty();
    }
  }

  /** The summary as it was kept; one without rows if there is none, or it cannot be read. */
  public Summary summary() {
    try {
      return reader.summary();
    } catch (HistoryFailure failure) {
      faults.addAll(failure.faults());
      return Summary.of(manifest().runId(), List.of());
    }
  }

  /** Hands over all that can be read, a trial at a time, each file once. */
  public void read(Visitor visitor) {
    if (reader.form() == Form.JOURNAL) {
      OpenJournal.peek(
          place,
          head -> {},
          (record, circumstance) -> {
            visitor.trial(record);
            visitor.circumstance(record.getKey(), circumstance);
          });
      return;
    }
    for (String file : files()) {
      try {
        faults.addAll(reader.read(file, handing(visitor)).faults());
      } catch (HistoryFailure failure) {
        faults.addAll(failure.faults());
      }
    }
  }

  /** What was timed, an entry for each implementation whose file can be read. */
  public List<Timings> timings() {
    try {
      return reader.timings();
    } catch (HistoryFailure failure) {
      // One by one, so that a damaged file costs nothing but itself.
      return reader.form() == Form.JOURNAL ? told(failure) : readable();
    }
  }

  private List<Timings> told(HistoryFailure failure) {
    faults.addAll(failure.faults());
    return List.of();
  }

  private List<Timings> readable() {
    List<Timings> timings = new ArrayList<>();
    for (ArtifactFile file : manifest().files()) {
      if (TimingFiles.is(file)) {
        try {
          timings.add(reader.timings(file.path()));
        } catch (HistoryFailure failure) {
          faults.addAll(failure.faults());
        }
      }
    }
    return timings;
  }

  private static HistoriesFile.Visitor handing(Visitor visitor) {
    return new HistoriesFile.Visitor() {
      @Override
      public void trial(int position, TrialRecord record, JsonBytes json) {
        visitor.trial(record);
      }

      @Override
      public void circumstance(int position, TrialKey key, Circumstance circumstance, String json) {
        visitor.circumstance(key, circumstance);
      }
    };
  }

  /** Those that the manifest names, or those that lie there if it names none. */
  private List<String> files() {
    List<String> named = reader.histories();
    Path folder = place.resolve(HISTORIES);
    return named.isEmpty() && Files.isDirectory(folder) ? below(folder) : named;
  }

  private List<String> below(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> place.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.contains("/."))
          .sorted()
          .toList();
    } catch (IOException e) {
      faults.add(new Fault(HISTORIES, "", Inflation.reason(e)));
      return List.of();
    }
  }

  private static Optional<RunHeader> headerOf(RunReader reader) {
    if (reader.form() != Form.JOURNAL) {
      return Optional.empty();
    }
    AtomicReference<RunHeader> header = new AtomicReference<>();
    OpenJournal.peek(reader.place(), header::set, (record, circumstance) -> {});
    return Optional.ofNullable(header.get());
  }

  private static Salvage salvaged(Path place, HistoryFailure failure) {
    List<Fault> faults = new ArrayList<>(failure.faults());
    if (isRun(place)) {
      Path file = place.resolve(ManifestJson.FILE);
      JsonObject known = Files.exists(file) ? fields(file, failure) : new JsonObject(Map.of());
      if (!Files.exists(file)) {
        faults.add(new Fault(ManifestJson.FILE, "", "is missing"));
      }
      if (known.isEmpty()) {
        known = headOfAny(place);
      }
      return new Salvage(
          place,
          RunReader.of(Form.DIRECTORY, place, Patch.manifest(known, nameOf(place))),
          Optional.empty(),
          faults);
    }
    if (failure.kind() != Kind.DAMAGED || !Files.isRegularFile(place)) {
      throw failure;
    }
    HistoriesFile file = file(place);
    // A file of a run, and one that is none, are named as what they are.
    if (file.trials() == 0 || file.faults().isEmpty()) {
      throw failure;
    }
    Manifest manifest = Patch.manifest(file.head(), nameOf(place));
    // What is wrong is told again when the file is read.
    return new Salvage(
        place,
        RunReader.of(Form.SINGLE_FILE, place, manifest),
        Optional.empty(),
        new ArrayList<>());
  }

  private static HistoriesFile file(Path path) {
    try (var in = Files.newInputStream(path)) {
      return HistoriesFile.read(
          in, path.toString(), RunReader.LARGEST_HISTORIES, new HistoriesFile.Visitor() {});
    } catch (IOException e) {
      throw new HistoryFailure(List.of(new Fault(path.toString(), "", Inflation.reason(e))));
    }
  }

  /** What can be read of a manifest that is not whole; a later version's is refused. */
  private static JsonObject fields(Path file, HistoryFailure failure) {
    try {
      if (StrictJson.parse(RunReader.text(file)) instanceof JsonObject fields) {
        Versions.check(fields.get("formatVersion"), "/formatVersion");
        return fields;
      }
    } catch (JsonError e) {
      if (e.getMessage() != null && e.getMessage().contains("a later one is needed")) {
        throw failure;
      }
    } catch (IOException e) {
      // It is named among the faults already.
    }
    return new JsonObject(Map.of());
  }

  /** Any histories file says of which run and suite it is. */
  private static JsonObject headOfAny(Path place) {
    Path folder = place.resolve(HISTORIES);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        Optional<Path> first = all.filter(Files::isRegularFile).sorted().findFirst();
        if (first.isPresent()) {
          return file(first.get()).head();
        }
      } catch (IOException | HistoryFailure e) {
        // Then nobody says it; the reading itself tells why.
      }
    }
    return new JsonObject(Map.of());
  }

  private static String nameOf(Path place) {
    Path name = place.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }

  /** Fills what a manifest lacks. */
  private static final class Patch {
    private static final List<String> PARTS =
        List.of("suite", "commit", "environment", "totals", "resources", "shard");

    private Patch() {}

    static Manifest manifest(JsonObject known, String runId) {
      JsonObject blank = Documents.toJson(blank(runId));
      try {
        return ManifestJson.read(filled(blank, known));
      } catch (IllegalArgumentException | ClassCastException e) {
        return blank(runId);
      }
    }

    private static JsonObject filled(JsonObject blank, JsonObject known) {
      Map<String, JsonElement> fields = new LinkedHashMap<>(blank);
      for (String name : blank.keySet()) {
        JsonElement value = known.get(name);
        if (value == null) {
          continue;
        }
        if (PARTS.contains(name)) {
          if (value instanceof JsonObject part && blank.get(name) instanceof JsonObject empty) {
            Map<String, JsonElement> inner = new LinkedHashMap<>(empty);
            inner.putAll(part);
            fields.put(name, new JsonObject(inner));
          }
        } else {
          fields.put(name, value);
        }
      }
      // A histories file has another schema; this is a manifest.
      fields.put(
          "$schema", kotlinx.serialization.json.JsonElementKt.JsonPrimitive(Formats.MANIFEST));
      return new JsonObject(fields);
    }

    private static Manifest blank(String runId) {
      return new Manifest(
          Formats.MANIFEST,
          Formats.VERSION,
          runId,
          RunStatus.FAILED,
          "",
          new SuiteStamp("", "", "", ""),
          "",
          Shard.WHOLE,
          "",
          CommitStamp.UNKNOWN,
          "",
          "",
          new Environment("", "", "", 0, 0, "", "", "", "", List.of()),
          new Totals(0, 0, 0),
          new Resources(0, 0, 0, 0),
          List.of(),
          "",
          List.of(),
          List.<ArtifactFile>of(),
          "");
    }
  }
}
