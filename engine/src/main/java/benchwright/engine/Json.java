package benchwright.engine;

import benchwright.artifact.Baseline;
import benchwright.artifact.Comparison;
import benchwright.artifact.Documents;
import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.artifact.Trend;
import benchwright.suite.Suite;
import java.util.List;

/** Documents as JSON text. */
public final class Json {
  private Json() {}

  /** A manifest on one line. */
  public static String line(Manifest manifest) {
    return Documents.text(Documents.toJson(manifest));
  }

  /** A summary on one line. */
  public static String line(Summary summary) {
    return Documents.text(Documents.toJson(summary));
  }

  /** A suite on one line. */
  public static String line(Suite suite) {
    return Documents.text(Documents.toJson(suite));
  }

  /** A comparison on one line. */
  public static String line(Comparison comparison) {
    return Documents.text(Documents.toJson(comparison));
  }

  /** A comparison for people, as it stands in {@code comparison.json}. */
  public static String page(Comparison comparison) {
    return Documents.page(Documents.toJson(comparison));
  }

  /** A baseline for people, as it stands in its file. */
  public static String page(Baseline baseline) {
    return Documents.page(Documents.toJson(baseline));
  }

  /** Baselines as an array on one line. */
  public static String line(List<Baseline> baselines) {
    return "["
        + String.join(
            ",", baselines.stream().map(each -> Documents.text(Documents.toJson(each))).toList())
        + "]";
  }

  /** A trend for people, as {@code schemas/trend-schema.json} says. */
  public static String page(Trend trend) {
    return Documents.page(Documents.toJson(trend));
  }

  /** A summary for people, as it stands in {@code summary.json}. */
  public static String page(Summary summary) {
    return Documents.page(Documents.toJson(summary));
  }
}
