package benchwright.measure.command;

import benchwright.external.Leash;
import benchwright.measure.Confinement;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Starts a process by the JDK alone: how long it took is known, and what it used is not. */
final class PlainLauncher implements Launcher {
  // From here on an exit value of the JDK tells the signal that ended a process.
  private static final int SIGNALS = 128;

  private final LongSupplier nanos;
  private final String reason;

  /**
   * @param reason why nothing better can be had; empty if nothing better is needed
   */
  PlainLauncher(LongSupplier nanos, String reason) {
    this.nanos = nanos;
    this.reason = reason;
  }

  @Override
  public Launched launch(ProcessBuilder order, Confinement confinement, Leash leash)
      throws IOException {
    if (!confinement.processors().isEmpty() && !reason.isEmpty()) {
      throw new IOException("it cannot be held to processors here: " + reason);
    }
    long began = nanos.getAsLong();
    Process process = leash.start(order);
    process.getOutputStream().close();
    return new Plain(process, leash, nanos, began);
  }

  @Override
  public String shortcoming() {
    return reason.isEmpty()
        ? ""
        : "Processor time and peak memory of programs are not measured: " + reason + ".";
  }

  private record Plain(Process process, Leash leash, LongSupplier nanos, long began)
      implements Launched {
    @Override
    public InputStream output() {
      return process.getInputStream();
    }

    @Override
    public InputStream errors() {
      return process.getErrorStream();
    }

    @Override
    public void begin() {
      // It has begun.
    }

    @Override
    public Usage await() throws IOException {
      try {
        int value = process.waitFor();
        long endedAt = nanos.getAsLong();
        int signal = value > SIGNALS ? value - SIGNALS : 0;
        return new Usage(
            endedAt - began, signal > 0 ? 0 : value, signal, Double.NaN, Double.NaN, 0);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("the wait for its end was stopped");
      }
    }

    @Override
    public void end() {
      leash.end(process);
    }

    @Override
    public void close() {
      // The JDK closes the pipes of a process that has ended.
    }
  }
}
