package benchwright.compile;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A {@link CompilerProcess} that runs, as its parent sees it. One thread at a time uses it; what it
 * hears in another has happened before an answer is given.
 */
final class OpenCompiler implements AutoCloseable {
  /** More than any stack trace that is worth reading. */
  private static final int LONGEST_LOG = 100_000;

  /** One that has said its last word, or is told to end, takes milliseconds. */
  private static final long ENDING_SECONDS = 5;

  private final Process process;
  private final DataOutputStream requests;
  private final BufferedReader words;
  private final StringBuilder log = new StringBuilder();

  OpenCompiler(Process process) {
    this.process = process;
    this.requests = new DataOutputStream(process.getOutputStream());
    this.words = process.inputReader();
  }

  /**
   * Has {@code script} compiled, as {@link CompilerProcess} says.
   *
   * @return whether the process waits for another script; if not, it has ended or does not answer
   */
  boolean ask(Path script, String dependencies, Path folder, long limitSeconds)
      throws InterruptedException {
    try {
      CompilerProcess.send(requests, script.toString());
      CompilerProcess.send(requests, folder.toString());
      CompilerProcess.send(requests, dependencies);
      requests.flush();
    } catch (IOException gone) {
      // It has ended before it was asked: what it says tells why.
    }
    FutureTask<Boolean> hearing =
        new FutureTask<>(
            () -> hear(CompilerProcess.answered(folder), CompilerProcess.answeredLast(folder)));
    Thread ear = new Thread(hearing, "benchwright-compiler");
    ear.setDaemon(true);
    ear.start();
    try {
      if (hearing.get(limitSeconds, TimeUnit.SECONDS)) {
        return true;
      }
      process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS);
      return false;
    } catch (TimeoutException endless) {
      return false;
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    }
  }

  private boolean hear(String answered, String answeredLast) throws IOException {
    String line = words.readLine();
    while (line != null && !line.equals(answeredLast)) {
      if (line.equals(answered)) {
        return true;
      }
      if (log.length() < LONGEST_LOG) {
        log.append(line).append('\n');
      }
      line = words.readLine();
    }
    return false;
  }

  /** With what it has ended; empty while it runs. */
  OptionalInt exit() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  /** What it has said besides answers. */
  String log() {
    return log.toString();
  }

  /** Ends it: gently if it waits, else at once. */
  @Override
  public void close() {
    try {
      requests.close();
      if (process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException gone) {
      // Its end of the pipe is closed: it ends by itself, or is ended below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
