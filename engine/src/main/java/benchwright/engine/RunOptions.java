package benchwright.engine;

import benchwright.run.Cluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a run is made: nothing here changes a result.
 *
 * @param workers how many trials run at a time, at least 1.
 * @param timeout how long one trial may take; empty for as long as it likes.
 * @param limit after this time no further trial is begun; empty for the suite's own limit.
 * @param outputDirectory where the run's own directory will stand.
 * @param runId the name of that directory; empty for one made of time and suite.
 * @param file write one compressed file here instead of a directory; for one trial, or some of the
 *     same optimizer and function.
 * @param cluster where trials are carried out, made for the suite that is run; empty for here.
 */
public record RunOptions(
    int workers,
    Optional<Duration> timeout,
    Optional<Duration> limit,
    Isolation isolation,
    Path outputDirectory,
    Optional<String> runId,
    Optional<Path> file,
    Optional<Function<Source, Cluster>> cluster) {
  /** Where runs are kept unless somebody says otherwise. */
  public static final Path RESULTS = Path.of("benchmarks", "results");

  /**
   * @throws IllegalArgumentException if there is no worker, or no time.
   */
  public RunOptions {
    if (workers < 1) {
      throw new IllegalArgumentException("a run needs at least one worker; got " + workers);
    }
    requirePositive(timeout);
    requirePositive(limit);
  }

  private static void requirePositive(Optional<Duration> time) {
    if (time.isPresent() && (time.get().isNegative() || time.get().isZero())) {
      throw new IllegalArgumentException("a time limit is positive; got " + time.get());
    }
  }

  /** As many workers as there are processors, no limit, results in {@link #RESULTS}. */
  public static RunOptions defaults() {
    return new RunOptions(
        Runtime.getRuntime().availableProcessors(),
        Optional.empty(),
        Optional.empty(),
        Isolation.NONE,
        RESULTS,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public RunOptions withWorkers(int number) {
    return new RunOptions(number, timeout, limit, isolation, outputDirectory, runId, file, cluster);
  }

  public RunOptions withTimeout(Duration each) {
    return new RunOptions(
        workers, Optional.of(each), limit, isolation, outputDirectory, runId, file, cluster);
  }

  public RunOptions withLimit(Duration whole) {
    return new RunOptions(
        workers, timeout, Optional.of(whole), isolation, outputDirectory, runId, file, cluster);
  }

  public RunOptions withIsolation(Isolation wanted) {
    return new RunOptions(workers, timeout, limit, wanted, outputDirectory, runId, file, cluster);
  }

  public RunOptions withOutputDirectory(Path directory) {
    return new RunOptions(workers, timeout, limit, isolation, directory, runId, file, cluster);
  }

  public RunOptions withRunId(String id) {
    return new RunOptions(
        workers, timeout, limit, isolation, outputDirectory, Optional.of(id), file, cluster);
  }

  public RunOptions withFile(Path path) {
    return new RunOptions(
        workers, timeout, limit, isolation, outputDirectory, runId, Optional.of(path), cluster);
  }

  /** On a cluster; {@link #workers} is then the most chunks of trials that are there at a time. */
  public RunOptions withCluster(Function<Source, Cluster> place) {
    return new RunOptions(
        workers, timeout, limit, isolation, outputDirectory, runId, file, Optional.of(place));
  }
}
