package benchwright.engine;

import benchwright.timing.MeasuringTurn;
import java.util.function.Consumer;

/** Temporary. */
final class Alone implements MeasuringTurn {
  @Override
  public Held await(Consumer<String> waiting) {
    return () -> {};
  }

  @Override
  public void cancel() {}
}
