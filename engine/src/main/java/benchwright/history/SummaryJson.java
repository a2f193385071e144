package benchwright.history;

import benchwright.artifact.Documents;
import benchwright.artifact.Interval;
import benchwright.artifact.Summary;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import java.util.List;
import kotlinx.serialization.json.JsonObject;

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
    objects(to.key("timings"), summary.timings());
    objects(to.key("groups"), summary.groups());
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
      to.key("successes").value(target.successes()).endObject();
    }
    to.endArray();
    to.key("final").beginObject();
    to.key("mean").value(row.finalValues().mean());
    to.key("median").value(row.finalValues().median());
    to.key("standardDeviation").value(row.finalValues().standardDeviation());
    to.key("best").value(row.finalValues().best());
    to.key("worst").value(row.finalValues().worst()).endObject();
    to.key("aocc").value(row.aocc());
    to.endObject();
  }

  private static void interval(JsonBytes to, Interval interval) {
    to.beginObject().key("lower").value(interval.lower());
    to.key("upper").value(interval.upper()).endObject();
  }

  private static void objects(JsonBytes to, List<JsonObject> objects) {
    to.beginArray();
    for (JsonObject object : objects) {
      to.json(Documents.text(object));
    }
    to.endArray();
  }
}
