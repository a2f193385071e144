package benchwright.report;

import benchwright.analysis.FailureGroup;
import benchwright.analysis.RunVerdict;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import java.util.ArrayList;
import java.util.List;

/** A run in a few lines of Markdown: how it stands, its key figures, and what failed. */
final class RunBrief {
  private static final int TOLD = 10;

  private final Findings findings;

  RunBrief(Findings findings) {
    this.findings = findings;
  }

  String toText() {
    RunVerdict verdict = findings.verdict();
    String title = findings.manifest().suite().title();
    String named = Markdown.text(title.isEmpty() ? findings.manifest().runId() : title, 100);
    StringBuilder text = new StringBuilder("## ");
    text.append(
        switch (verdict.state()) {
          case PASSED -> "✅ " + named + ": ran, and nothing failed";
          case UNFINISHED -> "⚠️ " + named + ": not finished";
          case FAILED -> "❌ " + named + ": failed";
        });
    text.append("\n\n");
    for (String reason : verdict.reasons()) {
      text.append("- ").append(Markdown.text(reason)).append('\n');
    }
    text.append(verdict.reasons().isEmpty() ? "" : "\n").append(new KeyFigures(findings).toText());
    List<String> failures = failures(findings);
    if (!failures.isEmpty()) {
      text.append("\n### What failed\n\n");
      failures.subList(0, Math.min(TOLD, failures.size())).stream()
          .map(failure -> "- " + failure + "\n")
          .forEach(text::append);
      if (failures.size() > TOLD) {
        text.append("- and ").append(failures.size() - TOLD).append(" more\n");
      }
    }
    return text.toString();
  }

  private static List<String> failures(Findings findings) {
    List<String> failures = new ArrayList<>();
    for (FailureGroup each : findings.review().failures()) {
      failures.add(
          Markdown.code(each.optimizer())
              + ", "
              + Quantity.count(each.trials(), "trial")
              + (each.examples().isEmpty()
                  ? ""
                  : " such as " + Markdown.code(each.examples().get(0).toString()))
              + ": "
              + Markdown.text(each.kind() + ": " + each.message(), 300));
    }
    for (Timings timings : findings.timings()) {
      for (TimedCase each : timings.cases()) {
        if (each.status() == CaseStatus.FAILED) {
          String key = each.key().toString();
          failures.add(
              Markdown.code(timings.implementation().getId())
                  + (key.isEmpty() ? "" : " " + Markdown.code(key))
                  + ": "
                  + Markdown.text(each.reason(), 300));
        }
      }
    }
    for (String gap : findings.gaps()) {
      failures.add(Markdown.text(gap, 300));
    }
    return failures;
  }
}
