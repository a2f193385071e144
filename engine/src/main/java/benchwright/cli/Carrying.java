package benchwright.cli;

import benchwright.artifact.TrialKey;
import benchwright.cli.Endings.Ending;
import benchwright.engine.Run;
import benchwright.engine.RunOutcome;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Carries out one run, and sees to it that nothing is lost when the process has to end. */
final class Carrying {
  private static final long FAREWELL_SECONDS = 10;

  private final World world;
  private final Run run;
  private final Report report;
  private final CountDownLatch ended = new CountDownLatch(1);

  Carrying(World world, Run run, Report report) {
    this.world = world;
    this.run = run;
    this.report = report;
  }

  Exit carryOut() {
    world.endings().listen(this::end);
    RunOutcome outcome;
    try (Progress progress = report.progress(run)) {
      outcome = run.carryOut(report.listener(progress));
    } finally {
      ended.countDown();
    }
    if (outcome instanceof RunOutcome.Finished finished) {
      world.endings().forget();
      return report.finished(finished);
    }
    if (outcome instanceof RunOutcome.Rejected rejected) {
      world.endings().forget();
      rejected.problems().forEach(problem -> world.err().println("error: " + problem));
      tellRest(true, "");
      return Exit.REJECTED;
    }
    if (outcome instanceof RunOutcome.LimitReached reached) {
      world.endings().forget();
      report.limitReached(reached);
      tellRest(true, "");
      return Exit.LIMIT_REACHED;
    }
    // Whoever has cancelled the run tells how the process ends.
    return Exit.INTERRUPTED;
  }

  /** Runs in a thread of the ending process: the run is stopped and kept, then the rest is told. */
  private int end(Ending ending) {
    List<TrialKey> running = run.running();
    Optional<TrialKey> culprit = run.exiting();
    run.cancel();
    boolean kept = await();
    Exit exit;
    if (ending instanceof Ending.Signalled signalled) {
      exit = signalled.exit();
      world.err().println(exit == Exit.INTERRUPTED ? "Interrupted." : "Ended by a signal.");
      tellRest(kept, "");
    } else {
      exit = Exit.TRIAL_FAILED;
      world.err().println("error: " + whoCalledExit(culprit, running));
      tellRest(kept, " --isolate process");
    }
    world.out().flush();
    world.err().flush();
    return exit.code();
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

  private void tellRest(boolean kept, String flags) {
    String place = Runs.shown(world, run.place());
    if (!Files.isDirectory(run.place())) {
      world.err().println("  " + place + " was not written.");
      return;
    }
    world
        .err()
        .println(
            kept
                ? "  What is done is kept; to go on:"
                : "  The run did not end in time, but finished trials are kept; to go on:");
    world.err().println("  bench run --resume " + place + flags);
  }

  private boolean await() {
    try {
      return ended.await(FAREWELL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
