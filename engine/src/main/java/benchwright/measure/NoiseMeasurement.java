package benchwright.measure;

import benchwright.artifact.Formats;
import benchwright.artifact.MachineIdentity;
import benchwright.artifact.NoiseFigures;
import benchwright.artifact.NoiseFloor;
import benchwright.stats.FalseDifference;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Launches a program that always does the same ({@link NoiseLoad}) again and again, for some time,
 * and says how different that looks: the A/A noise floor of a machine.
 */
public final class NoiseMeasurement {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final int LEAST_PAIRS = 6;
  private static final Duration LONGEST_LAUNCH = Duration.ofSeconds(60);

  /** What came of it. */
  public sealed interface Outcome {
    /** It was measured. */
    record Measured(NoiseFloor floor) implements Outcome {}

    /** It was not; why, as a sentence. */
    record Failed(String reason) implements Outcome {}
  }

  private final List<String> command;
  private final Sensors sensors;
  private final Clock clock;

  /**
   * @param command that runs {@link NoiseLoad} in a JVM of its own
   */
  public NoiseMeasurement(List<String> command, Sensors sensors, Clock clock) {
    this.command = List.copyOf(command);
    this.sensors = sensors;
    this.clock = clock;
  }

  /**
   * What runs {@link NoiseLoad}: the quickest and steadiest JVM that there is.
   *
   * @param java the directory of a Java installation
   */
  public static List<String> command(Path java) {
    return List.of(
        java.resolve("bin").resolve("java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Xshare:auto",
        "-Xmx32m",
        "-cp",
        code().toString(),
        NoiseLoad.class.getName());
  }

  private static Path code() {
    try {
      return Path.of(NoiseLoad.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no path is known for the code of Benchwright", e);
    }
  }

  /**
   * Measures.
   *
   * @param duration about how long; at least six pairs of launches are made
   * @param cancelled whether to stop early
   * @param progress told of each launch that ended, by how many there were
   */
  public Outcome measure(
      MachineIdentity machine,
      Duration duration,
      BooleanSupplier cancelled,
      Consumer<Integer> progress) {
    List<Double> whole = new ArrayList<>();
    List<Double> inside = new ArrayList<>();
    List<Double> load = new ArrayList<>();
    Instant at = clock.instant();
    Glance before = sensors.glance();
    load.add(before.state().load());
    long begin = System.nanoTime();
    try {
      // The first launch fills the caches of the system and is not kept.
      launch(new ArrayList<>(), new ArrayList<>());
      boolean half = false;
      while (!cancelled.getAsBoolean()
          && (whole.size() < 2 * LEAST_PAIRS || System.nanoTime() - begin < duration.toNanos())) {
        launch(whole, inside);
        progress.accept(whole.size());
        if (!half && System.nanoTime() - begin > duration.toNanos() / 2) {
          half = true;
          load.add(sensors.glance().state().load());
        }
      }
    } catch (IOException e) {
      return new Outcome.Failed("The load could not be launched: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Failed("Interrupted.");
    }
    if (cancelled.getAsBoolean()) {
      return new Outcome.Failed("Interrupted.");
    }
    Glance after = sensors.glance();
    load.add(after.state().load());
    return new Outcome.Measured(
        new NoiseFloor(
            Formats.NOISE,
            Formats.VERSION,
            TIME.format(at),
            machine,
            (System.nanoTime() - begin) / 1e9,
            whole.size(),
            figures(whole),
            figures(inside),
            List.copyOf(load),
            after.since(before).stealShare()));
  }

  private void launch(List<Double> whole, List<Double> inside)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.redirectErrorStream(true);
    long begin = System.nanoTime();
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(LONGEST_LAUNCH.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("it does not end");
      }
      long nanos = System.nanoTime() - begin;
      Optional<Double> median = median(said);
      if (process.exitValue() != 0 || median.isEmpty()) {
        throw new IOException("it ended with " + process.exitValue() + ": " + said);
      }
      whole.add((double) nanos);
      inside.add(median.get());
    } finally {
      process.destroyForcibly();
    }
  }

  private static Optional<Double> median(String said) {
    return said.matches("[0-9]{1,15} -?[0-9]+")
        ? Optional.of(Double.parseDouble(said.substring(0, said.indexOf(' '))))
        : Optional.empty();
  }

  private static NoiseFigures figures(List<Double> launches) {
    FalseDifference found =
        FalseDifference.of(launches.stream().mapToDouble(Double::doubleValue).toArray());
    return new NoiseFigures(
        found.median(),
        found.spread(),
        found.side(),
        found.block(),
        found.paired(),
        found.detectable(6),
        found.detectable(10),
        found.detectable(30));
  }
}
