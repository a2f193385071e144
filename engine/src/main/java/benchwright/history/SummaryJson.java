package benchwright.history;

import benchwright.artifact.BudgetRow;
import benchwright.artifact.Interval;
import benchwright.artifact.Summary;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import java.util.List;

/** A summary as JSON, written directly: it has thousands of numbers. A row a line. */
final class SummaryJson {
  private SummaryJson() {}

  static byte[] encode(Summary summary) {
    JsonBytes to = new JsonBytes(1 << 16);
    to.beginObject();
    to.key("$schema").value(summary.schema());
    to.key("formatVersion").value(summary.formatVersion());
    to.key("runId").value(summary.runId()).raw(',').raw('\n');
    to.element().key("rows").raw('[').element();
    char separator = ' ';
    for (SummaryRow row : summary.rows()) {
      to.raw(separator).raw('\n');
      row(row, to.element());
      separator = ',';
    }
    to.raw('\n').raw(']').raw(',').raw('\n').element();
    SummaryTimings.rows(summary, to);
    SummaryGroups.write(summary, to);
    SummaryTimings.comparisons(summary, to);
    return to.endObject().raw('\n').toByteArray();
  }

  private static void row(SummaryRow row, JsonBytes to) {
    to.beginObject();
    to.key("optimizer").value(row.optimizer());
    to.key("function").value(row.function());
    to.key("dimension").value(row.dimension());
    to.key("trials").value(row.trials());
    to.key("failed").value(row.failed());
    to.key("successes").value(row.successes());
    to.key("successRate").value(row.successRate());
    interval(to.key("wilson"), row.wilson());
    interval(to.key("clopperPearson"), row.clopperPearson());
    to.key("evaluations").value(row.evaluations());
    to.key("targets").beginArray();
    for (TargetRow target : row.targets()) {
      to.beginObject().key("target").value(target.target());
      to.key("ert");
      if (target.ert() == Double.POSITIVE_INFINITY) {
        to.nothing();
      } else {
        to.value(target.ert());
      }
      to.key("successes").value(target.successes());
      if (!Double.isNaN(target.interval().lower())) {
        interval(to.key("interval"), target.interval());
      }
      if (!Double.isNaN(target.bestOf2009())) {
        to.key("bestOf2009").value(target.bestOf2009());
      }
      to.endObject();
    }
    to.endArray();
    to.key("final").beginObject();
    to.key("mean").value(row.finalValues().mean());
    to.key("median").value(row.finalValues().median());
    to.key("standardDeviation").value(row.finalValues().standardDeviation());
    to.key("best").value(row.finalValues().best());
    to.key("worst").value(row.finalValues().worst()).endObject();
    to.key("aocc").value(row.aocc());
    if (!row.budgets().isEmpty()) {
      budgets(to.key("budgets"), row.budgets());
    }
    if (!Double.isNaN(row.restarts().p50())) {
      to.key("restarts").beginObject();
      to.key("p10").value(row.restarts().p10());
      to.key("p50").value(row.restarts().p50());
      to.key("p90").value(row.restarts().p90()).endObject();
    }
    to.endObject();
  }

  private static void budgets(JsonBytes to, List<BudgetRow> budgets) {
    to.beginArray();
    for (BudgetRow budget : budgets) {
      to.beginObject().key("evaluations").value(budget.evaluations());
      to.key("mean").value(budget.mean());
      to.key("median").value(budget.median());
      to.key("geometricMean").value(budget.geometricMean());
      to.key("standardDeviation").value(budget.standardDeviation());
      to.key("lowerQuartile").value(budget.lowerQuartile());
      to.key("upperQuartile").value(budget.upperQuartile()).endObject();
    }
    to.endArray();
  }

  private static void interval(JsonBytes to, Interval interval) {
    to.beginObject().key("lower").value(interval.lower());
    to.key("upper").value(interval.upper()).endObject();
  }
}
