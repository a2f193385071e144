package benchwright.junit;

import benchwright.artifact.TrialKey;
import benchwright.artifact.Verdict;
import benchwright.engine.Engine;
import benchwright.engine.Listener;
import benchwright.engine.Run;
import benchwright.engine.RunOptions;
import benchwright.engine.RunOutcome;
import benchwright.engine.Selectors;
import benchwright.history.HistoryFailure;
import benchwright.plan.Plan;
import benchwright.plan.Planning;
import benchwright.plan.Selection;
import benchwright.run.Event;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;

/**
 * Runs one profile of a suite, or the smallest selection that holds all of its chosen tests, and
 * tells of each test when the last of its trials has ended.
 */
final class ProfileRun implements Listener {
  private final ProfileNode node;
  private final EngineExecutionListener listener;
  private final Scripts scripts;
  private final Parameters parameters;
  private final CaseReports cases;

  ProfileRun(
      ProfileNode node, EngineExecutionListener listener, Scripts scripts, Parameters parameters) {
    this.node = node;
    this.listener = listener;
    this.scripts = scripts;
    this.parameters = parameters;
    this.cases = new CaseReports(node, listener);
  }

  void carryOut() {
    listener.executionStarted(node);
    TestExecutionResult result = TestExecutionResult.successful();
    try {
      plan();
    } catch (Unmet | RuntimeException e) {
      // A fault that no test could tell, or one of the engine: the profile tells it.
      cases.abandon();
      result = TestExecutionResult.failed(e);
    }
    listener.executionFinished(node, result);
  }

  private void plan() {
    Selection selection = cases.selection();
    Planning planning = Engine.plan(node.suite(), selection);
    if (planning instanceof Planning.Planned planned) {
      run(planned.plan(), selection);
    } else if (planning instanceof Planning.Rejected rejected) {
      notRun("the suite cannot be run\n" + String.join("\n", rejected.problems()));
    }
  }

  private void run(Plan plan, Selection selection) {
    cases.expect(plan);
    RunOptions options =
        RunOptions.defaults()
            .withWorkers(parameters.workers())
            .withOutputDirectory(parameters.outputDirectory());
    RunOutcome outcome;
    try {
      Run run = scripts.engine().begin(node.suite(), plan, Selectors.write(selection), options);
      outcome = run.carryOut(this);
    } catch (HistoryFailure failure) {
      notRun("the artifact cannot be written: " + failure.getMessage());
      return;
    }
    if (outcome instanceof RunOutcome.Finished finished) {
      verify(finished);
      judge(finished);
    } else if (outcome instanceof RunOutcome.Rejected rejected) {
      notRun("the suite cannot be run\n" + String.join("\n", rejected.problems()));
    } else if (outcome instanceof RunOutcome.LimitReached reached) {
      notRun(
          reached.leftOut().size()
              + " of "
              + plan.trials().size()
              + " trials did not fit into the suite's limit of "
              + reached.limit().toSeconds()
              + " s; the threshold is 0. Begin with "
              + reached.leftOut().get(0));
    } else if (outcome instanceof RunOutcome.Interrupted interrupted) {
      notRun("interrupted after " + interrupted.done() + " of " + interrupted.total() + " trials");
    }
  }

  @Override
  public void happened(Event event) {
    if (event instanceof Event.TrialStarted started) {
      cases.began(started.key());
    } else if (event instanceof Event.TrialFinished finished) {
      TrialKey key = finished.record().getKey();
      cases.ended(key, Expectations.unmet(finished.record()).map(text -> key + " " + text));
    }
  }

  private void notRun(String why) {
    cases.abandon();
    artifact(Optional.of(why));
  }

  private void verify(RunOutcome.Finished run) {
    String place = scripts.surroundings().shown(run.run());
    listener.reportingEntryPublished(node, ReportEntry.from("artifact", place));
    artifact(ArtifactCheck.fault(run.run(), place));
  }

  /** Tells of the test of the artifact, or of the whole profile if that test was not chosen. */
  private void artifact(Optional<String> fault) {
    for (var child : node.getChildren()) {
      if (child instanceof RunNode test) {
        tell(test, fault);
        return;
      }
    }
    if (fault.isPresent()) {
      throw new Unmet(fault.get());
    }
  }

  private void judge(RunOutcome.Finished run) {
    Optional<Verdict> judged = scripts.judge().judge(node.suite().suite(), run);
    if (judged.isEmpty()) {
      return;
    }
    Verdict verdict = judged.get();
    RunNode test = RunNode.of(node, RunNode.VERDICT);
    listener.dynamicTestRegistered(test);
    List<String> warnings = verdict.warnings();
    if (!warnings.isEmpty()) {
      listener.reportingEntryPublished(
          test, ReportEntry.from("warning", String.join("\n", warnings)));
    }
    String reasons = String.join("\n", verdict.reasons());
    switch (verdict.state()) {
      case PASSED -> tell(test, Optional.empty());
      case FAILED -> tell(test, Optional.of(reasons));
      case UNDECIDED -> {
        listener.executionStarted(test);
        listener.executionFinished(test, TestExecutionResult.aborted(new Unmet(reasons)));
      }
    }
  }

  private void tell(RunNode test, Optional<String> fault) {
    listener.executionStarted(test);
    listener.executionFinished(
        test,
        fault
            .map(text -> TestExecutionResult.failed(new Unmet(text)))
            .orElse(TestExecutionResult.successful()));
  }
}
