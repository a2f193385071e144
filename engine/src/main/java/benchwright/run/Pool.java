package benchwright.run;

import benchwright.artifact.TrialKey;
import benchwright.plan.Trial;
import java.util.List;
import java.util.Optional;

/** Workers that carry out trials, each trial alone and the dearest first. */
public interface Pool {
  /**
   * Runs {@code trials} and tells {@code sink}, in this thread, what happens; returns when all have
   * ended or {@link #cancel} was called. A pool runs once.
   */
  void run(List<Trial> trials, Sink sink);

  /**
   * Stops everything: {@link #run} returns promptly, and trials that have not ended are not told.
   * Any thread may call.
   */
  void cancel();

  /**
   * Begins no further trial: {@link #run} returns when those at work have ended, and they are told
   * as always. Any thread may call.
   */
  void windUp();

  /** The trials that are being run at this moment. */
  List<TrialKey> running();

  /**
   * The trial that is calling {@code System.exit} in this JVM at this moment, if one does: what a
   * shutdown hook asks to tell a suite's mistake from Ctrl-C.
   */
  Optional<TrialKey> exiting();
}
