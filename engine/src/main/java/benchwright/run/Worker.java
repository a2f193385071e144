package benchwright.run;

import benchwright.plan.Trial;
import benchwright.run.Event.Loss;
import java.util.Optional;

/** What carries out the trials of one thread of a pool, one after the other. */
interface Worker {
  /** Makes ready for a trial, outside of its time. */
  void prepare();

  /** Runs {@code trial}; what comes back after {@link #stop} means nothing. */
  Done run(Trial trial, StopSignal signal);

  /**
   * Ends the trial that is being run as forcefully as can be; called by another thread, after its
   * signal was given.
   */
  void stop();

  /**
   * Gives back everything that this worker holds; called once, by any thread, perhaps in the middle
   * of a trial.
   */
  void close();

  /**
   * How a trial ended.
   *
   * @param outcome empty if there was not even the memory to record one, or if the trial was
   *     stopped
   * @param loss tells that the worker broke over the trial and will be a new one for the next
   */
  record Done(Optional<Outcome> outcome, Optional<Loss> loss) {}
}
