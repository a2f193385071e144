package benchwright.run;

import benchwright.artifact.Circumstance;
import benchwright.plan.Trial;
import benchwright.run.Event.Loss;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The pool's end of the pipe to one worker process, and its end of the rope. */
final class ProcessWorker implements Worker {
  private static final long HELLO_SECONDS = 60;
  private static final long DEATH_SECONDS = 5;
  // Exit values from here on usually tell the signal that killed a process.
  private static final int SIGNALS = 128;
  private static final int LAST_SIGNAL = 64;

  private final TrialRunner runner;
  private final WorkerStarter starter;
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  private record Connection(Process process, DataInputStream in, DataOutputStream out) {}

  ProcessWorker(TrialRunner runner, WorkerStarter starter) {
    this.runner = runner;
    this.starter = starter;
  }

  @Override
  public void prepare() {
    if (connection == null) {
      connect();
    }
  }

  private void connect() {
    Process process;
    try {
      process = starter.start();
    } catch (IOException impossible) {
      throw new UncheckedIOException("no worker process can be started", impossible);
    }
    DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    connection = new Connection(process, in, out);
    if (closed) {
      // The pool was cancelled while the process started, and has closed all that it knew of.
      kill();
    }
    Thread guard = new Thread(() -> killUnlessGreeted(process), "hello");
    guard.setDaemon(true);
    guard.start();
    try {
      TrialWire.readGreeting(in);
    } catch (IOException silent) {
      kill();
      throw new UncheckedIOException(
          "a worker process ended or failed before its first trial (" + ending(process) + ")",
          silent);
    } finally {
      guard.interrupt();
    }
  }

  private static void killUnlessGreeted(Process process) {
    try {
      TimeUnit.SECONDS.sleep(HELLO_SECONDS);
      process.destroyForcibly();
    } catch (InterruptedException greeted) {
      // The worker has said hello in time.
    }
  }

  @Override
  public Done run(Trial trial, StopSignal signal) {
    Connection open = connection;
    if (open == null) {
      throw new IllegalStateException("the worker is not prepared");
    }
    long start = runner.now();
    try {
      TrialWire.writeTrial(open.out(), trial);
      open.out().flush();
      Outcome outcome = TrialWire.readOutcome(open.in());
      if (outcome.record().getFailure().kind().equals(Mishap.OUT_OF_MEMORY)) {
        kill();
        return new Done(Optional.of(outcome), Optional.of(Loss.ENDED));
      }
      return new Done(Optional.of(outcome), Optional.empty());
    } catch (IOException gone) {
      if (signal.isGiven()) {
        kill();
        return new Done(Optional.empty(), Optional.of(Loss.KILLED));
      }
      String how = ending(open.process());
      kill();
      Outcome outcome =
          new Outcome(
              runner.stopped(trial, Mishap.exit(how)),
              new Circumstance(runner.now() - start, 0, 0));
      return new Done(Optional.of(outcome), Optional.of(Loss.ENDED));
    }
  }

  private static String ending(Process process) {
    try {
      if (!process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS)) {
        return "it closed its output";
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "it was stopped";
    }
    int value = process.exitValue();
    return value > SIGNALS && value <= SIGNALS + LAST_SIGNAL
        ? "exit value " + value + ", as after signal " + (value - SIGNALS)
        : "exit value " + value;
  }

  @Override
  public void stop() {
    Connection open = connection;
    if (open != null) {
      starter.end(open.process());
    }
  }

  @Override
  public void close() {
    closed = true;
    kill();
  }

  private void kill() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      starter.end(open.process());
    }
  }
}
