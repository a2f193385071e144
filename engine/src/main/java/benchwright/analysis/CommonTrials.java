package benchwright.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The trials of two sides as far as they can be compared.
 *
 * @param targets those that both sides have, the easiest first
 * @param otherBudgets how many trials of both sides have the same id and another budget; they are
 *     left out
 */
@SuppressWarnings("ArrayRecordComponent")
record CommonTrials(
    double[] targets, List<ComparedTrial> base, List<ComparedTrial> head, int otherBudgets) {
  static CommonTrials of(ComparedSide base, ComparedSide head) {
    double[] targets =
        base.targets().stream()
            .filter(head.targets()::contains)
            .mapToDouble(Double::doubleValue)
            .toArray();
    Map<String, Long> budgets = new LinkedHashMap<>();
    base.trials().forEach(trial -> budgets.put(trial.key().toString(), trial.budget()));
    Set<String> unlike = new LinkedHashSet<>();
    for (ComparedTrial trial : head.trials()) {
      Long budget = budgets.get(trial.key().toString());
      if (budget != null && budget != trial.budget()) {
        unlike.add(trial.key().toString());
      }
    }
    return new CommonTrials(
        targets, some(base, targets, unlike), some(head, targets, unlike), unlike.size());
  }

  private static List<ComparedTrial> some(ComparedSide side, double[] targets, Set<String> unlike) {
    int[] places = Arrays.stream(targets).mapToInt(side.targets()::indexOf).toArray();
    List<ComparedTrial> some = new ArrayList<>();
    for (ComparedTrial trial : side.trials()) {
      if (!unlike.contains(trial.key().toString())) {
        some.add(trial.at(places));
      }
    }
    return some;
  }
}
