package benchwright.junit;

import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** What takes the place of tests that there cannot be. It is chosen with either profile. */
final class ToldNode extends AbstractTestDescriptor {
  private final boolean problem;
  private final String text;

  private ToldNode(
      TestDescriptor parent,
      String kind,
      String id,
      String displayName,
      TestSource source,
      boolean problem,
      String text) {
    super(parent.getUniqueId().append(kind, id), displayName, source);
    this.problem = problem;
    this.text = text;
    parent.addChild(this);
  }

  /** A test that fails with {@code text}. */
  static void problem(
      TestDescriptor parent,
      String kind,
      String id,
      String displayName,
      TestSource source,
      String text) {
    ToldNode unused = new ToldNode(parent, kind, id, displayName, source, true, text);
  }

  /** A test that is skipped, for the reason {@code text}. */
  static void leftOut(
      TestDescriptor parent,
      String kind,
      String id,
      String displayName,
      TestSource source,
      String text) {
    ToldNode unused = new ToldNode(parent, kind, id, displayName, source, false, text);
  }

  boolean isProblem() {
    return problem;
  }

  String text() {
    return text;
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  @Override
  public Set<TestTag> getTags() {
    return Tags.BOTH;
  }
}
