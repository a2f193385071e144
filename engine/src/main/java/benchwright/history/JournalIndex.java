package benchwright.history;

import benchwright.artifact.TrialKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where in the journal each planned trial lies: all of a run that is held in memory. */
final class JournalIndex {
  private final List<TrialKey> plan;
  private final Map<TrialKey, Integer> positions;
  private final long[] offsets;
  private final int[] lengths;
  private int count;

  JournalIndex(List<TrialKey> plan) {
    this.plan = plan;
    this.positions = new HashMap<>(2 * plan.size());
    for (int i = 0; i < plan.size(); i++) {
      positions.put(plan.get(i), i);
    }
    this.offsets = new long[plan.size()];
    this.lengths = new int[plan.size()];
  }

  /** The position of a trial in the plan, or −1. */
  int position(TrialKey key) {
    return positions.getOrDefault(key, -1);
  }

  synchronized boolean holds(int position) {
    return lengths[position] > 0;
  }

  synchronized void put(int position, long offset, int length) {
    if (lengths[position] == 0) {
      count++;
    }
    offsets[position] = offset;
    lengths[position] = length;
  }

  synchronized long offset(int position) {
    return offsets[position];
  }

  synchronized int length(int position) {
    return lengths[position];
  }

  synchronized int count() {
    return count;
  }

  /** The trials that the journal holds, in the order of the plan. */
  synchronized Set<TrialKey> keys() {
    Set<TrialKey> keys = new LinkedHashSet<>();
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] > 0) {
        keys.add(plan.get(i));
      }
    }
    return Collections.unmodifiableSet(keys);
  }

  /** Forgets what lies at {@code offset} and after it: it did not reach the disk. */
  synchronized void forgetFrom(long offset) {
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] > 0 && offsets[i] >= offset) {
        lengths[i] = 0;
        count--;
      }
    }
  }
}
