package benchwright.measure.command;

import java.io.IOException;
import java.io.InputStream;

/** A process that begins when it is told. */
interface Launched extends AutoCloseable {
  /** All that it writes to its standard output. */
  InputStream output();

  /** All that it writes to its standard error. */
  InputStream errors();

  /** Lets it begin. */
  void begin();

  /** Waits for its end. */
  Usage await() throws IOException;

  /** Ends it and all that came of it; any thread may call, also when it has ended. */
  void end();

  /** Lets go of the pipes. */
  @Override
  void close();

  /**
   * How a process ended, and what it and the children that it waited for used; NaN and 0 if
   * unknown.
   *
   * @param wallNanos from its begin to its end
   * @param exitValue 0 to 255; 0 if it ended by a signal
   * @param signal 0 if it ended by itself
   */
  record Usage(
      double wallNanos,
      int exitValue,
      int signal,
      double userNanos,
      double systemNanos,
      long peakRssBytes) {
    boolean isKnown() {
      return peakRssBytes > 0;
    }
  }
}
