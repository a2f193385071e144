package benchwright.report;

import benchwright.artifact.ComparisonRow;
import benchwright.suite.Measure;

/** What a comparison says, in words: measures, quantities with their units, changes. */
final class Comparands {
  private Comparands() {}

  static String measure(Measure measure) {
    return switch (measure) {
      case EXPECTED_RUNTIME -> "expected evaluations";
      case SUCCESS_RATE -> "success rate";
      case TIME -> "time";
      case MEMORY -> "memory";
      case UTILIZATION -> "utilization";
    };
  }

  /** {@code 1,234}, {@code 83 %}, {@code 12.3 ms}; a dash where it is not known. */
  static String quantity(double value, String unit) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    return switch (unit) {
      case "evaluations" -> Quantity.count(Math.round(value));
      case "share" -> Quantity.percent(value);
      case "ns" -> Quantity.time(value);
      case "bytes" -> Quantity.bytes(Math.round(value));
      case "bytes/operation" -> Quantity.bytes(Math.round(value)) + "/op";
      default -> Quantity.ratio(value) + " " + Markdown.text(unit, 20);
    };
  }

  /** How much worse: {@code +12 %}, {@code −3.1 %}, {@code +∞}; a dash where it is not known. */
  static String change(double share) {
    if (Double.isNaN(share)) {
      return "–";
    }
    String sign = share < 0 ? "−" : "+";
    return sign + (Double.isInfinite(share) ? "∞" : Quantity.percent(Math.abs(share)));
  }

  /** What a row is about, as plain text: {@code cma-es on bbob-f1 in 5-D}. */
  static String subject(ComparisonRow row) {
    return row.subject()
        + (row.function().isEmpty() ? "" : " on " + row.function())
        + (row.dimension() == 0 ? "" : " in " + row.dimension() + "-D")
        + (row.caseText().isEmpty() ? "" : " " + row.caseText());
  }

  /** What happened to it, as plain text: {@code time 10.0 ms → 12.0 ms (+20 %)}. */
  static String happened(ComparisonRow row) {
    return measure(row.measure())
        + " "
        + quantity(row.base(), row.unit())
        + " → "
        + quantity(row.head(), row.unit())
        + (Double.isNaN(row.worse()) ? "" : " (worse by " + change(row.worse()) + ")");
  }
}
