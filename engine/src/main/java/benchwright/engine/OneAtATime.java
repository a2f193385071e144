package benchwright.engine;

import benchwright.measure.MeasuringLock;
import benchwright.timing.MeasuringTurn;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The turn of this machine, which all processes of {@code bench} on it wait for. */
final class OneAtATime implements MeasuringTurn {
  private final MeasuringLock lock;

  OneAtATime(Surroundings surroundings) {
    lock =
        new MeasuringLock(
            MeasuringLock.file(
                surroundings.environment(),
                surroundings.properties().getProperty("os.name", ""),
                Path.of(surroundings.properties().getProperty("java.io.tmpdir", "."))));
  }

  @Override
  public Held await(Consumer<String> waiting) {
    // Better to measure beside others, and to say so, than not at all.
    lock.acquire(waiting).ifPresent(waiting);
    return lock::close;
  }

  @Override
  public void cancel() {
    lock.cancel();
  }
}
