package benchwright.run;

import benchwright.plan.Catalogue;
import benchwright.plan.Trial;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongSupplier;

/** The worker's end of the pipe: runs the trials that come in, one at a time. */
public final class TrialServer {
  private final TrialRunner runner;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final BlockingQueue<Trial> trials = new ArrayBlockingQueue<>(1);

  private TrialServer(TrialRunner runner, InputStream in, OutputStream out) {
    this.runner = runner;
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  /**
   * Serves the trials of {@code catalogue} and returns when the pipe is closed, be it in the middle
   * of a trial: then the pool is gone and nobody wants the result, so that the caller must end the
   * process, whatever still runs in it.
   *
   * <p>The caller keeps everybody else off {@code in} and {@code out}: a worker's main class takes
   * its standard streams for this and gives the rest of the JVM others.
   *
   * @param peakBytes the peak resident memory of this process so far; 0 where it is unknown
   */
  public static void serve(
      Catalogue catalogue, InputStream in, OutputStream out, LongSupplier peakBytes)
      throws IOException {
    new TrialServer(new TrialRunner(catalogue, System::nanoTime, peakBytes), in, out).serve();
  }

  /** As above, where nobody asks for memory. */
  public static void serve(Catalogue catalogue, InputStream in, OutputStream out)
      throws IOException {
    serve(catalogue, in, out, () -> 0L);
  }

  private void serve() throws IOException {
    TrialWire.writeGreeting(out);
    out.flush();
    Thread thread = new Thread(this::runTrials, "worker");
    thread.setDaemon(true);
    thread.start();
    try {
      while (true) {
        trials.put(TrialWire.readTrial(in));
      }
    } catch (IOException closed) {
      // The pool has no more trials, or is no more.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void runTrials() {
    try (out) {
      while (true) {
        Outcome outcome = runner.run(trials.take());
        // The trial may have left its mark on this thread.
        Thread.interrupted();
        TrialWire.writeOutcome(out, outcome);
        out.flush();
      }
    } catch (IOException | InterruptedException closed) {
      // Nobody is there to take a result.
    }
  }
}
