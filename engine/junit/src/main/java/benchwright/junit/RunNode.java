package benchwright.junit;

import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A test of a run as a whole: of its artifact, or of the verdict on it. */
final class RunNode extends AbstractTestDescriptor {
  static final String ARTIFACT = "artifact";
  static final String VERDICT = "verdict";

  private final String profile;

  private RunNode(TestDescriptor parent, String what, String profile, String name, TestSource at) {
    super(parent.getUniqueId().append("run", what), name, at);
    this.profile = profile;
    parent.addChild(this);
  }

  static RunNode of(ProfileNode run, String what) {
    String name = run.suite().suite().name() + "/" + run.profile() + "/" + what;
    return new RunNode(run, what, run.profile(), name, run.getSource().orElseThrow());
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  @Override
  public Set<TestTag> getTags() {
    return Tags.of(profile);
  }
}
