package benchwright.external;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches over a conversation while its thread waits for the program: ends the program when it is
 * silent for too long, or when the trial is stopped. Then the waiting thread reads the end.
 *
 * <p>Time is counted in ticks of this thread and not by a clock: a machine that sleeps, or a {@code
 * bench} that was suspended, is not the program's silence.
 */
final class Guard {
  private static final int TICK_MILLIS = 50;
  private static final int TICKS_PER_SECOND = 1_000 / TICK_MILLIS;
  // By then whatever an ended program had written has been read.
  private static final int TICKS_AFTER_END = 4;

  /** Why a program was ended. */
  enum Verdict {
    NONE,
    SILENT,
    STOPPED
  }

  private final Thread talker = Thread.currentThread();
  private final Process process;
  private final Leash leash;
  // Odd while the program is to speak or to listen.
  private final AtomicInteger turns = new AtomicInteger();
  private volatile int patience;
  private volatile Verdict verdict = Verdict.NONE;
  private volatile boolean over;
  private final Thread thread = new Thread(this::watch, "program-guard");

  Guard(Process process, Leash leash, int patienceSeconds) {
    this.process = process;
    this.leash = leash;
    allow(patienceSeconds);
    thread.setDaemon(true);
    thread.start();
  }

  /** From now on the program may be silent for so long. */
  void allow(int patienceSeconds) {
    patience = Math.max(1, patienceSeconds) * TICKS_PER_SECOND;
  }

  /** The word goes from here to the program, or back. */
  void turn() {
    turns.lazySet(turns.getPlain() + 1);
  }

  /** What was decided, at last. */
  Verdict verdict() {
    return verdict;
  }

  /** Nobody need watch any longer. */
  void dismiss() {
    over = true;
    thread.interrupt();
  }

  private void watch() {
    int seen = -1;
    int silent = 0;
    int dead = 0;
    while (!over) {
      try {
        TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
      } catch (InterruptedException dismissed) {
        return;
      }
      int turn = turns.get();
      silent = turn == seen && (turn & 1) == 1 ? silent + 1 : 0;
      seen = turn;
      if (talker.isInterrupted()) {
        end(Verdict.STOPPED);
        return;
      }
      if (silent > patience) {
        end(Verdict.SILENT);
        return;
      }
      if (!process.isAlive() && ++dead == TICKS_AFTER_END) {
        // Children that hold the pipe open keep its end from being read.
        leash.end(process);
      }
    }
  }

  private void end(Verdict why) {
    if (!over) {
      verdict = why;
      leash.end(process);
    }
  }
}
