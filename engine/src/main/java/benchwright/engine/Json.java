package benchwright.engine;

import benchwright.artifact.Documents;
import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.suite.Suite;

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

  /** A summary for people, as it stands in {@code summary.json}. */
  public static String page(Summary summary) {
    return Documents.page(Documents.toJson(summary));
  }
}
