package benchwright.run;

import benchwright.artifact.TrialKey;
import benchwright.plan.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** In which order a pool begins its trials. */
final class Order {
  private record Weighed(Trial trial, double cost) {}

  private Order() {}

  /**
   * The dearest first, so that no long trial is left alone at the end; equally dear ones as they
   * stand in the plan. Before them, where there are several pairs of optimizer and function, the
   * cheapest trial of each: it costs next to nothing, and then it is known of all how long they
   * really take, and nothing is learned of a pair in the last minute only.
   */
  static List<Trial> of(List<Trial> trials, ToDoubleFunction<Trial> expectedCost) {
    List<Weighed> weighed = new ArrayList<>(trials.size());
    for (Trial trial : trials) {
      weighed.add(new Weighed(trial, expectedCost.applyAsDouble(trial)));
    }
    weighed.sort((one, other) -> Double.compare(other.cost(), one.cost()));
    Map<String, Trial> cheapest = new LinkedHashMap<>();
    for (Weighed each : weighed) {
      cheapest.put(pair(each.trial().key()), each.trial());
    }
    List<Trial> sorted = new ArrayList<>(trials.size());
    Set<Trial> scouts = cheapest.size() > 1 ? new HashSet<>(cheapest.values()) : Set.of();
    if (!scouts.isEmpty()) {
      sorted.addAll(cheapest.values());
    }
    for (Weighed each : weighed) {
      if (!scouts.contains(each.trial())) {
        sorted.add(each.trial());
      }
    }
    return sorted;
  }

  /** Trials of one pair of optimizer and function take times that can be compared. */
  static String pair(TrialKey key) {
    return key.optimizer() + "/" + key.function();
  }
}
