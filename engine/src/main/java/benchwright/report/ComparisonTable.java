package benchwright.report;

import benchwright.artifact.ComparisonRow;
import benchwright.artifact.Interval;
import benchwright.artifact.Outcome;
import java.util.List;

/** Rows of a comparison as a table in Markdown. */
final class ComparisonTable {
  private static final int LONGEST = 80;
  private static final String UNKNOWN = "–";

  private final int most;

  /**
   * @param most how many rows of each table are shown
   */
  ComparisonTable(int most) {
    this.most = most;
  }

  /** The first of {@code rows}, and how many more there are. */
  String toText(List<ComparisonRow> rows) {
    Markdown.Grid grid =
        new Markdown.Grid(
            "",
            "what",
            "measure",
            ">base",
            ">head",
            ">worse by",
            "interval",
            ">p",
            ">detectable",
            ">limit",
            "why");
    int shown = Math.min(most, rows.size());
    for (ComparisonRow row : rows.subList(0, shown)) {
      grid.add(
          mark(row),
          what(row),
          measure(row),
          Comparands.quantity(row.base(), row.unit()),
          Comparands.quantity(row.head(), row.unit()),
          Comparands.change(row.worse()),
          interval(row.interval()),
          p(row.adjustedP()),
          share(row.detectable()),
          limit(row),
          Markdown.text(row.reason()));
    }
    String text = grid.isEmpty() ? "" : grid.toText();
    return shown == rows.size()
        ? text
        : text
            + (text.isEmpty() ? "" : "\n")
            + Quantity.count(rows.size() - shown, shown == 0 ? "row" : "more row")
            + " left out for want of room; all are in `comparison.json`.\n";
  }

  private static String mark(ComparisonRow row) {
    return switch (row.verdict()) {
      case FAILED -> "❌";
      case UNDECIDED -> "❔";
      case PASSED -> row.warns() ? "⚠️" : row.outcome() == Outcome.IMPROVED ? "🟢" : "";
    };
  }

  private static String what(ComparisonRow row) {
    StringBuilder text = new StringBuilder(code(row.subject()));
    if (!row.function().isEmpty()) {
      text.append(" on ").append(code(row.function()));
    }
    if (row.dimension() > 0) {
      text.append(" in ").append(row.dimension()).append("-D");
    }
    if (!row.caseText().isEmpty()) {
      text.append(' ').append(code(row.caseText()));
    }
    return text.toString();
  }

  private static String code(String text) {
    return Markdown.code(Markdown.line(text, LONGEST));
  }

  private static String measure(ComparisonRow row) {
    String measure = Comparands.measure(row.measure());
    return Double.isNaN(row.target()) ? measure : measure + " to " + Quantity.target(row.target());
  }

  private static String interval(Interval interval) {
    return Double.isNaN(interval.lower()) && Double.isNaN(interval.upper())
        ? UNKNOWN
        : Comparands.change(interval.lower()) + " to " + Comparands.change(interval.upper());
  }

  private static String p(double p) {
    return Double.isNaN(p) ? UNKNOWN : p < 0.0001 ? "<0.0001" : Quantity.ratio(p);
  }

  private static String share(double share) {
    return Double.isNaN(share) ? UNKNOWN : Quantity.percent(share);
  }

  private static String limit(ComparisonRow row) {
    return Double.isNaN(row.threshold())
        ? UNKNOWN
        : Comparands.change(row.threshold())
            + (row.severity().isEmpty() ? "" : " " + Markdown.text(row.severity()));
  }
}
