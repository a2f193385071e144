package benchwright.timing;

import benchwright.history.TimedEntry;
import benchwright.measure.Reading;

/** Is told what happens while time is measured, in the thread that measures. */
public interface TimingListener {
  /** Hears nothing. */
  static TimingListener none() {
    return new TimingListener() {};
  }

  /** The run is about to begin, or to go on. */
  default void began(TimingRun run) {}

  /** A program is about to be built, by {@code command} in {@code directory}. */
  default void building(String directory, String command) {}

  /** A build step has ended, well or badly. */
  default void built(String directory, String command, int exitValue, String output) {}

  /** Another process measures on this machine; this one waits until it has ended. */
  default void waiting(String reason) {}

  /** A case is about to be measured once more; {@code kept} is false to warm up. */
  default void reading(String id, boolean kept) {}

  /** It was measured. */
  default void read(String id, boolean kept, Reading reading) {}

  /** All of a case is measured, and kept. */
  default void finished(TimedEntry entry) {}
}
