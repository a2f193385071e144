package benchwright.run;

import benchwright.plan.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Cuts the trials of a run into chunks that are worth sending somewhere: of ten seconds to a minute
 * of expected work, smaller only where a run is too short to keep every slot busy with such.
 * Towards the end they become smaller, so that the last ones end together. What trials really took,
 * when it becomes known, corrects what is expected of others of their optimizer and function.
 */
final class Chunks {
  private static final double SHORTEST_NANOS = 10e9;
  private static final double LONGEST_NANOS = 60e9;

  /**
   * Trials that take no time at all: so many are few megabytes, and cost more than their journey.
   */
  private static final int MOST_TRIALS = 2_000;

  /** A run is cut into at least so many chunks for each slot. */
  private static final int LEAST_PER_SLOT = 4;

  private final List<Trial> trials;
  private final ToDoubleFunction<Trial> expectedCost;
  private final Map<String, Pace> paces = new HashMap<>();
  private final Pace all = new Pace();
  private final double whole;
  private double left;
  private int next;

  /** Expected and real nanoseconds of the trials that have ended. */
  private static final class Pace {
    private double expected;
    private double real;
  }

  /**
   * @param trials in the order in which they are to begin
   * @param expectedCost about how many nanoseconds each takes
   */
  Chunks(List<Trial> trials, ToDoubleFunction<Trial> expectedCost) {
    this.trials = trials;
    this.expectedCost = expectedCost;
    double sum = 0;
    for (Trial trial : trials) {
      sum += expectedCost.applyAsDouble(trial);
    }
    this.whole = sum;
    this.left = sum;
  }

  boolean isEmpty() {
    return next == trials.size();
  }

  /** All that was not handed out will not be. */
  void leaveOut() {
    next = trials.size();
  }

  /** The next chunk, for a cluster that runs {@code slots} trials at a time. */
  List<Trial> next(int slots) {
    double pace = pace(all, 1);
    double shortest = Math.min(SHORTEST_NANOS, whole * pace / ((double) LEAST_PER_SLOT * slots));
    double wanted =
        Math.min(LONGEST_NANOS, Math.max(shortest, left * pace / (LEAST_PER_SLOT * slots)));
    List<Trial> chunk = new ArrayList<>();
    double sum = 0;
    while (next < trials.size() && chunk.size() < MOST_TRIALS) {
      Trial trial = trials.get(next);
      double expected = expectedCost.applyAsDouble(trial);
      double nanos = expected * pace(paces.getOrDefault(Order.pair(trial.key()), all), pace);
      if (!chunk.isEmpty() && sum + nanos > wanted) {
        break;
      }
      chunk.add(trial);
      sum += nanos;
      left -= expected;
      next++;
    }
    return chunk;
  }

  /** One of the trials took {@code nanos}. */
  void learn(Trial trial, long nanos) {
    double expected = expectedCost.applyAsDouble(trial);
    Pace pair = paces.computeIfAbsent(Order.pair(trial.key()), name -> new Pace());
    for (Pace pace : List.of(pair, all)) {
      pace.expected += expected;
      pace.real += nanos;
    }
  }

  private static double pace(Pace pace, double unknown) {
    return pace.expected > 0 && pace.real > 0 ? pace.real / pace.expected : unknown;
  }
}
