package benchwright.report;

import benchwright.analysis.TrialResult;
import benchwright.artifact.Decimals;
import benchwright.artifact.Metric;
import benchwright.artifact.Samples;
import benchwright.artifact.Stage;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import java.io.IOException;
import java.util.List;

/**
 * All measured values of runs as one table in long form, a value a line: comma-separated values by
 * RFC 4180, with a header line, in UTF-8.
 *
 * <p>The columns are documented in docs/artifacts.md; new ones are only ever added at the end.
 */
public final class CsvReport {
  private static final String HEADER =
      "run,subject,case,dimension,instance,seed,size,workers,gpus,measure,target,sample,value,unit";

  private final Appendable out;

  /** Begins a table with its header line. */
  public CsvReport(Appendable out) throws IOException {
    this.out = out;
    out.append(HEADER).append("\r\n");
  }

  /** Writes what was found in one run. */
  public void add(Findings findings) throws IOException {
    String run = findings.manifest().runId();
    for (TrialResult trial : findings.trials()) {
      trial(run, trial);
    }
    for (SummaryRow row : findings.summary().rows()) {
      row(run, row);
    }
    for (Timings timings : findings.timings()) {
      for (TimedCase each : timings.cases()) {
        timed(run, timings.implementation().getId(), each);
      }
    }
  }

  private void trial(String run, TrialResult trial) throws IOException {
    String key =
        cells(run, trial.key().optimizer(), trial.key().function())
            + trial.key().dimension()
            + ","
            + trial.key().instance()
            + ","
            + trial.key().seed()
            + ",,,,";
    line(key, "evaluations", "", "", Long.toString(trial.evaluations()), "evaluations");
    line(key, "budget", "", "", Long.toString(trial.budget()), "evaluations");
    if (!Double.isNaN(trial.best())) {
      line(key, "best", "", "", Decimals.text(trial.best()), "");
    }
    if (!Double.isNaN(trial.distance())) {
      line(key, "distance", "", "", Decimals.text(trial.distance()), "");
    }
    line(key, "failed", "", "", trial.failed() ? "1" : "0", "");
    long runtime = trial.circumstance().runtimeNanos();
    if (runtime > 0) {
      line(key, "runtime", "", "", Long.toString(runtime), "ns");
      line(
          key,
          "evaluationTime",
          "",
          "",
          Long.toString(trial.circumstance().evaluationNanos()),
          "ns");
    }
    if (trial.circumstance().peakBytes() > 0) {
      line(key, "peakRss", "", "", Long.toString(trial.circumstance().peakBytes()), "B");
    }
  }

  private void row(String run, SummaryRow row) throws IOException {
    String key = cells(run, row.optimizer(), row.function()) + row.dimension() + ",,,,,,";
    line(key, "trials", "", "", Integer.toString(row.trials()), "");
    if (!Double.isNaN(row.successRate())) {
      line(key, "successRate", "", "", Decimals.text(row.successRate()), "");
    }
    for (TargetRow target : row.targets()) {
      String text = Decimals.text(target.target());
      line(key, "ert", text, "", Decimals.text(target.ert()), "evaluations");
      line(key, "successes", text, "", Integer.toString(target.successes()), "");
    }
    if (!Double.isNaN(row.aocc())) {
      line(key, "aocc", "", "", Decimals.text(row.aocc()), "");
    }
  }

  private void timed(String run, String implementation, TimedCase each) throws IOException {
    String size = each.key().size();
    String key =
        cells(run, implementation, size)
            + ",,,"
            + (size.isEmpty() ? "" : Long.toString(each.key().sizeValue()))
            + ","
            + each.key().workers()
            + ","
            + each.key().gpus()
            + ",";
    Samples samples = each.samples();
    decimals(key, "wall", samples.wallNanos(), "ns");
    decimals(key, "user", samples.userNanos(), "ns");
    decimals(key, "system", samples.systemNanos(), "ns");
    for (int i = 0; i < samples.peakRssBytes().size(); i++) {
      line(
          key,
          "peakRss",
          "",
          Integer.toString(i + 1),
          Long.toString(samples.peakRssBytes().get(i)),
          "B");
    }
    decimals(key, "allocated", samples.allocatedBytesPerOperation(), "B");
    decimals(key, "collections", samples.collections(), "");
    decimals(key, "collectionTime", samples.collectionNanos(), "ns");
    for (Stage stage : each.stages()) {
      decimals(key, "stage:" + stage.name(), stage.seconds(), "s");
    }
    for (Metric metric : each.metrics()) {
      decimals(key, "metric:" + metric.name(), metric.values(), metric.unit());
    }
  }

  private void decimals(String key, String measure, List<Double> values, String unit)
      throws IOException {
    for (int i = 0; i < values.size(); i++) {
      line(key, measure, "", Integer.toString(i + 1), Decimals.text(values.get(i)), unit);
    }
  }

  private void line(
      String key, String measure, String target, String sample, String value, String unit)
      throws IOException {
    out.append(key)
        .append(quoted(measure))
        .append(',')
        .append(target)
        .append(',')
        .append(sample)
        .append(',')
        .append(value)
        .append(',')
        .append(quoted(unit))
        .append("\r\n");
  }

  private static String cells(String run, String subject, String object) {
    return quoted(run) + "," + quoted(subject) + "," + quoted(object) + ",";
  }

  /**
   * A field as RFC 4180 wants it. A spreadsheet would take what begins with one of {@code = + - @}
   * for a formula: an apostrophe before it makes it text.
   */
  static String quoted(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean plain = true;
    for (int i = 0; i < safe.length(); i++) {
      plain &= ",\"\r\n".indexOf(safe.charAt(i)) < 0;
    }
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
