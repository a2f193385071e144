package benchwright.report;

import benchwright.analysis.FailureGroup;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.Environment;
import benchwright.artifact.Manifest;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import benchwright.report.MarkdownReport.Section;
import java.util.List;

/** The end of a report in Markdown: what failed, where it ran, how to do it again. */
final class ClosingSections {
  private static final int SHOWN = 50;
  private static final int LONGEST = 10_000;

  private final Findings findings;

  ClosingSections(Findings findings) {
    this.findings = findings;
  }

  List<Section> all() {
    return List.of(
        new Section("What failed, and why", failures(), 1),
        new Section("Where it ran", environment(), 1),
        new Section("How to do it again", again(), 0));
  }

  private String failures() {
    StringBuilder text = new StringBuilder();
    if (!findings.review().failures().isEmpty()) {
      Markdown.Grid grid =
          new Markdown.Grid("optimizer", ">trials", "how", "the first of them", "what it said");
      for (FailureGroup group : findings.review().failures()) {
        grid.add(
            Markdown.code(group.optimizer()),
            Quantity.count(group.trials()),
            Markdown.text(group.kind()),
            group.examples().isEmpty() ? "" : Markdown.code(group.examples().get(0).toString()),
            Markdown.code(group.message()));
      }
      text.append(grid.toText());
    }
    Markdown.Grid cases = new Markdown.Grid("case", "status", "why");
    for (Timings timings : findings.timings()) {
      for (TimedCase each : timings.cases()) {
        if (each.status() != CaseStatus.MEASURED || !each.reason().isEmpty()) {
          cases.add(
              Markdown.code((timings.implementation().getId() + " " + each.key()).strip()),
              Markdown.text(each.status().getWord()),
              Markdown.code(each.reason()));
        }
      }
    }
    if (!cases.isEmpty()) {
      text.append(text.length() == 0 ? "" : "\n").append(cases.toText());
    }
    List<String> gaps = findings.gaps();
    if (!gaps.isEmpty()) {
      text.append(text.length() == 0 ? "" : "\n")
          .append(
              "Files that are missing or damaged; what can be read of them is in this report:\n\n");
      for (String gap : gaps.subList(0, Math.min(SHOWN, gaps.size()))) {
        text.append("- ").append(Markdown.code(gap)).append('\n');
      }
      if (gaps.size() > SHOWN) {
        text.append("- and ").append(gaps.size() - SHOWN).append(" more\n");
      }
    }
    return text.toString();
  }

  private String environment() {
    Manifest manifest = findings.manifest();
    Environment environment = manifest.environment();
    String host = environment.host();
    Markdown.Grid grid =
        new Markdown.Grid("host", host.isEmpty() ? "unknown" : Markdown.text(host));
    row(grid, "processor", environment.cpu());
    row(grid, "cores", environment.cores() == 0 ? "" : Integer.toString(environment.cores()));
    row(
        grid,
        "memory",
        environment.memoryBytes() == 0 ? "" : Quantity.bytes(environment.memoryBytes()));
    row(grid, "system", environment.os());
    row(grid, "governor", environment.governor());
    row(grid, "JVM", environment.jvm());
    row(grid, "Kotlin", environment.kotlin());
    row(grid, "Benchwright", environment.benchwright());
    row(grid, "isolation", manifest.isolation());
    StringBuilder text = new StringBuilder();
    for (String warning : environment.warnings()) {
      text.append("- ⚠️ ").append(Markdown.text(warning)).append('\n');
    }
    String warnings = text.length() == 0 ? "" : text + "\n";
    return grid.isEmpty() ? warnings : warnings + Markdown.details("The machine", grid.toText());
  }

  private static void row(Markdown.Grid grid, String name, String value) {
    if (!value.isEmpty()) {
      grid.add(name, Markdown.text(value));
    }
  }

  private String again() {
    Manifest manifest = findings.manifest();
    StringBuilder commands = new StringBuilder();
    for (String command : Shell.again(manifest, findings.place())) {
      commands.append(Markdown.line(command, LONGEST)).append('\n');
    }
    String about =
        manifest.commit().dirty()
            ? "\nThe sources had changes that no commit holds; the script's SHA-256 was "
                + Markdown.code(manifest.suite().sha256())
                + ".\n"
            : "";
    return Markdown.block("sh", commands.toString()) + about;
  }
}
