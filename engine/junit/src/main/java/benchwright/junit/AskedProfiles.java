package benchwright.junit;

import benchwright.plan.Selection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Which profiles are tests: the quick one, and the full one where somebody asks for it. A build
 * that says nothing of tags must not begin to run for hours, nor report what it has left out.
 */
final class AskedProfiles {
  private AskedProfiles() {}

  static List<String> of(EngineDiscoveryRequest request, Parameters parameters) {
    if (!parameters.profiles().isEmpty()) {
      return parameters.profiles();
    }
    return isFullChosen(request)
        ? List.of(Selection.QUICK, Selection.FULL)
        : List.of(Selection.QUICK);
  }

  /** The same, and the full one where one of {@code ids} names it. */
  static List<String> with(List<String> asked, List<UniqueId> ids) {
    Set<String> profiles = new LinkedHashSet<>(asked);
    for (UniqueId id : ids) {
      for (UniqueId.Segment segment : id.getSegments()) {
        if (segment.getType().equals(ProfileNode.KIND)
            && segment.getValue().equals(Selection.FULL)) {
          profiles.add(Selection.FULL);
        }
      }
    }
    return List.copyOf(profiles);
  }

  /**
   * Whether what chooses among tests lets one with the tag through, and would not without it. The
   * launcher keeps these filters to itself, and hands engines a request that has them.
   */
  private static boolean isFullChosen(EngineDiscoveryRequest request) {
    if (!(request instanceof LauncherDiscoveryRequest chosen)) {
      return false;
    }
    List<PostDiscoveryFilter> filters = chosen.getPostDiscoveryFilters();
    TestDescriptor tagged = new Probe(Tags.of(Selection.FULL));
    TestDescriptor plain = new Probe(Set.of());
    return filters.stream().allMatch(filter -> filter.apply(tagged).included())
        && filters.stream().anyMatch(filter -> filter.apply(plain).excluded());
  }

  /** A test that there is not, to try filters with. */
  private static final class Probe extends AbstractTestDescriptor {
    private final Set<TestTag> tags;

    Probe(Set<TestTag> tags) {
      super(UniqueId.forEngine(BenchwrightTestEngine.ID), "probe");
      this.tags = tags;
    }

    @Override
    public Type getType() {
      return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
      return tags;
    }
  }
}
