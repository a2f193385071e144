package benchwright.engine;

import benchwright.plan.Planner;
import benchwright.run.Cluster;
import benchwright.run.ClusterPool;
import benchwright.run.Limits;
import benchwright.run.LocalPool;
import benchwright.run.Pool;
import benchwright.run.ProcessPool;
import benchwright.run.TrialRunner;
import benchwright.run.WorkerStarter;
import java.util.Optional;
import java.util.function.Supplier;

/** The pool that the options of a run ask for. */
final class Pools {
  private Pools() {}

  /**
   * Threads, processes, or {@code cluster} if there is one.
   *
   * @param starter asked only for processes
   */
  static Pool of(
      RunOptions options,
      Optional<Cluster> cluster,
      TrialRunner runner,
      Planner planner,
      Supplier<WorkerStarter> starter) {
    Limits limits = new Limits(options.workers(), options.timeout());
    if (cluster.isPresent()) {
      return new ClusterPool(runner, planner::expectedCost, limits, cluster.get());
    }
    return options.isolation() == Isolation.NONE
        ? new LocalPool(runner, planner::expectedCost, limits)
        : new ProcessPool(runner, planner::expectedCost, limits, starter.get());
  }
}
