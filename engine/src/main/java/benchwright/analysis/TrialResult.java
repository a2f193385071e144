package benchwright.analysis;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Failure;
import benchwright.artifact.History;
import benchwright.artifact.Stop;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;

/**
 * What came of one trial, without its history: so that 10^5 of them fit into memory.
 *
 * @param best the smallest raw value that was seen; NaN if nothing was ever evaluated
 * @param optimum the smallest value of the function; NaN where nobody knows it
 * @param circumstance zeros where it is not known
 */
public record TrialResult(
    TrialKey key,
    long budget,
    long evaluations,
    Stop stop,
    Failure failure,
    double best,
    double optimum,
    Circumstance circumstance) {
  private static final Circumstance UNKNOWN = new Circumstance(0, 0, 0);

  /** Of a record whose circumstances are not known yet. */
  public static TrialResult of(TrialRecord record) {
    History history = record.getHistory();
    int size = history.size();
    return new TrialResult(
        record.getKey(),
        record.getBudget(),
        record.getEvaluations(),
        record.getStop(),
        record.getFailure(),
        size == 0 ? Double.NaN : history.value(size - 1),
        record.getOptimum(),
        UNKNOWN);
  }

  /** The same result, under known circumstances. */
  public TrialResult under(Circumstance known) {
    return new TrialResult(key, budget, evaluations, stop, failure, best, optimum, known);
  }

  /** How far from the optimum the trial ended; NaN if the optimum or the best value is unknown. */
  public double distance() {
    return best - optimum;
  }

  public boolean failed() {
    return stop == Stop.FAILED;
  }
}
