package benchwright.history;

import benchwright.artifact.ArtifactFile;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.Circumstance;
import benchwright.artifact.Formats;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Summary;
import benchwright.artifact.Timings;
import benchwright.artifact.Totals;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.history.HistoryFailure.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kotlinx.serialization.json.JsonObject;

/**
 * Writes one run. Each finished trial goes into a journal at once; at the end the journal becomes
 * the files of the run. Whatever happens in between, a later process can resume.
 */
public final class RunWriter implements AutoCloseable {
  /** A run that took this long has the time to be validated by the schemas before it ends. */
  private static final Duration LONG = Duration.ofSeconds(10);

  private final OpenJournal journal;
  private final Clock clock;
  private final Disk disk;
  private final JournalWriter writer;
  private final Map<String, TimedEntry> timed = new LinkedHashMap<>();
  private final AtomicReference<Consumer<HistoryFailure>> reaction = new AtomicReference<>(f -> {});
  private boolean closed;

  private RunWriter(OpenJournal journal, Clock clock, Disk disk) {
    this.journal = journal;
    this.clock = clock;
    this.disk = disk;
    this.writer =
        new JournalWriter(
            journal.header(),
            journal.index(),
            journal.channel(),
            journal.end(),
            journal.log(),
            () -> journal.synchronizeNames(disk),
            e -> reaction.get().accept(writeFailed(e)));
    journal.timed().forEach(entry -> timed.putIfAbsent(entry.id(), entry));
  }

  /**
   * Begins a run in {@code outputDirectory/runId}.
   *
   * @throws HistoryFailure if the directory exists or cannot be written
   */
  public static RunWriter create(Path outputDirectory, RunHeader header, Clock clock) {
    return create(outputDirectory, header, clock, Disk.REAL);
  }

  static RunWriter create(Path outputDirectory, RunHeader header, Clock clock, Disk disk) {
    OpenJournal journal = OpenJournal.create(outputDirectory.resolve(header.runId()), header, disk);
    RunWriter writer = new RunWriter(journal, clock, disk);
    writer.submit(new JournalWriter.Entry.Head(header));
    writer.submit(new JournalWriter.Entry.Begin(clock.instant(), "run-started"));
    return writer;
  }

  /**
   * Goes on with a run that was not completed.
   *
   * @throws HistoryFailure if there is none, it is complete, or another process works on it
   */
  public static RunWriter resume(Path runDirectory, Clock clock) {
    return resume(runDirectory, clock, Disk.REAL);
  }

  static RunWriter resume(Path runDirectory, Clock clock, Disk disk) {
    RunWriter writer = new RunWriter(OpenJournal.resume(runDirectory, disk), clock, disk);
    writer.submit(new JournalWriter.Entry.Begin(clock.instant(), "run-resumed"));
    return writer;
  }

  public RunHeader header() {
    return journal.header();
  }

  /** Where the run lies. */
  public Path directory() {
    return journal.directory();
  }

  /** The trials whose records are kept, in the order of the plan. */
  public Set<TrialKey> finished() {
    return journal.index().keys();
  }

  /**
   * Keeps the record of a finished trial: returns at once, written and synchronized a moment later,
   * together with those of its neighbours. A second record of the same trial is ignored if its
   * results are the same.
   *
   * @throws HistoryFailure if this or an earlier record could not be written, or was another than
   *     the one that is kept of its trial
   * @throws IllegalArgumentException if the trial is not in the plan, or its record contradicts
   *     itself
   */
  public void append(TrialRecord record, Circumstance circumstance) {
    if (journal.index().position(record.getKey()) < 0) {
      throw new IllegalArgumentException(record.getKey() + " is not in the plan of this run");
    }
    TrialCheck.require(record);
    submit(new JournalWriter.Entry.Finished(clock.instant(), record, circumstance));
  }

  /**
   * Keeps a case that was measured, or could not be.
   *
   * @throws HistoryFailure if this or an earlier one could not be written
   */
  public void append(TimedEntry entry) {
    if (timed.putIfAbsent(entry.id(), entry) == null) {
      submit(new JournalWriter.Entry.Timed(clock.instant(), entry));
    }
  }

  /** What the cases that are kept add up to: a document for each implementation. */
  public List<Timings> timings() {
    return TimingFiles.documents(header(), timed.values());
  }

  /** The ids of the cases that are kept. */
  public Set<String> timed() {
    return Set.copyOf(timed.keySet());
  }

  /**
   * Waits until all that was appended is on the disk.
   *
   * @throws HistoryFailure if it could not be written
   */
  public void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw writeFailed(e);
    }
  }

  /** Calls {@code reaction} once, from a thread of its own, when a write goes wrong. */
  public void onFailure(Consumer<HistoryFailure> reaction) {
    this.reaction.set(reaction);
  }

  /**
   * Adds a line to the execution log.
   *
   * @param event words joined by hyphens, such as {@code worker-lost}
   * @param fields more fields of the line, in their order
   */
  public void log(String event, Map<String, String> fields) {
    submit(new JournalWriter.Entry.Line(clock.instant(), event, fields));
  }

  /** Hands over the kept records, in the order of the plan. */
  public void replay(Consumer<TrialRecord> reader) {
    flush();
    try (FileChannel channel = disk.open(journal.file(), StandardOpenOption.READ)) {
      journal.read(channel, (record, circumstance) -> reader.accept(record));
    } catch (IOException e) {
      throw new HistoryFailure(List.of(new Fault(journal.file().toString(), "", e.toString())));
    }
  }

  /**
   * Turns the journal into the files of the run.
   *
   * @param status complete, or failed if not all of the plan could be carried out
   * @throws IllegalArgumentException if the run is called complete and trials are missing
   * @throws HistoryFailure if that could not be done; the journal is then still there
   */
  public Manifest complete(
      RunStatus status, Instant finishedAt, Resources resources, Summary summary) {
    int missing = header().planOrder().size();
    submit(
        new JournalWriter.Entry.Line(
            clock.instant(), "run-finished", Map.of("status", status.getWord())));
    try {
      writer.close();
      missing -= journal.index().count();
      if (status == RunStatus.INTERRUPTED || (status == RunStatus.COMPLETE && missing > 0)) {
        throw new IllegalArgumentException(
            "a run with " + missing + " trials to go is not " + status.getWord());
      }
      journal.log().force();
      List<ArtifactFile> files = new ArrayList<>(assemble());
      String digest = files.isEmpty() ? "" : Assembler.digest(files);
      files.addAll(TimingFiles.write(directory(), timings(), disk));
      files.add(write("summary.json", SummaryJson.encode(summary)));
      files.add(write(SuiteFile.NAME, SuiteFile.encode(header().suite())));
      Path log = directory().resolve(RunLog.FILE);
      files.add(new ArtifactFile(RunLog.FILE, Hex.sha256(log), 0, ""));
      Manifest manifest = manifest(status, RunIds.text(finishedAt), resources, digest, files);
      JsonObject sealed = ManifestJson.seal(manifest);
      if (Duration.between(header().startedAt(), finishedAt).compareTo(LONG) > 0) {
        validate(files, sealed);
      }
      disk.synchronize(directory());
      disk.write(directory().resolve(ManifestJson.FILE), ManifestJson.page(sealed));
      disk.synchronize(directory());
      closed = true;
      journal.delete(disk);
      return ManifestJson.read(sealed);
    } catch (IOException e) {
      throw writeFailed(e);
    }
  }

  /** Stops here and leaves the journal for a resume. */
  public void interrupt() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      writer.submit(new JournalWriter.Entry.Line(clock.instant(), "run-interrupted", Map.of()));
      writer.close();
      Manifest manifest =
          manifest(
              RunStatus.INTERRUPTED,
              RunIds.text(clock.instant()),
              new Resources(0, 0, 0, 0),
              "",
              List.of());
      disk.write(
          directory().resolve(ManifestJson.FILE), ManifestJson.page(ManifestJson.seal(manifest)));
      disk.synchronize(directory());
    } catch (IOException e) {
      throw writeFailed(e);
    } finally {
      journal.close();
    }
  }

  /** As {@link #interrupt}, unless the run is complete; says nothing if that goes wrong too. */
  @Override
  public void close() {
    try {
      interrupt();
    } catch (HistoryFailure e) {
      // Who could do anything about it was told when the first write went wrong.
    }
  }

  private void submit(JournalWriter.Entry entry) {
    try {
      writer.submit(entry);
    } catch (IOException e) {
      throw writeFailed(e);
    }
  }

  private List<ArtifactFile> assemble() throws IOException {
    try (FileChannel channel = disk.open(journal.file(), StandardOpenOption.READ)) {
      return new Assembler(directory(), header(), journal.index(), channel, disk).assemble();
    }
  }

  /** Checks all that was written by the schemas, before the manifest makes a run of it. */
  private void validate(List<ArtifactFile> files, JsonObject manifest) {
    Schemas schemas = new Schemas();
    List<Fault> faults =
        new ArrayList<>(schemas.check(ManifestJson.FILE, "", Formats.MANIFEST, manifest));
    for (ArtifactFile file : files) {
      faults.addAll(schemas.validate(directory().resolve(file.path())));
    }
    if (!faults.isEmpty()) {
      throw new HistoryFailure(faults);
    }
  }

  private ArtifactFile write(String name, byte[] content) throws IOException {
    disk.write(directory().resolve(name), content);
    return new ArtifactFile(name, Hex.sha256(content), 0, "");
  }

  private Manifest manifest(
      RunStatus status,
      String finishedAt,
      Resources resources,
      String resultsDigest,
      List<ArtifactFile> files) {
    int failedCases =
        (int)
            timed.values().stream()
                .filter(entry -> entry.timed().status() == CaseStatus.FAILED)
                .count();
    Totals totals =
        new Totals(
            journal.index().count(),
            journal.failed() + writer.failed() + failedCases,
            journal.evaluations() + writer.evaluations(),
            timed.size());
    return Manifests.of(header(), status, finishedAt, totals, resources, resultsDigest, files);
  }

  private HistoryFailure writeFailed(IOException e) {
    if (e instanceof Nondeterminism) {
      return new HistoryFailure(Kind.NONDETERMINISM, reason(e), e);
    }
    return new HistoryFailure(
        Kind.WRITE_FAILED,
        "cannot write to "
            + directory()
            + ": "
            + reason(e)
            + ". "
            + journal.index().count()
            + " finished trials are kept there; make room, then go on with: bench run --resume "
            + directory(),
        e);
  }

  static String reason(IOException e) {
    String message = e.getMessage();
    return message == null || message.isEmpty() ? e.toString() : message;
  }
}
