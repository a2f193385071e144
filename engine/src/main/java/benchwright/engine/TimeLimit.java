package benchwright.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Calls once when a time is up, from a thread of its own, unless it is closed before. */
final class TimeLimit {
  private final CountDownLatch closed = new CountDownLatch(1);

  private TimeLimit() {}

  static TimeLimit start(Optional<Duration> limit, Runnable reaction) {
    TimeLimit started = new TimeLimit();
    if (limit.isPresent()) {
      Thread thread = new Thread(() -> started.await(limit.get(), reaction), "benchwright-limit");
      thread.setDaemon(true);
      thread.start();
    }
    return started;
  }

  private void await(Duration limit, Runnable reaction) {
    try {
      if (!closed.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        reaction.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From now on nothing is called any more. */
  void close() {
    closed.countDown();
  }
}
