package benchwright.cli;

import benchwright.artifact.MachineIdentity;
import benchwright.artifact.NoiseFloor;
import benchwright.measure.MeasuringLock;
import benchwright.measure.NoiseMeasurement;
import benchwright.measure.NoiseStore;
import benchwright.measure.Sensors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Measures the noise of this machine, alone among all measurements on it, and keeps it. */
final class NoiseRun {
  private static final Duration LAST_LAUNCH = Duration.ofSeconds(5);

  private final Arguments arguments;
  private final World world;
  private final Sensors sensors;

  NoiseRun(Arguments arguments, World world, Sensors sensors) {
    this.arguments = arguments;
    this.world = world;
    this.sensors = sensors;
  }

  NoiseFloor measure(MachineIdentity machine, Duration duration, NoiseStore store)
      throws Complaint, IOException {
    Properties properties = world.surroundings().properties();
    NoiseMeasurement measurement =
        new NoiseMeasurement(
            NoiseMeasurement.command(Path.of(properties.getProperty("java.home", ""))),
            sensors,
            world.surroundings().clock());
    CountDownLatch cancelled = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (MeasuringLock lock = lock(world)) {
      world.endings().listen(ending -> end(ending, lock, cancelled, ended));
      lock.acquire(reason -> world.err().println(reason))
          .ifPresent(warning -> world.err().println("warning: " + warning));
      if (!Look.of(arguments, world).quiet()) {
        world.err().println("measuring for about " + duration.toSeconds() + " s");
      }
      NoiseMeasurement.Outcome outcome =
          measurement.measure(machine, duration, () -> cancelled.getCount() == 0, count -> {});
      if (outcome instanceof NoiseMeasurement.Outcome.Failed failed) {
        throw Complaint.of(
            cancelled.getCount() == 0 ? Exit.INTERRUPTED : Exit.TRIAL_FAILED,
            "the noise was not measured: " + failed.reason());
      }
      NoiseFloor floor = ((NoiseMeasurement.Outcome.Measured) outcome).floor();
      store.keep(floor);
      return floor;
    } finally {
      ended.countDown();
      world.endings().forget();
    }
  }

  /** The lock of this machine. */
  static MeasuringLock lock(World world) {
    Properties properties = world.surroundings().properties();
    return new MeasuringLock(
        MeasuringLock.file(
            world.surroundings().environment(),
            properties.getProperty("os.name", ""),
            Path.of(properties.getProperty("java.io.tmpdir", "."))));
  }

  /** Waits for the launch that goes on, so that nothing of it stays behind. */
  private static int end(
      Endings.Ending ending, MeasuringLock lock, CountDownLatch cancelled, CountDownLatch ended) {
    cancelled.countDown();
    lock.cancel();
    try {
      ended.await(LAST_LAUNCH.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Exit exit = ending instanceof Endings.Ending.Signalled signalled ? signalled.exit() : Exit.BUG;
    return exit.code();
  }
}
