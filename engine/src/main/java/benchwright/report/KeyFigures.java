package benchwright.report;

import benchwright.artifact.CommitStamp;
import benchwright.artifact.Manifest;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.Timings;
import java.util.ArrayList;
import java.util.List;

/** The few lines below the title of a report: what was run, and what came of it all in all. */
final class KeyFigures {
  private static final int SHORT_SHA = 12;

  private final Findings findings;

  KeyFigures(Findings findings) {
    this.findings = findings;
  }

  String toText() {
    Manifest manifest = findings.manifest();
    Markdown.Grid grid = new Markdown.Grid("run", Markdown.code(manifest.runId()));
    String suite =
        Markdown.code(manifest.suite().name())
            + (manifest.profile().isEmpty() ? "" : ", " + Markdown.text(manifest.profile()))
            + (manifest.suite().file().isEmpty()
                ? ""
                : " (" + Markdown.code(manifest.suite().file()) + ")");
    grid.add("suite", suite);
    if (!manifest.shard().isWhole()) {
      grid.add("shard", manifest.shard().index() + " of " + manifest.shard().count());
    }
    if (!findings.summary().rows().isEmpty()) {
      grid.add("trials", trials());
      grid.add("solved", solved());
    }
    if (!findings.timings().isEmpty()) {
      int cases = findings.timings().stream().mapToInt(each -> each.cases().size()).sum();
      grid.add(
          "cases",
          Quantity.count(cases, "case")
              + " of "
              + Quantity.count(findings.timings().size(), "implementation")
              + ": "
              + names(
                  findings.timings().stream()
                      .map(Timings::implementation)
                      .map(i -> i.getId())
                      .toList()));
    }
    if (manifest.resources().wallNanos() > 0) {
      grid.add("time", time(manifest));
    }
    if (!manifest.startedAt().isEmpty()) {
      grid.add("started", Markdown.text(manifest.startedAt()));
    }
    grid.add("commit", commit(manifest.commit()));
    if (!manifest.resultsDigest().isEmpty()) {
      grid.add("results digest", Markdown.code(manifest.resultsDigest()));
    }
    return grid.toText();
  }

  private String trials() {
    long trials = 0;
    long failed = 0;
    long evaluations = 0;
    for (SummaryRow row : findings.summary().rows()) {
      trials += row.trials();
      failed += row.failed();
      evaluations += row.evaluations();
    }
    int planned = findings.planned();
    return Quantity.count(trials)
        + (planned > trials ? " of " + Quantity.count(planned) : "")
        + (trials == 1 && planned <= 1 ? " trial, " : " trials, ")
        + Quantity.count(failed)
        + " failed; "
        + Quantity.count(evaluations, "evaluation")
        + "; "
        + Quantity.count(findings.review().optimizers().size(), "optimizer")
        + " on "
        + Quantity.count(findings.review().functions().size(), "function")
        + " in "
        + String.join(", ", findings.review().dimensions().stream().map(d -> d + "-D").toList());
  }

  /** The best of them, and how many of its trials got there. */
  private String solved() {
    String best = "";
    double most = -1;
    String told = "";
    for (String optimizer : findings.review().optimizers()) {
      long trials = 0;
      long successes = 0;
      for (SummaryRow row : findings.summary().rows()) {
        if (row.optimizer().equals(optimizer) && !row.targets().isEmpty()) {
          trials += row.trials();
          successes += row.successes();
        }
      }
      double share = trials == 0 ? -1 : (double) successes / trials;
      if (share > most) {
        most = share;
        best = optimizer;
        told = Quantity.count(successes) + " of its " + Quantity.count(trials, "trial");
      }
    }
    if (best.isEmpty()) {
      return "no optimum is known, so nothing can count as solved";
    }
    List<Double> targets = findings.review().targets();
    String target =
        targets.isEmpty() ? "" : " to within " + Quantity.target(targets.get(targets.size() - 1));
    return (findings.review().optimizers().size() > 1 ? "most of all " : "")
        + Markdown.code(best)
        + ": "
        + told
        + target;
  }

  private static String time(Manifest manifest) {
    List<String> parts = new ArrayList<>();
    parts.add(Quantity.duration(manifest.resources().wallNanos()));
    if (manifest.resources().cpuNanos() > 0) {
      parts.add(Quantity.duration(manifest.resources().cpuNanos()) + " of processors");
    }
    if (manifest.resources().peakRssBytes() > 0) {
      parts.add("peak memory " + Quantity.bytes(manifest.resources().peakRssBytes()));
    }
    return String.join(", ", parts);
  }

  static String shortSha(CommitStamp commit) {
    return commit.sha().substring(0, Math.min(SHORT_SHA, commit.sha().length()));
  }

  static String commit(CommitStamp commit) {
    if (commit.sha().isEmpty()) {
      return "unknown";
    }
    return Markdown.code(shortSha(commit))
        + (commit.branch().isEmpty() ? "" : " on " + Markdown.code(commit.branch()))
        + (commit.dirty() ? ", with changes" : "");
  }

  private static String names(List<String> ids) {
    int shown = Math.min(8, ids.size());
    String names = String.join(", ", ids.subList(0, shown).stream().map(Markdown::code).toList());
    return ids.size() > shown ? names + " and " + (ids.size() - shown) + " more" : names;
  }
}
