package benchwright.analysis;

import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers trials that failed, by optimizer and kind. */
final class Failures {
  private static final int EXAMPLES = 5;

  private static final class Sum {
    private final TrialRecord first;
    private final List<TrialKey> examples = new ArrayList<>();
    private int trials;

    Sum(TrialRecord first) {
      this.first = first;
    }
  }

  private final Map<String, Sum> sums = new LinkedHashMap<>();

  void add(TrialRecord failed) {
    Sum sum =
        sums.computeIfAbsent(
            failed.getKey().optimizer() + "/" + failed.getFailure().kind(), key -> new Sum(failed));
    sum.trials++;
    if (sum.examples.size() < EXAMPLES) {
      sum.examples.add(failed.getKey());
    }
  }

  List<FailureGroup> all() {
    List<FailureGroup> all = new ArrayList<>();
    for (Sum sum : sums.values()) {
      all.add(
          new FailureGroup(
              sum.first.getKey().optimizer(),
              sum.first.getFailure().kind(),
              sum.first.getFailure().message(),
              sum.trials,
              sum.examples));
    }
    return all;
  }
}
