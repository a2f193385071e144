package benchwright.run;

import benchwright.artifact.Circumstance;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;

/** What happened while a plan was carried out. Workers are counted from 0. */
public sealed interface Event {
  /** A worker took up a trial. */
  record TrialStarted(TrialKey key, int worker) implements Event {}

  /** A trial ended, well or badly; exactly one for each trial of a run that is not cancelled. */
  record TrialFinished(TrialRecord record, Circumstance circumstance, int worker)
      implements Event {}

  /**
   * A trial met the end of the heap; it is repeated alone when all others are done, to find the one
   * to blame.
   */
  record TrialSetAside(TrialKey key, int worker) implements Event {}

  /** The worker that ran this trial is gone; another takes its place under the same number. */
  record WorkerLost(int worker, TrialKey key, Loss loss) implements Event {}

  /** How a worker was lost. */
  enum Loss {
    /**
     * A thread that could not be stopped goes on computing; only a process of its own would have
     * ended.
     */
    ABANDONED,
    /** The worker's process ended by itself: a crash, a call of exit, the end of its memory. */
    ENDED,
    /** The worker's process was killed because its trial took too long. */
    KILLED
  }
}
