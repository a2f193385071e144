package benchwright.report;

import benchwright.analysis.RunVerdict;
import benchwright.artifact.Manifest;
import benchwright.artifact.SummaryRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several runs as a table, a line each. */
public final class RunsReport {
  private static final String CSV =
      "run,place,suite,profile,status,state,started,commit,dirty,planned,trials,failed,cases"
          + ",evaluations,wallNanos,peakRssBytes,resultsDigest\r\n";

  private final List<Findings> runs;

  /**
   * @param runs in the order in which they are to stand
   */
  public RunsReport(List<Findings> runs) {
    this.runs = List.copyOf(runs);
  }

  /** As a page in Markdown. */
  public String toMarkdown() {
    Markdown.Grid grid =
        new Markdown.Grid(
            "", "run", "suite", "started", "commit", ">trials", ">failed", ">cases", ">time");
    StringBuilder open = new StringBuilder();
    for (Findings run : runs) {
      Manifest manifest = run.manifest();
      RunVerdict verdict = run.verdict();
      long wall = manifest.resources().wallNanos();
      grid.add(
          mark(verdict),
          Markdown.code(manifest.runId()),
          Markdown.code(manifest.suite().name()) + " " + Markdown.text(manifest.profile()),
          Markdown.text(manifest.startedAt()),
          Markdown.code(KeyFigures.shortSha(manifest.commit())),
          Quantity.count(trials(run)),
          Quantity.count(failed(run)),
          Quantity.count(cases(run)),
          wall == 0 ? "" : Quantity.duration(wall));
      if (verdict.state() != RunVerdict.State.PASSED) {
        open.append("- ")
            .append(mark(verdict))
            .append(' ')
            .append(Markdown.code(manifest.runId()))
            .append(": ")
            .append(Markdown.text(String.join("; ", verdict.reasons()), 2_000))
            .append('\n');
      }
    }
    return "# "
        + Quantity.count(runs.size(), "run")
        + "\n\n"
        + grid.toText()
        + "\n✅ passed, ❌ failed, ⚠️ not finished. None of it is a verdict on change, which needs a"
        + " baseline.\n"
        + (open.length() == 0 ? "" : "\n## What is not well\n\n" + open);
  }

  /** As comma-separated values. */
  public String toCsv() {
    StringBuilder text = new StringBuilder(CSV);
    for (Findings run : runs) {
      Manifest manifest = run.manifest();
      List<String> cells =
          List.of(
              manifest.runId(),
              run.place(),
              manifest.suite().name(),
              manifest.profile(),
              manifest.status().getWord(),
              word(run.verdict()),
              manifest.startedAt(),
              manifest.commit().sha(),
              Boolean.toString(manifest.commit().dirty()),
              Integer.toString(run.planned()),
              Long.toString(trials(run)),
              Long.toString(failed(run)),
              Long.toString(cases(run)),
              Long.toString(evaluations(run)),
              Long.toString(manifest.resources().wallNanos()),
              Long.toString(manifest.resources().peakRssBytes()),
              manifest.resultsDigest());
      text.append(String.join(",", cells.stream().map(CsvReport::quoted).toList())).append("\r\n");
    }
    return text.toString();
  }

  /** As JUnit's XML: a suite for each benchmark suite, a case for each of its runs. */
  public String toJUnit() {
    Map<String, List<Findings>> suites = new LinkedHashMap<>();
    for (Findings run : runs) {
      suites.computeIfAbsent(run.manifest().suite().name(), name -> new ArrayList<>()).add(run);
    }
    JUnitXml xml = new JUnitXml("benchwright");
    suites.forEach(
        (name, all) -> {
          JUnitXml.Suite suite = xml.suite(name, all.get(all.size() - 1).manifest());
          for (Findings run : all) {
            RunVerdict verdict = run.verdict();
            String reasons = String.join("; ", verdict.reasons());
            String outcome =
                switch (verdict.state()) {
                  case PASSED -> "";
                  case FAILED -> JUnitXml.element("failure", "failed", reasons, "");
                  case UNFINISHED -> JUnitXml.element("skipped", "not finished", reasons, "");
                };
            suite.add(
                run.manifest().runId(), run.manifest().resources().wallNanos() / 1e9, outcome);
          }
          suite.close();
        });
    return xml.toText();
  }

  private static String mark(RunVerdict verdict) {
    return switch (verdict.state()) {
      case PASSED -> "✅";
      case FAILED -> "❌";
      case UNFINISHED -> "⚠️";
    };
  }

  private static String word(RunVerdict verdict) {
    return verdict.state().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static long trials(Findings run) {
    return run.summary().rows().stream().mapToLong(SummaryRow::trials).sum();
  }

  private static long failed(Findings run) {
    return run.summary().rows().stream().mapToLong(SummaryRow::failed).sum()
        + run.timings().stream()
            .flatMap(each -> each.cases().stream())
            .filter(each -> each.status() == benchwright.artifact.CaseStatus.FAILED)
            .count();
  }

  private static long cases(Findings run) {
    return run.timings().stream().mapToLong(each -> each.cases().size()).sum();
  }

  private static long evaluations(Findings run) {
    return run.summary().rows().stream().mapToLong(SummaryRow::evaluations).sum();
  }
}
