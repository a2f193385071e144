package benchwright.run;

import benchwright.artifact.TrialKey;
import benchwright.plan.Trial;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Runs trials on threads of this JVM. What one JVM cannot do: a trial that neither evaluates nor
 * heeds interruption is left behind when its time is up, and goes on computing ({@link
 * Event.Loss#ABANDONED}); and {@code System.exit} in a trial ends everything ({@link #exiting}). A
 * {@link ProcessPool} can.
 *
 * <p>A trial that meets the end of the heap may have been robbed by its neighbour: it is set aside
 * and repeated alone, and only blamed if that fails too.
 */
public final class LocalPool implements Pool {
  private final Crew crew;

  /**
   * @param expectedCost decides which trials start first: {@code Planner::expectedCost}
   */
  public LocalPool(TrialRunner runner, ToDoubleFunction<Trial> expectedCost, Limits limits) {
    this.crew = new Crew(runner, expectedCost, limits, () -> new LocalWorker(runner), true);
  }

  @Override
  public void run(List<Trial> trials, Sink sink) {
    crew.run(trials, sink);
  }

  @Override
  public void cancel() {
    crew.cancel();
  }

  @Override
  public void windUp() {
    crew.windUp();
  }

  @Override
  public List<TrialKey> running() {
    return crew.running();
  }

  @Override
  public Optional<TrialKey> exiting() {
    return crew.exiting();
  }

  private record LocalWorker(TrialRunner runner) implements Worker {
    private static final Done UNRECORDED = new Done(Optional.empty(), Optional.empty());

    @Override
    public void prepare() {}

    @Override
    public Done run(Trial trial, StopSignal signal) {
      try {
        return new Done(Optional.of(runner.run(trial, signal)), Optional.empty());
      } catch (OutOfMemoryError full) {
        return UNRECORDED;
      }
    }

    @Override
    public void stop() {}

    @Override
    public void close() {}
  }
}
