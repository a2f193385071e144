package benchwright.history;

import benchwright.artifact.ArtifactFile;
import benchwright.artifact.TrialKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Turns a journal, which is in order of completion, into histories files, which are in the order of
 * the plan. A trial at a time is in memory for each thread.
 */
final class Assembler {
  static final String HISTORIES = "histories";

  /**
   * More than there are processors: what a file waits for is the disk, which takes several at once.
   */
  private static final int MOST_THREADS = 8;

  private final Path directory;
  private final RunHeader header;
  private final JournalIndex index;
  private final FileChannel journal;
  private final Disk disk;
  private final byte[] opening;

  Assembler(Path directory, RunHeader header, JournalIndex index, FileChannel journal, Disk disk) {
    this.directory = directory;
    this.header = header;
    this.index = index;
    this.journal = journal;
    this.disk = disk;
    this.opening = HistoriesText.opening(header);
  }

  /** Writes all histories files; returns them in the order of their names. */
  List<ArtifactFile> assemble() throws IOException {
    List<Pair> pairs = pairs();
    for (Pair pair : pairs) {
      Files.createDirectories(pair.file(directory).getParent());
    }
    ArtifactFile[] files = new ArtifactFile[pairs.size()];
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable work =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < files.length; i = next.getAndIncrement()) {
              files[i] = write(pairs.get(i));
            }
          } catch (IOException | RuntimeException | Error e) {
            next.set(files.length);
            failure.compareAndSet(null, e);
          }
        };
    runSideBySide(work, Math.min(files.length, MOST_THREADS));
    Throwable thrown = failure.get();
    if (thrown instanceof IOException e) {
      throw e;
    }
    if (thrown != null) {
      throw new IllegalStateException("the histories could not be assembled", thrown);
    }
    for (String optimizer : header.optimizers().keySet()) {
      disk.synchronize(directory.resolve(HISTORIES).resolve(optimizer));
    }
    disk.synchronize(directory.resolve(HISTORIES));
    return List.of(files);
  }

  private static void runSideBySide(Runnable work, int count) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      Thread thread = new Thread(work, "history-assembler-" + i);
      thread.start();
      threads.add(thread);
    }
    work.run();
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Pair> pairs() {
    Map<String, Pair> pairs = new TreeMap<>();
    List<TrialKey> plan = header.planOrder();
    for (int position = 0; position < plan.size(); position++) {
      if (index.holds(position)) {
        TrialKey key = plan.get(position);
        pairs
            .computeIfAbsent(
                key.optimizer() + "/" + key.function(),
                name -> new Pair(key.optimizer(), key.function(), new ArrayList<>()))
            .positions()
            .add(position);
      }
    }
    return List.copyOf(pairs.values());
  }

  private ArtifactFile write(Pair pair) throws IOException {
    Path file = pair.file(directory);
    Path partial = Disk.partial(file);
    String sha256;
    String digest;
    try (FileChannel channel = disk.openNew(partial);
        Gzip out = new Gzip(channel)) {
      digest = write(pair, out);
      sha256 = out.finish();
      channel.force(true);
    }
    disk.rename(partial, file);
    return new ArtifactFile(pair.path(), sha256, pair.positions().size(), digest);
  }

  private String write(Pair pair, Gzip out) throws IOException {
    String optimizer = HistoriesText.description(header.optimizers(), pair.optimizer());
    String function = HistoriesText.description(header.functions(), pair.function());
    ResultsDigest digest = new ResultsDigest();
    digest.add(optimizer);
    digest.add(function);
    JsonBytes text = new JsonBytes(1 << 14);
    HistoriesText.pair(optimizer, function, text.raw(opening, 0, opening.length));
    JsonBytes circumstances = new JsonBytes(128 * pair.positions().size());
    String separator = "\n";
    for (int position : pair.positions()) {
      byte[] payload = Journal.read(journal, index.offset(position), index.length(position));
      int json = Journal.json(payload);
      digest.add(payload, json, payload.length - json);
      separate(separator, text).raw(payload, json, payload.length - json);
      TrialText.encode(
          header.planOrder().get(position),
          Journal.circumstance(payload),
          separate(separator, circumstances).element());
      separator = ",\n";
      if (text.size() >= 1 << 14) {
        text.writeTo(out);
        text.clear();
      }
    }
    HistoriesText.circumstances(text);
    text.raw(circumstances.array(), 0, circumstances.size());
    HistoriesText.closing(text);
    text.writeTo(out);
    return digest.ofPair();
  }

  private static JsonBytes separate(String separator, JsonBytes to) {
    for (int i = 0; i < separator.length(); i++) {
      to.raw(separator.charAt(i));
    }
    return to;
  }

  /** The results digest of {@code files}. */
  static String digest(List<ArtifactFile> files) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (ArtifactFile file : files) {
      if (file.trials() > 0) {
        pairs.put(name(file.path()), file.resultsDigest());
      }
    }
    return ResultsDigest.ofRun(pairs);
  }

  /** {@code optimizer/function} of {@code histories/optimizer/function.json.gz}. */
  static String name(String path) {
    int end = path.indexOf('.', path.lastIndexOf('/'));
    return path.substring(HISTORIES.length() + 1, end < 0 ? path.length() : end);
  }

  /** The trials that stand in one file, by their positions in the plan. */
  private record Pair(String optimizer, String function, List<Integer> positions) {
    String path() {
      return HISTORIES + "/" + optimizer + "/" + function + ".json.gz";
    }

    Path file(Path directory) {
      return directory.resolve(HISTORIES).resolve(optimizer).resolve(function + ".json.gz");
    }
  }
}
