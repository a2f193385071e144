package benchwright.measure.command;

import benchwright.external.Leash;
import benchwright.external.Workshop;
import benchwright.measure.Confinement;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What all measured programs of a run are started with. */
final class Bench implements AutoCloseable {
  // A process that inherits the peak of a JVM has more than this, and one of our shell less.
  private static final long BELIEVABLE_PEAK = 16L << 20;
  private static final int LAUNCHES = 21;
  private static final Duration MOMENT = Duration.ofSeconds(10);
  private static final Confinement FREE = new Confinement(List.of(), 0, 0, List.of(), MOMENT);

  private final Workshop workshop;
  private final Map<String, String> environment;
  private final Leash leash;
  private final LongSupplier nanos;
  private final ScheduledExecutorService alarms =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "command-alarms");
            thread.setDaemon(true);
            return thread;
          });
  private Optional<Launcher> launcher = Optional.empty();
  private volatile boolean closed;

  Bench(Workshop workshop, Map<String, String> environment, Leash leash, LongSupplier nanos) {
    this.workshop = workshop;
    this.environment = environment;
    this.leash = leash;
    this.nanos = nanos;
  }

  Workshop workshop() {
    return workshop;
  }

  Map<String, String> environment() {
    return environment;
  }

  String searchPath() {
    return environment.getOrDefault("PATH", "");
  }

  /** A leash for one run. */
  Leash leash() {
    return leash.branch();
  }

  boolean isClosed() {
    return closed;
  }

  /** Does {@code work} when the time is over, unless that is called off by what is returned. */
  Runnable alarm(Duration time, Runnable work) {
    try {
      ScheduledFuture<?> alarm = alarms.schedule(work, time.toNanos(), TimeUnit.NANOSECONDS);
      return () -> alarm.cancel(false);
    } catch (RejectedExecutionException closedMeanwhile) {
      work.run();
      return () -> {};
    }
  }

  /** For steps that are not measured. */
  Launcher plain() {
    return new PlainLauncher(nanos, "");
  }

  /** The best way of starting that there is here; whether it is good is tried out, once. */
  synchronized Launcher launcher() {
    if (launcher.isEmpty()) {
      launcher = Optional.of(best());
    }
    return launcher.get();
  }

  private Launcher best() {
    Optional<GatedLauncher> gated = GatedLauncher.here(nanos, searchPath());
    if (gated.isEmpty()) {
      return new PlainLauncher(nanos, "that takes a 64-bit Linux with setsid");
    }
    try {
      Launched.Usage usage = launchNothing(gated.get());
      return usage.isKnown() && usage.peakRssBytes() < BELIEVABLE_PEAK
          ? gated.get()
          : new PlainLauncher(nanos, "a program that does nothing seems to need much memory here");
    } catch (IOException impossible) {
      return new PlainLauncher(nanos, impossible.getMessage());
    }
  }

  /** The median wall time of a program that does nothing. */
  double launchNanos() {
    double[] walls = new double[LAUNCHES];
    try {
      for (int i = 0; i < LAUNCHES; i++) {
        walls[i] = launchNothing(launcher()).wallNanos();
      }
    } catch (IOException impossible) {
      return Double.NaN;
    }
    Arrays.sort(walls);
    return walls[LAUNCHES / 2];
  }

  private Launched.Usage launchNothing(Launcher way) throws IOException {
    String nothing = Leash.find("true", searchPath());
    if (nothing.isEmpty()) {
      throw new IOException("there is no program true on the search path");
    }
    ProcessBuilder order = new ProcessBuilder(nothing).directory(new File("/"));
    order.environment().clear();
    order.environment().put("PATH", searchPath());
    // On the whole way of a measured run: what the JVM does only once is done then.
    Errand.Outcome outcome = new Errand(this, way, FREE, true).carryOut(order);
    if (outcome instanceof Errand.Outcome.Done done) {
      return done.usage();
    }
    throw new IOException(((Errand.Outcome.Failed) outcome).text());
  }

  @Override
  public void close() {
    closed = true;
    leash.sweep();
    alarms.shutdownNow();
  }
}
