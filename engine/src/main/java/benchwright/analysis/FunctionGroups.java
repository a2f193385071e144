package benchwright.analysis;

import java.util.ArrayList;
import java.util.List;

/** Which functions are looked at together. */
final class FunctionGroups {
  private record Range(String id, String title, int first, int last) {}

  private FunctionGroups() {}

  /**
   * The five groups of BBOB (Hansen et al., Real-parameter black-box optimization benchmarking
   * 2009: noiseless functions definitions) as far as functions of theirs are there, and all.
   *
   * @param functions ids, of which {@code bbob-f1} to {@code bbob-f24} are BBOB's
   */
  static List<FunctionGroup> of(List<String> functions) {
    List<FunctionGroup> groups = new ArrayList<>();
    for (Range range :
        List.of(
            new Range("separable", "separable", 1, 5),
            new Range("moderate", "moderate conditioning", 6, 9),
            new Range("ill-conditioned", "ill-conditioned, unimodal", 10, 14),
            new Range("multi-modal", "multi-modal, adequate structure", 15, 19),
            new Range("weakly-structured", "multi-modal, weak structure", 20, 24))) {
      List<String> members = new ArrayList<>();
      for (String function : functions) {
        int number = bbobNumber(function);
        if (range.first() <= number && number <= range.last()) {
          members.add(function);
        }
      }
      if (!members.isEmpty()) {
        groups.add(new FunctionGroup(range.id(), range.title(), members));
      }
    }
    // One group of everything says nothing that "all" does not.
    if (groups.size() == 1 && groups.get(0).functions().size() == functions.size()) {
      groups.clear();
    }
    groups.add(new FunctionGroup(FunctionGroup.ALL, "all functions", functions));
    return groups;
  }

  /** 1 to 24; 0 for any other function. */
  static int bbobNumber(String function) {
    if (!function.matches("bbob-f([1-9]|1[0-9]|2[0-4])")) {
      return 0;
    }
    return Integer.parseInt(function.substring("bbob-f".length()));
  }
}
