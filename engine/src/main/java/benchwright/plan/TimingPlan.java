package benchwright.plan;

import benchwright.suite.Operation;
import benchwright.suite.Suite;
import benchwright.suite.Timing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything to be measured, in the order in which results are kept: implementation × size ×
 * workers × devices.
 *
 * @param profile {@code quick} or {@code full}
 * @param digest SHA-256, in hexadecimal, over one line for each case: equal digests promise that
 *     the same was measured in the same way
 * @param devices what cases with devices are offered, the first of them first
 */
public record TimingPlan(
    Suite suite,
    String profile,
    Timing timing,
    List<TimingCase> cases,
    String digest,
    List<String> devices) {
  public TimingPlan {
    cases = List.copyOf(cases);
    devices = List.copyOf(devices);
  }

  /**
   * The cases that have the same to do, and so take turns; in the order of their first ones. Nobody
   * compares an operation with a command, and what is kept is kept group by group.
   */
  public List<List<TimingCase>> turns() {
    Map<String, List<TimingCase>> turns = new LinkedHashMap<>();
    for (TimingCase each : cases) {
      String kind = each.implementation() instanceof Operation ? "operation " : "command ";
      turns.computeIfAbsent(kind + each.key(), key -> new ArrayList<>()).add(each);
    }
    return turns.values().stream().map(List::copyOf).toList();
  }
}
