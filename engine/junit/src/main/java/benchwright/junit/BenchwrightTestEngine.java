package benchwright.junit;

import benchwright.engine.Benchwright;
import benchwright.engine.Surroundings;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * The test engine {@code benchwright}: finds suites, and runs the chosen part of each as one run
 * whose trials are tests.
 */
public final class BenchwrightTestEngine implements TestEngine {
  /** Its name among the engines of the JUnit Platform. */
  public static final String ID = "benchwright";

  private final Scripts scripts;

  /** The engine in the surroundings of this process: what the JUnit Platform creates. */
  public BenchwrightTestEngine() {
    this(Benchwright.surroundings());
  }

  private BenchwrightTestEngine(Surroundings surroundings) {
    this(surroundings, new BaselineJudge(surroundings));
  }

  BenchwrightTestEngine(Surroundings surroundings, Judge judge) {
    this.scripts = new Scripts(surroundings, judge);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    EngineDescriptor root = new EngineDescriptor(id, "Benchwright");
    new Discovery(request, scripts, root).discover();
    return root;
  }

  @Override
  public void execute(ExecutionRequest request) {
    new Execution(request, scripts).execute();
  }
}
