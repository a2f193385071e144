package benchwright.report;

import benchwright.analysis.TrialResult;
import benchwright.artifact.EquivalenceRow;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run as the XML that JUnit's readers know: a suite for each optimizer or implementation, a case
 * for each function and dimension or each timed case.
 *
 * <p>A case fails where a trial failed, a measurement failed, or results differ; it is skipped
 * where nothing could be measured. Not to reach a target is a result, and no failure. Damaged files
 * are errors of a suite of their own. The time of a case is that of all its trials together, or the
 * median of its samples.
 */
public final class JUnitReport {
  private static final int TOLD = 10;

  private final Findings findings;
  private final JUnitXml xml;

  public JUnitReport(Findings findings) {
    this.findings = findings;
    this.xml = new JUnitXml(findings.manifest().suite().name());
  }

  /** The whole document. */
  public String render() {
    Map<String, List<TrialResult>> optimizers = new LinkedHashMap<>();
    for (TrialResult trial : findings.trials()) {
      optimizers.computeIfAbsent(trial.key().optimizer(), id -> new ArrayList<>()).add(trial);
    }
    optimizers.forEach(this::optimizer);
    findings.timings().forEach(this::implementation);
    gaps();
    return xml.toText();
  }

  private void optimizer(String optimizer, List<TrialResult> trials) {
    Map<String, List<TrialResult>> cases = new LinkedHashMap<>();
    for (TrialResult trial : trials) {
      String name = trial.key().function() + " in " + trial.key().dimension() + "-D";
      cases.computeIfAbsent(name, key -> new ArrayList<>()).add(trial);
    }
    JUnitXml.Suite suite = xml.suite(optimizer, findings.manifest());
    cases.forEach(
        (name, all) -> {
          long nanos = 0;
          List<TrialResult> failed = new ArrayList<>();
          for (TrialResult trial : all) {
            nanos += trial.circumstance().runtimeNanos();
            if (trial.failed()) {
              failed.add(trial);
            }
          }
          suite.add(name, nanos / 1e9, failed.isEmpty() ? "" : failure(failed, all.size()));
        });
    suite.close();
  }

  private static String failure(List<TrialResult> failed, int trials) {
    TrialResult first = failed.get(0);
    StringBuilder text = new StringBuilder();
    for (TrialResult each : failed.subList(0, Math.min(TOLD, failed.size()))) {
      text.append(each.key())
          .append(": ")
          .append(each.failure().kind())
          .append(": ")
          .append(each.failure().message())
          .append('\n');
    }
    if (failed.size() > TOLD) {
      text.append("and ").append(failed.size() - TOLD).append(" more\n");
    }
    String message =
        failed.size()
            + " of "
            + Quantity.count(trials, "trial")
            + " failed: "
            + first.failure().message();
    return JUnitXml.element("failure", first.failure().kind(), message, text.toString());
  }

  private void implementation(Timings timings) {
    JUnitXml.Suite suite = xml.suite(timings.implementation().getId(), findings.manifest());
    for (TimedCase each : timings.cases()) {
      String name = each.key().toString();
      suite.add(name.isEmpty() ? "time" : name, each.statistics().median() / 1e9, outcome(each));
    }
    for (EquivalenceRow each : findings.summary().equivalence()) {
      if (each.implementation().equals(timings.implementation().getId())) {
        String name = ("same results as " + each.reference() + " " + each.key()).strip();
        suite.add(
            name,
            0,
            each.agrees() ? "" : JUnitXml.element("failure", "results", each.reason(), ""));
      }
    }
    suite.close();
  }

  private static String outcome(TimedCase each) {
    return switch (each.status()) {
      case MEASURED -> "";
      case FAILED -> JUnitXml.element("failure", "measurement", each.reason(), each.reason());
      case SKIPPED, LEFT_OUT ->
          JUnitXml.element("skipped", each.status().getWord(), each.reason(), "");
    };
  }

  private void gaps() {
    if (findings.gaps().isEmpty()) {
      return;
    }
    JUnitXml.Suite suite = xml.suite("artifact", findings.manifest());
    for (String gap : findings.gaps()) {
      suite.add(gap, 0, JUnitXml.element("error", "damaged", gap, ""));
    }
    suite.close();
  }
}
