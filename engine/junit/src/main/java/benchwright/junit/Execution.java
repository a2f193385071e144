package benchwright.junit;

import java.util.ArrayList;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Carries out what is left of the tree of tests, one run after another. */
final class Execution {
  private final TestDescriptor root;
  private final EngineExecutionListener listener;
  private final Scripts scripts;
  private final Parameters parameters;

  Execution(ExecutionRequest request, Scripts scripts) {
    this.root = request.getRootTestDescriptor();
    this.listener = request.getEngineExecutionListener();
    this.scripts = scripts;
    this.parameters = Parameters.of(request.getConfigurationParameters(), scripts.surroundings());
  }

  void execute() {
    execute(root);
  }

  private void execute(TestDescriptor node) {
    if (node instanceof ToldNode told) {
      tell(told);
    } else if (node instanceof ProfileNode profile) {
      new ProfileRun(profile, listener, scripts, parameters).carryOut();
    } else {
      listener.executionStarted(node);
      new ArrayList<>(node.getChildren()).forEach(this::execute);
      listener.executionFinished(node, TestExecutionResult.successful());
    }
  }

  private void tell(ToldNode told) {
    if (told.isProblem()) {
      listener.executionStarted(told);
      listener.executionFinished(told, TestExecutionResult.failed(new Unmet(told.text())));
    } else {
      listener.executionSkipped(told, told.text());
    }
  }
}
