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
 *
 * <p>A run of many trials gets all measures, its groups and its standings too. A small one does
 * not: loading what works them out would take longer than the run, and a report works them out
 * anyway.
 */
public final class Summarizer {
  /** From so many trials on, a run takes long enough for all measures to be free. */
  static final int MANY = 1_000;

  private final double[] targets;
  private final Map<String, RowSum> rows = new LinkedHashMap<>();
  // The same rows with all that is needed for all measures; empty in a small run.
  private final Map<String, Cell> cells = new LinkedHashMap<>();
  private final boolean many;

  /**
   * @param order all trials of the run; their rows will stand in this order.
   */
  public Summarizer(Targets targets, Iterable<TrialKey> order) {
    this.targets = targets.values();
    int trials = 0;
    for (TrialKey key : order) {
      row(key);
      trials++;
    }
    this.many = trials >= MANY;
  }

  /** Adds one record. */
  public void add(TrialRecord record) {
    if (many) {
      cell(record.getKey()).add(record);
    } else {
      row(record.getKey()).add(record);
    }
  }

  /** The summary of what has been added; rows without a trial are left out. */
  public Summary summary(String runId) {
    if (many) {
      return complete(runId);
    }
    List<SummaryRow> finished = new ArrayList<>();
    for (RowSum row : rows.values()) {
      if (row.trials() > 0) {
        finished.add(row.toRow());
      }
    }
    return Summary.of(runId, finished);
  }

  private Summary complete(String runId) {
    List<String> optimizers = new ArrayList<>();
    List<String> functions = new ArrayList<>();
    for (RowSum row : rows.values()) {
      optimizers.add(row.optimizer());
      functions.add(row.function());
    }
    Results results = Results.of(Field.of(cells, optimizers, functions));
    Map<String, SummaryRow> byId = new LinkedHashMap<>();
    for (SummaryRow row : results.rows()) {
      byId.put(row.optimizer() + "/" + row.function() + "/" + row.dimension(), row);
    }
    List<SummaryRow> inOrder = new ArrayList<>();
    for (String id : rows.keySet()) {
      SummaryRow row = byId.get(id);
      if (row != null) {
        inOrder.add(row);
      }
    }
    return Summary.of(runId, inOrder).withResults(inOrder, results.groups(), results.standings());
  }

  private Cell cell(TrialKey key) {
    String id = row(key).id();
    Cell cell = cells.get(id);
    if (cell == null) {
      cell = new Cell(key.optimizer(), key.function(), key.dimension(), targets, new long[0]);
      cells.put(id, cell);
    }
    return cell;
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
