package benchwright.compile;

import java.io.IOException;

/** Starts a process that is described but not yet running. */
@FunctionalInterface
public interface ProcessStarter {
  /**
   * Starts it.
   *
   * @throws IOException if there is no such program or it cannot be started
   */
  Process start(ProcessBuilder process) throws IOException;
}
