package benchwright.junit;

import benchwright.engine.Source;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** One profile of a suite: what is run as one run. */
final class ProfileNode extends AbstractTestDescriptor {
  static final String KIND = "profile";

  private final Source suite;
  private final String profile;

  ProfileNode(TestDescriptor parent, Source suite, String profile, TestSource source) {
    super(parent.getUniqueId().append(KIND, profile), profile, source);
    this.suite = suite;
    this.profile = profile;
    parent.addChild(this);
  }

  Source suite() {
    return suite;
  }

  /** {@code quick} or {@code full}. */
  String profile() {
    return profile;
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  public Set<TestTag> getTags() {
    return Tags.of(profile);
  }

  /** A baseline adds a test, which only the end of the run knows of. */
  @Override
  public boolean mayRegisterTests() {
    return true;
  }
}
