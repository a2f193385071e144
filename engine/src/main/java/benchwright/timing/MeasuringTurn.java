package benchwright.timing;

import java.util.function.Consumer;

/** Sees to it that one process at a time measures on a machine. */
public interface MeasuringTurn {
  /** The turn, until it is given back. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits until nobody else measures; {@code waiting} is told why if that takes long.
   *
   * @return at once, and without a turn that anybody respects, after {@link #cancel}
   */
  Held await(Consumer<String> waiting);

  /** Waits no longer. Any thread may call. */
  void cancel();
}
