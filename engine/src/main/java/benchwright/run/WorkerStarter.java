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
}
