package benchwright.run;

import benchwright.artifact.TrialKey;
import benchwright.plan.Trial;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Runs trials in worker processes, one trial at a time in each, so that nothing a trial does can
 * hurt its neighbours: one that does not end is killed, one that calls {@code System.exit}, crashes
 * or fills its heap takes only its own process along. Records are the same, bit for bit, as those
 * of a {@link LocalPool}.
 */
public final class ProcessPool implements Pool {
  private final Crew crew;

  /**
   * @param runner writes the records of trials that did not live to write their own
   * @param expectedCost decides which trials start first: {@code Planner::expectedCost}
   */
  public ProcessPool(
      TrialRunner runner,
      ToDoubleFunction<Trial> expectedCost,
      Limits limits,
      WorkerStarter starter) {
    this.crew =
        new Crew(runner, expectedCost, limits, () -> new ProcessWorker(runner, starter), false);
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

  /** Never: a trial that calls exit ends its own process. */
  @Override
  public Optional<TrialKey> exiting() {
    return Optional.empty();
  }
}
