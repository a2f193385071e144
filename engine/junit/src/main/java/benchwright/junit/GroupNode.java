package benchwright.junit;

import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** Tests that belong together: those of a class, a suite, an optimizer, a function. */
final class GroupNode extends AbstractTestDescriptor {
  private final Set<TestTag> tags;

  GroupNode(
      TestDescriptor parent,
      String kind,
      String id,
      String displayName,
      TestSource source,
      Set<TestTag> tags) {
    super(parent.getUniqueId().append(kind, id), displayName, source);
    this.tags = tags;
    parent.addChild(this);
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  public Set<TestTag> getTags() {
    return tags;
  }
}
