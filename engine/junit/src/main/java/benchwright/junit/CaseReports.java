package benchwright.junit;

import benchwright.artifact.TrialKey;
import benchwright.junit.CaseNode.Case;
import benchwright.plan.Plan;
import benchwright.plan.Selection;
import benchwright.plan.Trial;
import benchwright.suite.FunctionSpec;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.Profile;
import benchwright.suite.Suite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/**
 * The tests of a profile while its run goes on. A test begins with its first trial and ends with
 * its last one; a group begins with its first test and ends with its last one. Several go on at a
 * time, as their trials do.
 */
final class CaseReports {
  /** One test, and what is known of its trials. */
  private static final class Progress {
    private final CaseNode node;
    // In the order of the plan, whichever order trials end in.
    private final Map<TrialKey, String> unmet =
        new TreeMap<>(
            Comparator.comparingInt(TrialKey::instance).thenComparingLong(TrialKey::seed));
    private int trials;
    private int ended;
    private boolean begun;
    private boolean closed;

    Progress(CaseNode node) {
      this.node = node;
    }
  }

  private final ProfileNode profile;
  private final EngineExecutionListener listener;
  private final Map<Case, Progress> cases = new LinkedHashMap<>();
  private final Map<TestDescriptor, Integer> open = new HashMap<>();
  private final Set<TestDescriptor> begun = new LinkedHashSet<>();

  CaseReports(ProfileNode profile, EngineExecutionListener listener) {
    this.profile = profile;
    this.listener = listener;
    collect(profile);
  }

  private void collect(TestDescriptor node) {
    for (TestDescriptor child : node.getChildren()) {
      if (child instanceof CaseNode test) {
        cases.put(test.tested(), new Progress(test));
        for (TestDescriptor group : groups(test)) {
          open.merge(group, 1, Integer::sum);
        }
      } else {
        collect(child);
      }
    }
  }

  /** From the outermost to the innermost. */
  private List<TestDescriptor> groups(TestDescriptor test) {
    List<TestDescriptor> groups = new ArrayList<>();
    Optional<TestDescriptor> parent = test.getParent();
    while (parent.isPresent() && parent.get() != profile) {
      groups.add(0, parent.get());
      parent = parent.get().getParent();
    }
    return groups;
  }

  /**
   * The smallest part of the profile that can be selected and holds all tests; everything if no
   * test was left out, or no test but that of the run was chosen.
   */
  Selection selection() {
    Suite suite = profile.suite().suite();
    boolean isQuick = profile.profile().equals(Selection.QUICK);
    Profile extent = isQuick ? suite.quick() : suite.full();
    Set<String> optimizers = new LinkedHashSet<>();
    Set<String> functions = new LinkedHashSet<>();
    Set<Integer> dimensions = new LinkedHashSet<>();
    for (Case each : cases.keySet()) {
      optimizers.add(each.optimizer());
      functions.add(each.function());
      dimensions.add(each.dimension());
    }
    return new Selection(
        profile.profile(),
        part(functions, extent.functions().stream().map(FunctionSpec::getId).toList()),
        part(optimizers, suite.optimizers().stream().map(OptimizerSpec::getId).toList()),
        part(dimensions, extent.dimensions()),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** An empty list selects everything. */
  private static <T> List<T> part(Set<T> wanted, List<T> all) {
    return wanted.containsAll(all) ? List.of() : List.copyOf(wanted);
  }

  /** Counts the trials of each test. */
  void expect(Plan plan) {
    for (Trial trial : plan.trials()) {
      Progress progress = cases.get(Case.of(trial.key()));
      if (progress != null) {
        progress.trials++;
      }
    }
  }

  void began(TrialKey key) {
    Progress progress = cases.get(Case.of(key));
    if (progress != null) {
      begin(progress);
    }
  }

  /** A trial has ended; {@code unmet} says what it does not meet. */
  void ended(TrialKey key, Optional<String> unmet) {
    Progress progress = cases.get(Case.of(key));
    if (progress == null) {
      return;
    }
    begin(progress);
    progress.ended++;
    unmet.ifPresent(text -> progress.unmet.put(key, text));
    if (progress.ended == progress.trials) {
      TestExecutionResult result =
          Expectations.of(
                  progress.node.tested(), List.copyOf(progress.unmet.values()), progress.trials)
              .map(TestExecutionResult::failed)
              .orElse(TestExecutionResult.successful());
      listener.executionFinished(progress.node, result);
      close(progress);
    }
  }

  /** No further trial will end: what has begun is broken off, the rest is skipped. */
  void abandon() {
    for (Progress progress : cases.values()) {
      if (progress.closed) {
        continue;
      }
      String why =
          progress.trials
              - progress.ended
              + " of "
              + progress.trials
              + " trials were not run: see the test of the artifact";
      if (progress.begun) {
        listener.executionFinished(progress.node, TestExecutionResult.aborted(new Unmet(why)));
      } else {
        groups(progress.node).forEach(this::beginGroup);
        listener.executionSkipped(progress.node, "not run: see the test of the artifact");
      }
      close(progress);
    }
  }

  private void begin(Progress progress) {
    if (!progress.begun) {
      progress.begun = true;
      groups(progress.node).forEach(this::beginGroup);
      listener.executionStarted(progress.node);
    }
  }

  private void beginGroup(TestDescriptor group) {
    if (begun.add(group)) {
      listener.executionStarted(group);
    }
  }

  private void close(Progress progress) {
    progress.closed = true;
    List<TestDescriptor> groups = groups(progress.node);
    for (int i = groups.size() - 1; i >= 0; i--) {
      if (open.merge(groups.get(i), -1, Integer::sum) == 0) {
        listener.executionFinished(groups.get(i), TestExecutionResult.successful());
      }
    }
  }
}
