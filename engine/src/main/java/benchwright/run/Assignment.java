package benchwright.run;

import benchwright.plan.Trial;

/**
 * One trial in the hands of one worker. How it ended, by itself or by its watchman, is settled here
 * under one lock, so that an interrupt or a kill meant for this trial has happened before its
 * worker takes up the next.
 */
final class Assignment {
  enum State {
    RUNNING,
    FINISHED,
    STOPPING,
    STOPPED,
    ABANDONED
  }

  final Trial trial;
  final Thread thread;
  final int number;
  final long startNanos;
  final StopSignal signal = new StopSignal();
  private final Worker worker;
  private State state = State.RUNNING;
  private long stopNanos;

  Assignment(Trial trial, Thread thread, Worker worker, int number, long startNanos) {
    this.trial = trial;
    this.thread = thread;
    this.worker = worker;
    this.number = number;
    this.startNanos = startNanos;
  }

  /**
   * The trial has ended: {@code FINISHED} by itself, {@code STOPPED}, or {@code ABANDONED} and
   * awaited by nobody.
   */
  synchronized State end() {
    if (state == State.RUNNING) {
      state = State.FINISHED;
    } else if (state == State.STOPPING) {
      state = State.STOPPED;
    }
    return state;
  }

  /** Asks the trial to stop, unless it has ended. */
  synchronized void stop(long nowNanos) {
    if (state == State.RUNNING) {
      state = State.STOPPING;
      stopNanos = nowNanos;
      signal.give();
      thread.interrupt();
      worker.stop();
    }
  }

  /** Gives up on a trial that does not stop; false if it has. */
  synchronized boolean abandon() {
    if (state != State.STOPPING) {
      return false;
    }
    state = State.ABANDONED;
    return true;
  }

  synchronized boolean isStopping() {
    return state == State.STOPPING;
  }

  synchronized long stopNanos() {
    return stopNanos;
  }
}
