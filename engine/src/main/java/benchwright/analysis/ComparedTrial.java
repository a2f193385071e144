package benchwright.analysis;

import benchwright.artifact.BaselineTrial;
import benchwright.artifact.History;
import benchwright.artifact.Stop;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a comparison knows of one trial.
 *
 * @param known whether {@code last} is a distance to the optimum, and targets mean anything
 * @param last the distance to the optimum at the end, or the raw value where it is unknown;
 *     infinite if nothing was ever evaluated
 * @param hits when each target of its side was hit, the easiest first; 0 where it was not, and
 *     everywhere for a trial that failed; belongs to the record alone
 */
@SuppressWarnings("ArrayRecordComponent")
public record ComparedTrial(
    TrialKey key,
    long budget,
    boolean failed,
    boolean known,
    long evaluations,
    double last,
    long[] hits) {
  /** Of a record of a run with these targets, the easiest first. */
  public static ComparedTrial of(TrialRecord record, double... targets) {
    boolean known = !Double.isNaN(record.getOptimum());
    boolean failed = record.getStop() == Stop.FAILED;
    History history = record.getHistory();
    double optimum = known ? record.getOptimum() : 0;
    long[] hits = new long[targets.length];
    int k = 0;
    for (int t = 0; t < targets.length && known && !failed; t++) {
      while (k < history.size() && !(history.value(k) - optimum <= targets[t])) {
        k++;
      }
      hits[t] = k < history.size() ? history.evaluation(k) : 0;
    }
    int size = history.size();
    return new ComparedTrial(
        record.getKey(),
        record.getBudget(),
        failed,
        known,
        record.getEvaluations(),
        size == 0 ? Double.POSITIVE_INFINITY : history.value(size - 1) - optimum,
        hits);
  }

  /**
   * Of a baseline with so many targets.
   *
   * @param known whether the optimum is known
   */
  public static ComparedTrial of(BaselineTrial trial, boolean known, int targets) {
    long[] hits = new long[targets];
    for (int t = 0; t < Math.min(targets, trial.hits().size()); t++) {
      hits[t] = trial.hits().get(t);
    }
    return new ComparedTrial(
        new TrialKey(
            trial.optimizer(), trial.function(), trial.dimension(), trial.instance(), trial.seed()),
        trial.budget(),
        trial.failed(),
        known,
        trial.evaluations(),
        trial.finalValue(),
        hits);
  }

  /** For a baseline: hits end with the last. */
  public BaselineTrial toBaseline() {
    List<Long> kept = new ArrayList<>();
    for (int t = 0; t < hits.length && hits[t] > 0; t++) {
      kept.add(hits[t]);
    }
    return new BaselineTrial(
        key.optimizer(),
        key.function(),
        key.dimension(),
        key.instance(),
        key.seed(),
        budget,
        failed,
        evaluations,
        last,
        kept);
  }

  /** The same with the hits of some of its targets alone, by their places. */
  ComparedTrial at(int... places) {
    long[] some = new long[places.length];
    for (int t = 0; t < places.length; t++) {
      some[t] = hits[places[t]];
    }
    return new ComparedTrial(key, budget, failed, known, evaluations, last, some);
  }

  /** Whether nothing that is known of the two differs in a single bit. */
  boolean isSame(ComparedTrial other) {
    return failed == other.failed
        && evaluations == other.evaluations
        && Double.doubleToLongBits(last) == Double.doubleToLongBits(other.last)
        && Arrays.equals(hits, other.hits);
  }

  /**
   * When a target was hit, by its place; where it was not, the last evaluation that there might
   * have been: less than the truth, so that a comparison never overstates a change.
   */
  double timeOrBudget(int target) {
    return hits[target] > 0 ? hits[target] : Math.max(budget, evaluations);
  }

  /** The value at the end; infinite for a trial that failed, on which nobody can rely. */
  double end() {
    return failed ? Double.POSITIVE_INFINITY : last;
  }
}
