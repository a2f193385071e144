package benchwright.history;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Stop;
import benchwright.artifact.TrialRecord;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the journal and the log in a thread of its own: everything that waits is encoded and
 * written, then synchronized with the disk once. So a trial is on the disk a moment after its end,
 * and thousands of short trials do not cost thousands of synchronizations.
 */
final class JournalWriter {
  /** Within this time after a synchronization, records gather for the next one. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private static final int MOST_WAITING = 1024;
  private static final int LARGE = 1 << 20;

  /** What waits to be written. */
  sealed interface Entry {
    /** The header, encoded by the writing thread, off the road to the first trial. */
    record Head(RunHeader header) implements Entry {}

    record Begin(Instant at, String event) implements Entry {}

    record Finished(Instant at, TrialRecord record, Circumstance circumstance) implements Entry {}

    record Timed(Instant at, TimedEntry entry) implements Entry {}

    record Line(Instant at, String event, Map<String, String> fields) implements Entry {}
  }

  private final RunHeader header;
  private final JournalIndex index;
  private final FileChannel channel;
  private final RunLog log;
  private final Runnable synchronizeNames;
  private final Consumer<IOException> onFailure;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
  private long submitted;
  private long done;
  private boolean hurried;
  private boolean closing;
  private @Nullable IOException failure;

  // Of the writing thread alone until it has ended.
  private final JsonBytes frames = new JsonBytes(1 << 16);
  private long size;
  private int failed;
  private long evaluations;

  /**
   * Starts the thread.
   *
   * @param size where the journal ends
   * @param synchronizeNames makes the names of journal and log last; called before the first
   *     acknowledgement
   */
  JournalWriter(
      RunHeader header,
      JournalIndex index,
      FileChannel channel,
      long size,
      RunLog log,
      Runnable synchronizeNames,
      Consumer<IOException> onFailure) {
    this.header = header;
    this.index = index;
    this.channel = channel;
    this.size = size;
    this.log = log;
    this.synchronizeNames = synchronizeNames;
    this.onFailure = onFailure;
    this.thread = new Thread(this::run, "history-journal");
    thread.setDaemon(true);
    thread.start();
  }

  /** Queues an entry; waits only if very many wait already. */
  void submit(Entry entry) throws IOException {
    lock.lock();
    try {
      while (waiting.size() >= MOST_WAITING && failure == null) {
        changed.awaitUninterruptibly();
      }
      throwFailure();
      waiting.add(entry);
      submitted++;
      if (waiting.size() == 1 || waiting.size() == MOST_WAITING) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all that was queued before is on the disk. */
  void flush() throws IOException {
    lock.lock();
    try {
      long until = submitted;
      hurried = true;
      changed.signalAll();
      while (done < until && failure == null) {
        changed.awaitUninterruptibly();
      }
      throwFailure();
    } finally {
      lock.unlock();
    }
  }

  /** Writes what waits and ends the thread; the channels stay open. */
  void close() throws IOException {
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      throwFailure();
    } finally {
      lock.unlock();
    }
  }

  /** The failed trials written by this writer; to be asked when it is closed. */
  int failed() {
    return failed;
  }

  /** The evaluations of the trials written by this writer; to be asked when it is closed. */
  long evaluations() {
    return evaluations;
  }

  private void throwFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  private void run() {
    boolean first = true;
    List<Entry> batch = new ArrayList<>();
    while (next(batch)) {
      long start = size;
      try {
        for (Entry entry : batch) {
          write(entry);
          if (frames.size() >= LARGE) {
            drain();
          }
        }
        drain();
        log.write();
        channel.force(false);
        if (first) {
          synchronizeNames.run();
          first = false;
        }
      } catch (IOException e) {
        fail(e, start);
        return;
      } catch (RuntimeException | Error e) {
        fail(new IOException("a record could not be encoded: " + e, e), start);
        return;
      }
      acknowledge(batch.size());
      batch.clear();
    }
  }

  /** Waits for entries and takes all; false if there are none and there will be none. */
  private boolean next(List<Entry> batch) {
    lock.lock();
    try {
      long pause = PAUSE_NANOS;
      while (pause > 0 && done > 0 && !hurried && !closing && waiting.size() < MOST_WAITING) {
        pause = changed.awaitNanos(pause);
      }
      while (waiting.isEmpty() && !closing) {
        hurried = false;
        changed.await();
      }
      hurried = false;
      batch.addAll(waiting);
      waiting.clear();
      changed.signalAll();
      return !batch.isEmpty();
    } catch (InterruptedException e) {
      // Nobody interrupts this thread but a virtual machine that goes down.
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void write(Entry entry) throws IOException {
    if (entry instanceof Entry.Finished finished) {
      TrialRecord record = finished.record();
      int position = index.position(record.getKey());
      if (index.holds(position)) {
        requireSame(finished, position);
        return;
      }
      long offset = size + frames.size() + Journal.FRAME;
      index.put(position, offset, Journal.trial(record, finished.circumstance(), frames));
      failed += record.getStop() == Stop.FAILED ? 1 : 0;
      evaluations += record.getEvaluations();
      log.trial(finished.at(), record, finished.circumstance());
    } else if (entry instanceof Entry.Timed timed) {
      Journal.timed(timed.entry(), frames);
      log.timed(timed.at(), timed.entry());
    } else if (entry instanceof Entry.Head head) {
      Journal.header(HeaderText.encode(head.header()), frames);
    } else if (entry instanceof Entry.Begin begin) {
      log.begin(begin.at(), begin.event(), header.runId(), header.planOrder().size());
    } else if (entry instanceof Entry.Line line) {
      log.event(line.at(), line.event(), line.fields());
    }
  }

  /** A trial is a pure function of its id, so whoever runs it twice gets the same bytes twice. */
  private void requireSame(Entry.Finished again, int position) throws IOException {
    drain();
    byte[] kept = Journal.read(channel, index.offset(position), index.length(position));
    JsonBytes frame = new JsonBytes(kept.length + Journal.FRAME);
    int length = Journal.trial(again.record(), again.circumstance(), frame);
    byte[] told = Arrays.copyOfRange(frame.array(), Journal.FRAME, Journal.FRAME + length);
    if (!Arrays.equals(
        kept, Journal.json(kept), kept.length, told, Journal.json(told), told.length)) {
      throw new Nondeterminism(again.record().getKey());
    }
  }

  private void drain() throws IOException {
    Disk.writeFully(channel, frames.toBuffer());
    size += frames.size();
    frames.clear();
  }

  private void acknowledge(int count) {
    lock.lock();
    try {
      done += count;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void fail(IOException e, long start) {
    index.forgetFrom(start);
    try {
      channel.truncate(start);
    } catch (IOException cut) {
      // A cut record at the end does no harm: the next reader passes over it.
      e.addSuppressed(cut);
    }
    lock.lock();
    try {
      failure = e;
      waiting.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    onFailure.accept(e);
  }
}
