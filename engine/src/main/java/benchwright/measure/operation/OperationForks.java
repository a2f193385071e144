package benchwright.measure.operation;

import benchwright.artifact.CaseKey;
import benchwright.measure.Confinement;
import benchwright.measure.Subject;
import benchwright.suite.Operation;
import benchwright.suite.Timing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures the operations of a suite, each reading in a JVM of its own that JMH starts. One thing
 * is measured at a time: subjects take turns. A host that runs JMH is started when it is first
 * needed, and again when it is gone; the first reading therefore takes about a second longer.
 */
public final class OperationForks implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ForkSetup setup;
  private final Iterations iterations;
  private final Path scratch;
  private @Nullable Host host;
  private boolean closed;

  /** Starts nothing yet. */
  public OperationForks(ForkSetup setup) {
    this(setup, Iterations.USUAL);
  }

  OperationForks(ForkSetup setup, Iterations iterations) {
    this.setup = setup;
    this.iterations = iterations;
    try {
      scratch = Files.createTempDirectory("benchwright-forks");
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for temporary files can be made", e);
    }
  }

  /**
   * What stands in the way of measuring, a sentence each: profilers that are not known or cannot be
   * used here, or a JVM that does not start. To be asked before anything is measured.
   */
  public List<String> obstacles() {
    Job job = new Job("", "", 0, 0, iterations, 1, 1, List.of(), setup.profilers(), "");
    try {
      Optional<Answer> answer = ask(new Host.Hold(List.of(), 0), job, PATIENCE);
      if (answer.isEmpty()) {
        return List.of("the JVM that runs JMH does not answer");
      }
      return answer.get().failure().isEmpty()
          ? List.of()
          : List.of(answer.get().failure().split("\n", -1));
    } catch (IOException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * {@code operation} in the case of {@code key}: each reading is one fork, with {@code
   * timing.warmups} iterations that warm up and some that are kept, or with one first call where
   * there are no warm-ups. Of a reading's wall times each is the mean of one iteration, for one
   * call as the calling thread sees it; so many threads call as {@code key} has workers.
   */
  public Subject subject(Operation operation, CaseKey key, Timing timing, Confinement confinement) {
    return new OperationSubject(this, setup, iterations, operation, key, timing, confinement);
  }

  /** Does {@code job}; see {@link Host#ask}. */
  Optional<Answer> ask(Host.Hold hold, Job job, Duration limit) throws IOException {
    Optional<Answer> answer = Optional.empty();
    try {
      answer = host(hold).ask(job, limit);
      return answer;
    } finally {
      if (answer.isEmpty()) {
        // It is on its way out; the next one that asks must not meet it.
        stop();
      }
    }
  }

  /** Ends what is being measured, with its host; any thread may call. */
  synchronized void stop() {
    Host running = host;
    host = null;
    if (running != null) {
      running.end();
    }
  }

  private synchronized Host host(Host.Hold hold) throws IOException {
    if (closed) {
      throw new IOException("nothing is measured any more");
    }
    Host running = host;
    if (running == null || !running.isFor(hold)) {
      stop();
      running = Host.start(setup, hold, scratch);
      host = running;
    }
    return running;
  }

  /** Ends all, and leaves nothing behind. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      stop();
    }
    try {
      Files.walkFileTree(scratch, new Removal());
    } catch (IOException left) {
      // The system clears temporary files some day.
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
