package benchwright.history;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Stop;
import benchwright.artifact.Timings;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.history.HistoryFailure.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a run that this process alone may write: header, index, and the open files.
 *
 * @param end where the next frame goes
 * @param failed trials that were there when it was opened
 * @param evaluations of the trials that were there when it was opened
 * @param timed the measured cases that were there when it was opened, in their order
 */
record OpenJournal(
    Path directory,
    RunHeader header,
    JournalIndex index,
    FileChannel channel,
    FileChannel lock,
    RunLog log,
    long end,
    int failed,
    long evaluations,
    List<TimedEntry> timed) {

  static OpenJournal create(Path directory, RunHeader header, Disk disk) {
    try {
      Files.createDirectories(directory.toAbsolutePath().getParent());
      if (!Files.exists(directory)) {
        Files.createDirectory(directory);
      }
    } catch (FileAlreadyExistsException e) {
      // Another process has begun it at this moment: the lock decides.
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
    if (!Stillborn.is(directory)) {
      throw exists(directory);
    }
    try {
      Path folder = Files.createDirectories(directory.resolve(Journal.DIRECTORY));
      FileChannel lock = lock(directory, disk);
      if (!Stillborn.is(directory)) {
        lock.close();
        throw exists(directory);
      }
      FileChannel channel =
          disk.open(
              folder.resolve(Journal.FILE),
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      RunLog log = RunLog.open(directory, disk);
      JournalIndex index = new JournalIndex(header.planOrder());
      return new OpenJournal(directory, header, index, channel, lock, log, 0, 0, 0, List.of());
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
  }

  private static HistoryFailure exists(Path directory) {
    return new HistoryFailure(
        Files.isDirectory(directory) ? Kind.EXISTS : Kind.NOT_WRITABLE,
        directory
            + " is there already; choose another --run-id or --output-dir, or go on with it by"
            + " --resume");
  }

  static OpenJournal resume(Path directory, Disk disk) {
    Path file = directory.resolve(Journal.DIRECTORY).resolve(Journal.FILE);
    if (!Files.exists(file)) {
      throw Files.exists(directory.resolve(ManifestJson.FILE))
          ? new HistoryFailure(Kind.FINISHED, directory + " has ended; there is nothing to resume")
          : new HistoryFailure(Kind.NO_RUN, directory + " holds no run that could be resumed");
    }
    try {
      FileChannel lock = lock(directory, disk);
      try {
        return resume(directory, file, lock, disk);
      } catch (JsonError e) {
        lock.close();
        throw new HistoryFailure(List.of(e.in(file.toString())));
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
  }

  private static OpenJournal resume(Path directory, Path file, FileChannel lock, Disk disk)
      throws IOException {
    FileChannel channel = disk.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    Scan scan = new Scan(file);
    long end = Journal.scan(channel, scan);
    JournalIndex index = scan.index;
    RunHeader header = scan.header;
    if (header == null || index == null) {
      throw headless(file);
    }
    channel.truncate(end).position(end);
    RunLog log = RunLog.open(directory, disk);
    return new OpenJournal(
        directory,
        header,
        index,
        channel,
        lock,
        log,
        end,
        scan.failed,
        scan.evaluations,
        List.copyOf(scan.timed));
  }

  /** Reads the journal of a run that nobody needs to have ended, without a lock. */
  static void peek(
      Path directory,
      java.util.function.Consumer<RunHeader> head,
      BiConsumer<TrialRecord, Circumstance> reader) {
    Path file = directory.resolve(Journal.DIRECTORY).resolve(Journal.FILE);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Scan scan = new Scan(file);
      long unused = Journal.scan(channel, scan);
      if (scan.header == null || scan.index == null) {
        throw headless(file);
      }
      head.accept(scan.header);
      read(scan.header, scan.index, channel, reader);
    } catch (IOException e) {
      throw new HistoryFailure(List.of(new Fault(file.toString(), "", RunWriter.reason(e))));
    } catch (JsonError e) {
      throw new HistoryFailure(List.of(e.in(file.toString())));
    }
  }

  /** The measured cases of a run that nobody needs to have ended, as documents. */
  static List<Timings> peekTimings(Path directory) {
    Path file = directory.resolve(Journal.DIRECTORY).resolve(Journal.FILE);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Scan scan = new Scan(file);
      long unused = Journal.scan(channel, scan);
      if (scan.header == null) {
        throw headless(file);
      }
      return TimingFiles.documents(scan.header, scan.timed);
    } catch (IOException e) {
      throw new HistoryFailure(List.of(new Fault(file.toString(), "", RunWriter.reason(e))));
    }
  }

  Path file() {
    return directory.resolve(Journal.DIRECTORY).resolve(Journal.FILE);
  }

  /** Hands over all records in the order of the plan. */
  void read(FileChannel source, BiConsumer<TrialRecord, Circumstance> reader) throws IOException {
    read(header, index, source, reader);
  }

  void synchronizeNames(Disk disk) {
    disk.synchronize(directory.resolve(Journal.DIRECTORY));
    disk.synchronize(directory);
    disk.synchronize(directory.toAbsolutePath().getParent());
  }

  /** Closes all files and gives up the lock. */
  void close() {
    for (AutoCloseable open : List.of(log, channel, lock)) {
      try {
        open.close();
      } catch (Exception e) {
        // All that matters was synchronized before.
      }
    }
  }

  /** Closes and removes the journal: the run's files say it all. */
  void delete(Disk disk) throws IOException {
    close();
    Path folder = directory.resolve(Journal.DIRECTORY);
    Files.deleteIfExists(folder.resolve(Journal.FILE));
    try (DirectoryStream<Path> rest = Files.newDirectoryStream(folder)) {
      for (Path file : rest) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
    disk.synchronize(directory);
  }

  private static void read(
      RunHeader header,
      JournalIndex index,
      FileChannel source,
      BiConsumer<TrialRecord, Circumstance> reader)
      throws IOException {
    List<TrialKey> plan = header.planOrder();
    for (int position = 0; position < plan.size(); position++) {
      if (index.holds(position)) {
        byte[] payload = Journal.read(source, index.offset(position), index.length(position));
        reader.accept(
            record(plan.get(position), payload, payload.length), Journal.circumstance(payload));
      }
    }
  }

  private static TrialRecord record(TrialKey key, byte[] payload, int length) throws IOException {
    int json = Journal.json(payload);
    return TrialText.decode(
        key.optimizer(),
        key.function(),
        new JsonScanner(new ByteArrayInputStream(payload, json, length - json)));
  }

  private static FileChannel lock(Path directory, Disk disk) throws IOException {
    FileChannel channel =
        disk.open(
            directory.resolve(Journal.DIRECTORY).resolve(Journal.LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This very process holds it: the same answer.
    }
    if (lock == null) {
      channel.close();
      throw new HistoryFailure(
          Kind.LOCKED,
          "another process is working on "
              + directory
              + "; wait until it has ended, then try again");
    }
    return channel;
  }

  private static HistoryFailure headless(Path file) {
    return new HistoryFailure(
        List.of(
            new Fault(
                file.toString(),
                "",
                "has lost its beginning, which says what was planned; start the run anew")));
  }

  private static HistoryFailure notWritable(Path directory, IOException e) {
    String reason =
        e instanceof AccessDeniedException
            ? "permission denied"
            : e instanceof NoSuchFileException ? "no such directory" : RunWriter.reason(e);
    return new HistoryFailure(
        Kind.NOT_WRITABLE,
        "cannot write to " + directory + ": " + reason + "; choose another --output-dir",
        e);
  }

  /** Builds the index while the journal is read from its start. */
  private static final class Scan implements Journal.Visitor {
    private final Path file;
    private @Nullable RunHeader header;
    private @Nullable JournalIndex index;
    private final List<TimedEntry> timed = new ArrayList<>();
    private int failed;
    private long evaluations;

    Scan(Path file) {
      this.file = file;
    }

    @Override
    public void frame(long offset, byte[] payload, int length) throws IOException {
      JournalIndex known = index;
      if (payload[0] == Journal.HEADER) {
        String text = new String(payload, 1, length - 1, StandardCharsets.UTF_8);
        try {
          header = HeaderText.decode(text);
        } catch (RuntimeException e) {
          throw new HistoryFailure(
              List.of(new Fault(file.toString(), "", "cannot be read: " + e.getMessage())));
        }
        index = new JournalIndex(header.planOrder());
      } else if (payload[0] == Journal.TIMED) {
        timed.add(TimedEntry.decode(new String(payload, 1, length - 1, StandardCharsets.UTF_8)));
      } else if (payload[0] == Journal.TRIAL && known != null) {
        TrialKey key = Journal.key(Journal.id(payload));
        int position = known.position(key);
        if (position >= 0 && !known.holds(position)) {
          TrialRecord record = record(key, payload, length);
          known.put(position, offset, length);
          failed += record.getStop() == Stop.FAILED ? 1 : 0;
          evaluations += record.getEvaluations();
        }
      }
    }
  }
}
