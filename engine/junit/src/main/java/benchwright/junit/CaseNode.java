package benchwright.junit;

import benchwright.artifact.TrialKey;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** The test of one optimizer on one function in one dimension: all trials of these three. */
final class CaseNode extends AbstractTestDescriptor {
  static final String KIND = "dimension";

  private final Case tested;
  private final String profile;

  CaseNode(
      TestDescriptor parent, Case tested, String profile, String displayName, TestSource source) {
    super(
        parent.getUniqueId().append(KIND, Integer.toString(tested.dimension())),
        displayName,
        source);
    this.tested = tested;
    this.profile = profile;
    parent.addChild(this);
  }

  /** What trials of one test have in common. */
  record Case(String optimizer, String function, int dimension) {
    static Case of(TrialKey key) {
      return new Case(key.optimizer(), key.function(), key.dimension());
    }

    /** As the ids of its trials begin. */
    @Override
    public String toString() {
      return optimizer + "/" + function + "/d" + dimension;
    }
  }

  Case tested() {
    return tested;
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
