package benchwright.history;

import benchwright.artifact.ArtifactFile;
import benchwright.artifact.Circumstance;
import benchwright.artifact.Documents;
import benchwright.artifact.Formats;
import benchwright.artifact.Manifest;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Summary;
import benchwright.artifact.Timings;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.history.HistoryFailure.Kind;
import benchwright.suite.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonObject;

/** Reads a run: a run directory, finished or not, or a single file. */
public final class RunReader {
  /** No histories file may be larger than this when it is decompressed. */
  static final long LARGEST_HISTORIES = 1L << 32;

  /** No other file may be larger than this. */
  static final long LARGEST_DOCUMENT = 1L << 28;

  private final Form form;
  private final Path place;
  private final Manifest manifest;
  private final JsonObject sealed;
  private final long limit;

  /** In which form a run lies on the disk. */
  enum Form {
    DIRECTORY,
    JOURNAL,
    SINGLE_FILE
  }

  private RunReader(Form form, Path place, Manifest manifest, JsonObject sealed, long limit) {
    this.form = form;
    this.place = place;
    this.manifest = manifest;
    this.sealed = sealed;
    this.limit = limit;
  }

  /**
   * Opens a run directory, its {@code run.json}, or a single file.
   *
   * @throws HistoryFailure if there is no run or its manifest cannot be read
   */
  public static RunReader open(Path run) {
    return open(run, LARGEST_HISTORIES);
  }

  static RunReader open(Path run, long limit) {
    if (Files.isDirectory(run)) {
      return openDirectory(run, limit);
    }
    Path name = run.getFileName();
    if (name != null && name.toString().equals(ManifestJson.FILE)) {
      return openDirectory(run.toAbsolutePath().getParent(), limit);
    }
    if (Files.exists(run)) {
      return openFile(run, limit);
    }
    throw new HistoryFailure(Kind.NO_RUN, "there is no run at " + run);
  }

  /** Reads what lies at {@code place} by a manifest that was put together from what is there. */
  static RunReader of(Form form, Path place, Manifest manifest) {
    return new RunReader(form, place, manifest, ManifestJson.seal(manifest), LARGEST_HISTORIES);
  }

  /** What was asked, where it ran, how it ended. */
  public Manifest manifest() {
    return manifest;
  }

  /**
   * The run's summary; one without rows if the run was not completed or is a single file.
   *
   * @throws HistoryFailure if it is damaged
   */
  public Summary summary() {
    if (form != Form.DIRECTORY) {
      return Summary.of(manifest.runId(), List.of());
    }
    return document("summary.json", Documents::summary);
  }

  private <T> T document(String file, Function<String, T> read) {
    try {
      String text = text(place.resolve(file));
      JsonElement unused = StrictJson.parse(text);
      return read.apply(text);
    } catch (JsonError e) {
      throw new HistoryFailure(List.of(e.in(file)));
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new HistoryFailure(List.of(new Fault(file, "", firstLine(e))));
    } catch (IOException e) {
      throw new HistoryFailure(List.of(new Fault(file, "", Inflation.reason(e))));
    }
  }

  /**
   * The suite's document; empty where it was not kept: in a single file, in an unfinished run, in a
   * run of a version before there was merging.
   *
   * @throws HistoryFailure if it is damaged
   */
  public Optional<Suite> suite() {
    if (form != Form.DIRECTORY || !Files.exists(place.resolve(SuiteFile.NAME))) {
      return Optional.empty();
    }
    return Optional.of(document(SuiteFile.NAME, Documents::suite));
  }

  /**
   * Hands over all records, file by file in the order of their names, in a file in the order of the
   * plan; one at a time is in memory.
   *
   * @throws HistoryFailure if a file is damaged
   */
  public void forEach(Consumer<TrialRecord> reader) {
    if (form == Form.JOURNAL) {
      OpenJournal.peek(place, header -> {}, (record, circumstance) -> reader.accept(record));
      return;
    }
    for (String file : histories()) {
      require(
          read(
              file,
              new HistoriesFile.Visitor() {
                @Override
                public void trial(int position, TrialRecord record, JsonBytes json) {
                  reader.accept(record);
                }
              }));
    }
  }

  /**
   * As {@link #forEach(Consumer)}, with the circumstances; those of one file are in memory.
   *
   * @throws HistoryFailure if a file is damaged
   */
  public void forEach(BiConsumer<TrialRecord, Circumstance> reader) {
    if (form == Form.JOURNAL) {
      OpenJournal.peek(place, header -> {}, reader);
      return;
    }
    for (String file : histories()) {
      Map<TrialKey, Circumstance> circumstances = new HashMap<>();
      require(
          read(
              file,
              new HistoriesFile.Visitor() {
                @Override
                public void circumstance(
                    int position, TrialKey key, Circumstance circumstance, String json) {
                  circumstances.put(key, circumstance);
                }
              }));
      Circumstance unknown = new Circumstance(0, 0, 0);
      require(
          read(
              file,
              new HistoriesFile.Visitor() {
                @Override
                public void trial(int position, TrialRecord record, JsonBytes json) {
                  reader.accept(record, circumstances.getOrDefault(record.getKey(), unknown));
                }
              }));
    }
  }

  /**
   * What was timed: a document for each implementation, in the order of the manifest; none of a run
   * of optimizers.
   *
   * @throws HistoryFailure if one is damaged
   */
  public List<Timings> timings() {
    if (form == Form.JOURNAL) {
      return OpenJournal.peekTimings(place);
    }
    List<Timings> timings = new ArrayList<>();
    for (ArtifactFile file : manifest.files()) {
      if (TimingFiles.is(file)) {
        timings.add(timings(file.path()));
      }
    }
    return timings;
  }

  /** The document of one implementation, by the name of its file in the run. */
  Timings timings(String file) {
    return document(file, Documents::timings);
  }

  /** Checks every file: its checksum, its schema, its results' digest, and that none is missing. */
  public Verification verify() {
    return new Verifier(this).verify();
  }

  Form form() {
    return form;
  }

  Path place() {
    return place;
  }

  JsonObject sealed() {
    return sealed;
  }

  /** The names of the histories files. */
  List<String> histories() {
    return form == Form.SINGLE_FILE
        ? List.of("")
        : manifest.files().stream().filter(f -> f.trials() > 0).map(ArtifactFile::path).toList();
  }

  /** Reads a histories file by its name in the run. */
  HistoriesFile read(String file, HistoriesFile.Visitor visitor) {
    Path path = place.resolve(file);
    String name = file.isEmpty() ? place.toString() : file;
    try (InputStream in = Files.newInputStream(path)) {
      return HistoriesFile.read(in, name, limit, visitor);
    } catch (IOException e) {
      throw new HistoryFailure(List.of(new Fault(name, "", Inflation.reason(e))));
    }
  }

  private static void require(HistoriesFile file) {
    if (!file.faults().isEmpty()) {
      throw new HistoryFailure(file.faults());
    }
  }

  private static RunReader openDirectory(Path directory, long limit) {
    boolean journal = Files.exists(directory.resolve(Journal.DIRECTORY).resolve(Journal.FILE));
    if (Files.exists(directory.resolve(ManifestJson.FILE))) {
      JsonObject sealed = manifest(directory);
      Manifest manifest = manifest(ManifestJson.FILE, "", sealed);
      Form form =
          journal && manifest.status() == RunStatus.INTERRUPTED ? Form.JOURNAL : Form.DIRECTORY;
      return new RunReader(form, directory, manifest, sealed, limit);
    }
    if (journal) {
      Manifest manifest = UnfinishedRun.manifest(directory);
      return new RunReader(Form.JOURNAL, directory, manifest, ManifestJson.seal(manifest), limit);
    }
    throw new HistoryFailure(
        Kind.NO_RUN, directory + " is no run: it has neither run.json nor a journal");
  }

  private static RunReader openFile(Path file, long limit) {
    try (InputStream in = Files.newInputStream(file)) {
      HistoriesFile histories =
          HistoriesFile.read(in, file.toString(), limit, new HistoriesFile.Visitor() {});
      require(histories);
      if (!(histories.head().get("manifest") instanceof JsonObject sealed)) {
        throw new HistoryFailure(
            List.of(
                new Fault(
                    file.toString(),
                    "/manifest",
                    "is missing: this file is one of a run; open the directory of the run")));
      }
      Manifest manifest = manifest(file.toString(), "/manifest", sealed);
      return new RunReader(Form.SINGLE_FILE, file, manifest, sealed, limit);
    } catch (IOException e) {
      throw new HistoryFailure(List.of(new Fault(file.toString(), "", Inflation.reason(e))));
    }
  }

  private static JsonObject manifest(Path directory) {
    try {
      JsonElement document = StrictJson.parse(text(directory.resolve(ManifestJson.FILE)));
      if (document instanceof JsonObject fields) {
        return fields;
      }
      throw new HistoryFailure(List.of(new Fault(ManifestJson.FILE, "", "must be an object")));
    } catch (JsonError e) {
      throw new HistoryFailure(List.of(e.in(ManifestJson.FILE)));
    } catch (IOException e) {
      throw new HistoryFailure(List.of(new Fault(ManifestJson.FILE, "", Inflation.reason(e))));
    }
  }

  private static Manifest manifest(String file, String pointer, JsonObject fields) {
    String schema = HistoriesFile.content(fields.get("$schema"));
    if (!schema.equals(Formats.MANIFEST)) {
      throw new HistoryFailure(
          List.of(
              new Fault(
                  file, pointer + "/$schema", "must be " + Formats.MANIFEST + ", not " + schema)));
    }
    try {
      Versions.check(fields.get("formatVersion"), pointer + "/formatVersion");
      return ManifestJson.read(fields);
    } catch (JsonError e) {
      throw new HistoryFailure(List.of(e.in(file)));
    } catch (IllegalArgumentException | ClassCastException e) {
      // The schema says which field it is, and says all of them.
      List<Fault> faults = new Schemas().check(file, pointer, Formats.MANIFEST, fields);
      throw new HistoryFailure(
          faults.isEmpty() ? List.of(new Fault(file, pointer, firstLine(e))) : faults);
    }
  }

  static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Utf8.decode(Inflation.open(in, LARGEST_DOCUMENT).readAllBytes());
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
  }
}
