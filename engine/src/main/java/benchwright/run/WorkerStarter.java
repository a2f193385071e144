package benchwright.run;

import java.io.IOException;

/**
 * Starts the JVM of a worker: its main class hands its standard streams to {@link
 * TrialServer#serve}. Its standard input and output must be pipes; where its standard error goes is
 * the caller's choice.
 */
@FunctionalInterface
public interface WorkerStarter {
  /** Starts one. */
  Process start() throws IOException;

  /** Ends one, by force, and all that it started. */
  default void end(Process worker) {
    // Children first, while they can still be found: those of a dead process belong to nobody.
    worker.descendants().forEach(ProcessHandle::destroyForcibly);
    worker.destroyForcibly();
  }
}
