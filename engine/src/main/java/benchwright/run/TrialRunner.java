package benchwright.run;

import benchwright.BudgetSpent;
import benchwright.RandomSource;
import benchwright.artifact.Circumstance;
import benchwright.artifact.Failure;
import benchwright.artifact.History;
import benchwright.artifact.Stop;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.external.ProgramFailure;
import benchwright.objective.Objective;
import benchwright.plan.Catalogue;
import benchwright.plan.Trial;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one trial in the thread that asks: the record is a function of the trial alone, the
 * circumstance is not.
 *
 * <p>A trial that fails by itself keeps what it found up to then. How far a trial came that was
 * stopped from outside, or that met the end of the heap or the stack, is chance; so its record
 * holds no evaluations and no history.
 */
public final class TrialRunner {
  private static final int DEEPEST_CAUSE = 20;

  private final Catalogue catalogue;
  private final LongSupplier nanoClock;
  private final LongSupplier peakBytes;

  /**
   * @param nanoClock like {@code System::nanoTime}
   * @param peakBytes the peak resident memory of this process so far; 0 where it is unknown
   */
  public TrialRunner(Catalogue catalogue, LongSupplier nanoClock, LongSupplier peakBytes) {
    this.catalogue = catalogue;
    this.nanoClock = nanoClock;
    this.peakBytes = peakBytes;
  }

  /** Runs {@code trial} to its end; a failure of the trial is part of the outcome. */
  public Outcome run(Trial trial) {
    return run(trial, new StopSignal());
  }

  /** As {@link #run(Trial)}; when {@code signal} was given, the outcome means nothing. */
  Outcome run(Trial trial, StopSignal signal) {
    long start = nanoClock.getAsLong();
    Objective objective = objective(trial);
    MeteredProblem problem = null;
    Throwable thrown = null;
    try {
      problem =
          new MeteredProblem(
              objective,
              objective.evaluator(),
              trial.budget(),
              trial.finalTarget(),
              signal,
              nanoClock);
      catalogue.optimizer(trial.optimizer()).minimize(problem, stream(trial.key()));
    } catch (Throwable any) {
      thrown = any;
    }
    TrialRecord record = record(trial, objective, problem, thrown);
    long evaluationNanos = problem == null ? 0 : problem.evaluationNanos();
    long runtimeNanos = nanoClock.getAsLong() - start;
    return new Outcome(
        record,
        new Circumstance(
            runtimeNanos, Math.min(evaluationNanos, runtimeNanos), peakBytes.getAsLong()));
  }

  /** The record of a trial that was stopped from outside. */
  TrialRecord stopped(Trial trial, Failure failure) {
    return empty(trial, objective(trial), failure);
  }

  long now() {
    return nanoClock.getAsLong();
  }

  private Objective objective(Trial trial) {
    TrialKey key = trial.key();
    return catalogue.objective(trial.function(), key.dimension(), key.instance());
  }

  private static RandomSource stream(TrialKey key) {
    return RandomSource.of(
        RandomSource.STREAM_VERSION,
        key.function(),
        Integer.toString(key.dimension()),
        Integer.toString(key.instance()),
        Long.toString(key.seed()),
        key.optimizer(),
        "optimizer");
  }

  private static TrialRecord record(
      Trial trial,
      Objective objective,
      @Nullable MeteredProblem problem,
      @Nullable Throwable thrown) {
    if (problem == null) {
      return empty(trial, objective, failure(thrown));
    }
    problem.close();
    Throwable failed = problem.failure();
    if (failed == null && thrown != null && !isEnd(thrown)) {
      failed = thrown;
    }
    if (failed instanceof VirtualMachineError
        || (failed instanceof ProgramFailure program && program.isChance())) {
      return empty(trial, objective, Mishap.of(failed));
    }
    Stop stop = Stop.OPTIMIZER;
    if (failed != null) {
      stop = Stop.FAILED;
    } else if (problem.isTargetReached()) {
      stop = Stop.TARGET;
    } else if (problem.isBudgetSpent()) {
      stop = Stop.BUDGET;
    }
    return new TrialRecord(
        trial.key(),
        objective.bounds(),
        trial.budget(),
        objective.optimum().orElse(Double.NaN),
        problem.evaluations(),
        stop,
        failed == null ? TrialRecord.NO_FAILURE : Mishap.of(failed),
        problem.history(),
        problem.bestPoint());
  }

  private static Failure failure(@Nullable Throwable thrown) {
    return thrown == null ? TrialRecord.NO_FAILURE : Mishap.of(thrown);
  }

  /**
   * Whether the engine's own end of the trial is what passed, perhaps wrapped by a library on its
   * way.
   */
  private static boolean isEnd(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof BudgetSpent) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static TrialRecord empty(Trial trial, Objective objective, Failure failure) {
    return new TrialRecord(
        trial.key(),
        objective.bounds(),
        trial.budget(),
        objective.optimum().orElse(Double.NaN),
        0,
        Stop.FAILED,
        failure,
        new History(new long[0], new double[0]),
        new double[0]);
  }
}
