package benchwright.cli;

import benchwright.artifact.TrialKey;
import benchwright.cli.Endings.Ending;
import benchwright.engine.Run;
import benchwright.engine.RunOutcome;
import java.util.List;
import java.util.Optional;

/** Carries out one run, and sees to it that nothing is lost when the process has to end. */
final class Carrying {
  private final World world;
  private final Run run;
  private final Report report;
  private final Farewell farewell;

  Carrying(World world, Run run, Report report) {
    this.world = world;
    this.run = run;
    this.report = report;
    this.farewell = new Farewell(world, run.place());
  }

  Exit carryOut() {
    world.endings().listen(this::end);
    RunOutcome outcome;
    try (Progress progress = report.progress(run)) {
      outcome = run.carryOut(report.listener(progress));
    } finally {
      farewell.ended();
    }
    if (outcome instanceof RunOutcome.Finished finished) {
      world.endings().forget();
      return report.finished(finished);
    }
    if (outcome instanceof RunOutcome.Rejected rejected) {
      world.endings().forget();
      rejected.problems().forEach(problem -> world.err().println("error: " + problem));
      farewell.tellRest(true, "");
      return Exit.REJECTED;
    }
    if (outcome instanceof RunOutcome.ClusterLost lost) {
      world.endings().forget();
      world.err().println("error: " + lost.why());
      farewell.tellRest(true, "");
      return Exit.UNFIT;
    }
    if (outcome instanceof RunOutcome.LimitReached reached) {
      world.endings().forget();
      report.limitReached(reached);
      farewell.tellRest(true, "");
      return Exit.LIMIT_REACHED;
    }
    // Whoever has cancelled the run tells how the process ends.
    return Exit.INTERRUPTED;
  }

  /** Runs in a thread of the ending process: the run is stopped and kept, then the rest is told. */
  private int end(Ending ending) {
    if (ending instanceof Ending.Signalled signalled) {
      return farewell.signalled(signalled, run::cancel);
    }
    List<TrialKey> running = run.running();
    Optional<TrialKey> culprit = run.exiting();
    run.cancel();
    boolean kept = farewell.await();
    world.err().println("error: " + whoCalledExit(culprit, running));
    farewell.tellRest(kept, " --isolate process");
    farewell.flush();
    return Exit.TRIAL_FAILED.code();
  }

  private static String whoCalledExit(Optional<TrialKey> culprit, List<TrialKey> running) {
    if (culprit.isPresent()) {
      return "the trial " + culprit.get() + " called System.exit, which ends all trials";
    }
    String suspects =
        running.isEmpty()
            ? ""
            : "; at work were "
                + String.join(", ", running.stream().map(TrialKey::toString).toList());
    return "something called System.exit, which ends all trials" + suspects;
  }
}
