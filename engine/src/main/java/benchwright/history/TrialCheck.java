package benchwright.history;

import benchwright.artifact.History;
import benchwright.artifact.Stop;
import benchwright.artifact.TrialRecord;

/**
 * What the schema asks of a trial and its types do not promise already, checked on every record
 * before it is written. Costs nothing, where a schema validator would cost more than a quick run.
 */
final class TrialCheck {
  private TrialCheck() {}

  /**
   * Refuses a record that would become an invalid file: a fault of whoever made it.
   *
   * @throws IllegalArgumentException with the reason
   */
  static void require(TrialRecord record) {
    int dimension = record.getKey().dimension();
    check(record, dimension == record.getBounds().dimension(), "its bounds are of its dimension");
    check(record, record.getKey().instance() >= 0, "its instance is not negative");
    check(record, record.getBudget() >= 1, "its budget is at least 1");
    check(record, record.getEvaluations() >= 0, "its evaluations are not negative");
    check(
        record,
        (record.getStop() == Stop.FAILED) != record.getFailure().kind().isEmpty(),
        "it has a failure if and only if it failed");
    History history = record.getHistory();
    int size = history.size();
    check(
        record,
        record.bestPoint().length == (size == 0 ? 0 : dimension),
        "it has a best point if and only if it has a history");
    for (int k = 0; k < size; k++) {
      check(
          record,
          history.evaluation(k) > (k == 0 ? 0 : history.evaluation(k - 1)),
          "the evaluations of its history grow from 1 on");
      check(
          record,
          k == 0 || history.value(k) < history.value(k - 1),
          "each value of its history is better than the one before");
    }
    check(
        record,
        size == 0 || history.evaluation(size - 1) <= record.getEvaluations(),
        "its history ends with its evaluations");
  }

  private static void check(TrialRecord record, boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(
          record.getKey() + " cannot be recorded: of every trial holds that " + rule);
    }
  }
}
