package benchwright.history;

import benchwright.artifact.Documents;
import benchwright.artifact.Summary;
import java.util.List;
import java.util.function.Function;
import kotlinx.serialization.json.JsonObject;

/** What was timed, in a summary's JSON: a row a line. */
final class SummaryTimings {
  private SummaryTimings() {}

  static void rows(Summary summary, JsonBytes to) {
    rows("timings", summary.timings(), Documents::toJson, to);
    to.raw(',').raw('\n').element();
  }

  /** Nothing for a suite of optimizers. */
  static void comparisons(Summary summary, JsonBytes to) {
    if (!summary.growth().isEmpty()) {
      to.raw(',').raw('\n').element();
      rows("growth", summary.growth(), Documents::toJson, to);
    }
    if (!summary.equivalence().isEmpty()) {
      to.raw(',').raw('\n').element();
      rows("equivalence", summary.equivalence(), Documents::toJson, to);
    }
  }

  private static <T> void rows(
      String name, List<T> rows, Function<T, JsonObject> json, JsonBytes to) {
    to.key(name).raw('[').element();
    char separator = ' ';
    for (T row : rows) {
      to.raw(separator).raw('\n').element().json(Documents.text(json.apply(row)));
      separator = ',';
    }
    to.raw(']');
  }
}
