package benchwright.measure.command;

import benchwright.external.Leash;
import benchwright.measure.Confinement;
import java.io.IOException;

/** A way to start a process that is measured. */
interface Launcher {
  /**
   * Starts it as far as it may go without being told.
   *
   * @param order its words, directory and environment
   * @param leash of its own
   * @throws IOException if it cannot be started, or not held to what it should be held to
   */
  Launched launch(ProcessBuilder order, Confinement confinement, Leash leash) throws IOException;

  /** What cannot be known or done by this way, as sentences; empty if all can. */
  String shortcoming();
}
