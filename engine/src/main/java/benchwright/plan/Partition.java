package benchwright.plan;

import benchwright.artifact.Shard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * Which trials of a plan belong to a shard.
 *
 * <p>The rule: trials by falling expected cost, equal ones in the order of the plan, go one by one
 * to the shard whose trials cost least so far, among equals to the first. It needs the plan alone,
 * so shards need not know of each other; the dearest shard costs at most 4/3 of what the best
 * division could reach (Graham 1969), and no shard stays empty while there are trials for all.
 */
final class Partition {
  private Partition() {}

  static List<Trial> of(List<Trial> trials, ToDoubleFunction<Trial> cost, Shard shard) {
    record Weighed(int position, double cost) {}
    List<Weighed> weighed = new ArrayList<>(trials.size());
    for (int i = 0; i < trials.size(); i++) {
      weighed.add(new Weighed(i, cost.applyAsDouble(trials.get(i))));
    }
    weighed.sort((one, other) -> Double.compare(other.cost(), one.cost()));
    record Load(int index, double cost) {}
    PriorityQueue<Load> loads =
        new PriorityQueue<>(
            shard.count(), Comparator.comparingDouble(Load::cost).thenComparingInt(Load::index));
    for (int index = 1; index <= shard.count(); index++) {
      loads.add(new Load(index, 0));
    }
    boolean[] mine = new boolean[trials.size()];
    for (Weighed next : weighed) {
      Load least = loads.remove();
      mine[next.position()] = least.index() == shard.index();
      loads.add(new Load(least.index(), least.cost() + next.cost()));
    }
    List<Trial> part = new ArrayList<>();
    for (int i = 0; i < mine.length; i++) {
      if (mine[i]) {
        part.add(trials.get(i));
      }
    }
    return part;
  }
}
