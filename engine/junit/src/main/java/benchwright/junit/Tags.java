package benchwright.junit;

import benchwright.plan.Selection;
import java.util.Set;
import org.junit.platform.engine.TestTag;

/** What tests are chosen by: {@code benchmark-quick}, {@code benchmark-full}. */
final class Tags {
  /** Of what belongs to no profile, and must not be missed in either. */
  static final Set<TestTag> BOTH = Set.of(tag(Selection.QUICK), tag(Selection.FULL));

  private Tags() {}

  static Set<TestTag> of(String profile) {
    return Set.of(tag(profile));
  }

  private static TestTag tag(String profile) {
    return TestTag.create("benchmark-" + profile);
  }
}
