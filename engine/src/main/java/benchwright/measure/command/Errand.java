package benchwright.measure.command;

import benchwright.external.LastLines;
import benchwright.external.Signals;
import benchwright.measure.Confinement;
import benchwright.measure.Reading.Figure;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One process from its start to its end, and nothing of it is left then. */
final class Errand {
  /** What came of it. */
  sealed interface Outcome {
    /** It ended with exit value 0. */
    record Done(Launched.Usage usage, ProgramOutput output, List<Figure> devices)
        implements Outcome {}

    /**
     * It did not.
     *
     * @param kind {@code start}, {@code exit}, {@code signal} or {@code timeout}
     * @param text a clause that begins with «it»
     */
    record Failed(String kind, String text) implements Outcome {}
  }

  private final Bench bench;
  private final Launcher launcher;
  private final Confinement confinement;
  private final boolean collecting;
  private Optional<Launched> launched = Optional.empty();
  private boolean ended;
  private boolean late;

  /**
   * @param collecting whether the numbers that it writes are wanted
   */
  Errand(Bench bench, Launcher launcher, Confinement confinement, boolean collecting) {
    this.bench = bench;
    this.launcher = launcher;
    this.confinement = confinement;
    this.collecting = collecting;
  }

  Outcome carryOut(ProcessBuilder order) {
    try (Launched process = launcher.launch(order, confinement, bench.leash())) {
      begun(process);
      ProgramOutput output = new ProgramOutput(process.output(), collecting);
      LastLines errors = new LastLines(process.errors());
      return follow(process, output, errors);
    } catch (IOException impossible) {
      return new Outcome.Failed("start", "it cannot be started: " + impossible.getMessage());
    }
  }

  private Outcome follow(Launched process, ProgramOutput output, LastLines errors)
      throws IOException {
    Runnable off = bench.alarm(confinement.timeout(), this::tooLate);
    Launched.Usage usage;
    List<Figure> seen;
    try (DeviceWatch watch = new DeviceWatch(confinement.devices(), bench.environment())) {
      process.begin();
      usage = process.await();
      seen = watch.figures();
    } finally {
      off.run();
      // Also what it left behind, which may hold its output open.
      process.end();
    }
    output.await();
    String failure = failure(usage);
    if (failure.isEmpty()) {
      return new Outcome.Done(usage, output, seen);
    }
    String last = errors.text();
    return new Outcome.Failed(
        isLate() ? "timeout" : usage.signal() > 0 ? "signal" : "exit",
        failure + (last.isEmpty() ? "" : "; its standard error ends with: " + last));
  }

  /** Empty if it ended well. */
  private String failure(Launched.Usage usage) {
    if (isLate()) {
      return "it took longer than " + seconds(confinement.timeout());
    }
    if (usage.signal() > 0) {
      String name = Signals.name(usage.signal());
      return "it was ended by " + (name.isEmpty() ? "signal " + usage.signal() : name);
    }
    return usage.exitValue() == 0 ? "" : "it ended with exit value " + usage.exitValue();
  }

  private static String seconds(Duration time) {
    BigDecimal seconds = BigDecimal.valueOf(time.toNanos(), 9);
    return (seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString()) + " s";
  }

  private synchronized void begun(Launched process) {
    launched = Optional.of(process);
    // Whoever closes first says so and then ends what has begun: one of the two sees the other.
    if (ended || bench.isClosed()) {
      process.end();
    }
  }

  private void tooLate() {
    synchronized (this) {
      late = true;
    }
    end();
  }

  private synchronized boolean isLate() {
    return late;
  }

  /** Ends it at once, now or as soon as it has begun; any thread may call. */
  void end() {
    Optional<Launched> process;
    synchronized (this) {
      ended = true;
      process = launched;
    }
    process.ifPresent(Launched::end);
  }
}
