package benchwright.history;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Documents;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Stop;
import benchwright.artifact.Totals;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.history.HistoryFailure.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kotlinx.serialization.json.JsonObject;

/**
 * A run of one optimizer on one function as one file: a histories file with its manifest inside.
 */
public final class SingleFile {
  private SingleFile() {}

  /** One trial of a single file. */
  public record Entry(TrialRecord record, Circumstance circumstance) {}

  /**
   * Writes {@code file}, whole or not at all, with the trials in the order of the plan.
   *
   * @throws IllegalArgumentException if the trials are of more than one optimizer or function
   * @throws HistoryFailure if the file cannot be written
   */
  public static Manifest write(
      Path file,
      RunHeader header,
      List<Entry> entries,
      RunStatus status,
      Instant finishedAt,
      Resources resources) {
    return write(file, header, entries, status, finishedAt, resources, Disk.REAL);
  }

  static Manifest write(
      Path file,
      RunHeader header,
      List<Entry> entries,
      RunStatus status,
      Instant finishedAt,
      Resources resources,
      Disk disk) {
    List<Entry> ordered = inOrder(header, entries);
    TrialKey pair = ordered.get(0).record().getKey();
    String optimizer = HistoriesText.description(header.optimizers(), pair.optimizer());
    String function = HistoriesText.description(header.functions(), pair.function());
    ResultsDigest digest = new ResultsDigest();
    digest.add(optimizer);
    digest.add(function);
    JsonBytes text = new JsonBytes(1 << 14);
    byte[] opening = HistoriesText.opening(header);
    HistoriesText.pair(optimizer, function, text.raw(opening, 0, opening.length));
    JsonBytes circumstances = new JsonBytes(1 << 10);
    int failed = 0;
    long evaluations = 0;
    for (Entry entry : ordered) {
      if (circumstances.size() > 0) {
        text.raw(',');
        circumstances.raw(',');
      }
      int start = text.raw('\n').size();
      TrialText.encode(entry.record(), text.element());
      digest.add(text.array(), start, text.size() - start);
      TrialText.encode(
          entry.record().getKey(), entry.circumstance(), circumstances.raw('\n').element());
      failed += entry.record().getStop() == Stop.FAILED ? 1 : 0;
      evaluations += entry.record().getEvaluations();
    }
    HistoriesText.circumstances(text);
    text.raw(circumstances.array(), 0, circumstances.size()).raw('\n').raw(']').raw(',').raw('\n');
    Totals totals = new Totals(ordered.size(), failed, evaluations);
    String name = pair.optimizer() + "/" + pair.function();
    String results = ResultsDigest.ofRun(Map.of(name, digest.ofPair()));
    JsonObject sealed =
        ManifestJson.seal(
            Manifests.of(
                header, status, RunIds.text(finishedAt), totals, resources, results, List.of()));
    text.element().key("manifest").json(Documents.text(sealed)).raw('}').raw('\n');
    write(file, text, disk);
    return ManifestJson.read(sealed);
  }

  private static void write(Path file, JsonBytes text, Disk disk) {
    Path target = file.toAbsolutePath();
    Path partial = Disk.partial(target);
    try {
      Files.createDirectories(target.getParent());
      try (FileChannel channel = disk.openNew(partial);
          Gzip out = new Gzip(channel)) {
        text.writeTo(out);
        String unused = out.finish();
        channel.force(true);
      }
      disk.rename(partial, target);
      disk.synchronize(target.getParent());
    } catch (IOException e) {
      throw new HistoryFailure(
          Kind.WRITE_FAILED,
          "cannot write " + file + ": " + RunWriter.reason(e) + "; choose another --out",
          e);
    }
  }

  private static List<Entry> inOrder(RunHeader header, List<Entry> entries) {
    Map<TrialKey, Entry> byKey = new HashMap<>();
    for (Entry entry : entries) {
      byKey.put(entry.record().getKey(), entry);
    }
    List<Entry> ordered =
        header.planOrder().stream().filter(byKey::containsKey).map(byKey::get).toList();
    if (ordered.isEmpty() || ordered.size() < byKey.size()) {
      throw new IllegalArgumentException("a single file holds planned trials, and at least one");
    }
    TrialKey first = ordered.get(0).record().getKey();
    for (Entry entry : ordered) {
      TrialKey key = entry.record().getKey();
      if (!key.optimizer().equals(first.optimizer()) || !key.function().equals(first.function())) {
        throw new IllegalArgumentException(
            "a single file holds the trials of one optimizer on one function, not of "
                + first
                + " and "
                + key);
      }
    }
    return ordered;
  }
}
