package benchwright.analysis;

import benchwright.artifact.Summary;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.suite.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up the records of a run, one row per optimizer, function and dimension.
 *
 * <p>Records may come in any order and give the same summary to the last bit: counts and
 * evaluations add up exactly, everything else is sorted before it is added. No record is kept.
 */
public final class Summarizer {
  private final double[] targets;
  private final Map<String, RowSum> rows = new LinkedHashMap<>();

  /**
   * @param order all trials of the run; their rows will stand in this order.
   */
  public Summarizer(Targets targets, Iterable<TrialKey> order) {
    this.targets = targets.values();
    for (TrialKey key : order) {
      row(key);
    }
  }

  /** Adds one record. */
  public void add(TrialRecord record) {
    row(record.getKey()).add(record);
  }

  /** The summary of what has been added; rows without a trial are left out. */
  public Summary summary(String runId) {
    List<SummaryRow> finished = new ArrayList<>();
    for (RowSum row : rows.values()) {
      if (row.trials() > 0) {
        finished.add(row.toRow());
      }
    }
    return Summary.of(runId, finished);
  }

  private RowSum row(TrialKey key) {
    // Ids hold no slash. A record as a key would cost more to load than a quick run to sum up.
    String id = key.optimizer() + "/" + key.function() + "/" + key.dimension();
    RowSum row = rows.get(id);
    if (row == null) {
      row = new RowSum(key.optimizer(), key.function(), key.dimension(), targets);
      rows.put(id, row);
    }
    return row;
  }
}
