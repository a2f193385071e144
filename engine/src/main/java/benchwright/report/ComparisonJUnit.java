package benchwright.report;

import benchwright.artifact.ComparedRun;
import benchwright.artifact.Comparison;
import benchwright.artifact.ComparisonRow;
import benchwright.artifact.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A comparison as the XML that JUnit's readers know: a suite for the verdict, and one for each
 * optimizer or implementation, with a case for each of its rows.
 *
 * <p>A row that fails the verdict is a failure. One that is undecided is skipped, with its reason:
 * JUnit has no other word for what is neither passed nor failed.
 */
public final class ComparisonJUnit {
  /** What its readers must be told where nobody knows: the XML's schema wants a date. */
  private static final String NEVER = "1970-01-01T00:00:00Z";

  private final Comparison comparison;

  public ComparisonJUnit(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The whole document. */
  public String render() {
    JUnitXml xml = new JUnitXml("benchwright compare");
    JUnitXml.Origin origin = origin();
    JUnitXml.Suite verdict = xml.suite("verdict", origin);
    verdict.add(name(comparison.base()) + " to " + name(comparison.head()), 0, outcome());
    verdict.close();
    Map<String, List<ComparisonRow>> subjects = new LinkedHashMap<>();
    for (ComparisonRow row : comparison.rows()) {
      subjects.computeIfAbsent(row.subject(), id -> new ArrayList<>()).add(row);
    }
    subjects.forEach(
        (subject, rows) -> {
          JUnitXml.Suite suite = xml.suite(subject, origin);
          rows.forEach(row -> suite.add(title(row), 0, outcome(row)));
          suite.close();
        });
    return xml.toText();
  }

  private JUnitXml.Origin origin() {
    ComparedRun base = comparison.base();
    ComparedRun head = comparison.head();
    return new JUnitXml.Origin(
        head.suite().name(),
        head.machine(),
        head.startedAt().isEmpty() ? NEVER : head.startedAt(),
        List.of(
            new JUnitXml.Property("design", comparison.design().getWord()),
            new JUnitXml.Property("base", name(base)),
            new JUnitXml.Property("baseCommit", base.commit().sha()),
            new JUnitXml.Property("baseStartedAt", base.startedAt()),
            new JUnitXml.Property("baseFingerprint", base.fingerprint()),
            new JUnitXml.Property("head", name(head)),
            new JUnitXml.Property("headCommit", head.commit().sha()),
            new JUnitXml.Property("headFingerprint", head.fingerprint()),
            new JUnitXml.Property("jvm", head.jvm())));
  }

  private static String name(ComparedRun run) {
    return run.name().isEmpty() ? run.runId() : run.name();
  }

  private String outcome() {
    Verdict verdict = comparison.verdict();
    String reasons = String.join("\n", verdict.reasons());
    String first = verdict.reasons().isEmpty() ? "" : verdict.reasons().get(0);
    return switch (verdict.state()) {
      case PASSED -> "";
      case FAILED -> JUnitXml.element("failure", "failed", first, reasons);
      case UNDECIDED -> JUnitXml.element("skipped", "undecided", reasons, "");
    };
  }

  /** {@code bbob-f1 in 5-D: expected evaluations to 1e-08}. */
  private static String title(ComparisonRow row) {
    List<String> parts = new ArrayList<>();
    if (!row.function().isEmpty()) {
      parts.add(row.function());
    }
    if (row.dimension() > 0) {
      parts.add("in " + row.dimension() + "-D");
    }
    if (!row.caseText().isEmpty()) {
      parts.add(row.caseText());
    }
    String measure =
        Comparands.measure(row.measure())
            + (Double.isNaN(row.target()) ? "" : " to " + Quantity.target(row.target()));
    return parts.isEmpty() ? measure : String.join(" ", parts) + ": " + measure;
  }

  private static String outcome(ComparisonRow row) {
    String message = Comparands.happened(row) + (row.reason().isEmpty() ? "" : ". " + row.reason());
    return switch (row.verdict()) {
      case PASSED -> "";
      case FAILED -> JUnitXml.element("failure", row.grade().getWord(), message, "");
      case UNDECIDED -> JUnitXml.element("skipped", "undecided", message, "");
    };
  }
}
