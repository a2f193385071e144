package benchwright.report;

import benchwright.analysis.TrialResult;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.Comparison;
import benchwright.artifact.ComparisonRow;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import benchwright.artifact.VerdictState;
import java.util.ArrayList;
import java.util.List;

/**
 * What failed and what became worse, as the workflow commands by which GitHub marks lines of files.
 * It shows ten errors and ten warnings of a step: the last of ten says how many more there are.
 */
public final class Annotations {
  private static final int SHOWN = 10;
  private static final int LONGEST = 600;

  /** The text of scripts, by the names that runs give them. */
  public interface Scripts {
    /** The lines of {@code file}; none if it cannot be read. */
    List<String> lines(String file);
  }

  private record Remark(String file, String subject, String title, String text) {}

  private final Scripts scripts;

  public Annotations(Scripts scripts) {
    this.scripts = scripts;
  }

  /** A command a line, errors first. */
  public List<String> of(List<Comparison> comparisons, List<Findings> runs) {
    List<Remark> errors = new ArrayList<>();
    List<Remark> warnings = new ArrayList<>();
    for (Findings run : runs) {
      failures(run, errors);
    }
    for (Comparison comparison : comparisons) {
      rows(comparison, errors, warnings);
    }
    List<String> commands = new ArrayList<>();
    commands(commands, "error", errors);
    commands(commands, "warning", warnings);
    return commands;
  }

  private static void failures(Findings run, List<Remark> errors) {
    String file = run.manifest().suite().file();
    for (TrialResult trial : run.trials()) {
      if (trial.failed()) {
        errors.add(
            new Remark(
                file,
                trial.key().optimizer(),
                "A trial failed: " + trial.key(),
                trial.failure().kind() + ": " + trial.failure().message()));
      }
    }
    for (Timings timings : run.timings()) {
      String id = timings.implementation().getId();
      for (TimedCase each : timings.cases()) {
        if (each.status() == CaseStatus.FAILED) {
          String title = ("A measurement failed: " + id + " " + each.key()).strip();
          errors.add(new Remark(file, id, title, each.reason()));
        }
      }
    }
    for (String gap : run.gaps()) {
      errors.add(new Remark("", "", "A run is damaged: " + run.manifest().runId(), gap));
    }
  }

  private static void rows(Comparison comparison, List<Remark> errors, List<Remark> warnings) {
    String file = comparison.head().suite().file();
    boolean told = false;
    for (ComparisonRow row : comparison.rows()) {
      String text = Comparands.happened(row) + (row.reason().isEmpty() ? "" : ". " + row.reason());
      if (row.verdict() == VerdictState.FAILED) {
        errors.add(new Remark(file, row.subject(), "Worse: " + Comparands.subject(row), text));
        told = true;
      } else if (row.warns()) {
        warnings.add(
            new Remark(file, row.subject(), "Maybe worse: " + Comparands.subject(row), text));
      }
    }
    if (comparison.verdict().state() == VerdictState.UNDECIDED) {
      warnings.add(
          new Remark(
              file,
              "",
              "Undecided: " + comparison.head().suite().name(),
              String.join(" ", comparison.verdict().reasons())));
    } else if (comparison.verdict().state() == VerdictState.FAILED && !told) {
      errors.add(
          new Remark(
              file,
              "",
              "Failed: " + comparison.head().suite().name(),
              String.join(" ", comparison.verdict().reasons())));
    }
  }

  private void commands(List<String> commands, String level, List<Remark> remarks) {
    int shown = remarks.size() > SHOWN ? SHOWN - 1 : remarks.size();
    for (Remark remark : remarks.subList(0, shown)) {
      String place =
          remark.file().isEmpty() || remark.file().startsWith("/")
              ? ""
              : "file=" + property(remark.file()) + ",line=" + line(remark) + ",";
      commands.add(
          "::"
              + level
              + " "
              + place
              + "title="
              + property(Markdown.line(remark.title()))
              + "::"
              + text(Markdown.line(remark.text(), LONGEST)));
    }
    if (shown < remarks.size()) {
      commands.add("::" + level + "::" + (remarks.size() - shown) + " more of this kind");
    }
  }

  /** The first line that names the subject; the first of all where none does. */
  private int line(Remark remark) {
    List<String> lines = remark.subject().isEmpty() ? List.of() : scripts.lines(remark.file());
    String quoted = "\"" + remark.subject() + "\"";
    String called = remark.subject().replace("-", "") + "(";
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(quoted)) {
        return i + 1;
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      // CmaEs() is cma-es where nobody named it otherwise.
      if (lines.get(i).toLowerCase(java.util.Locale.ROOT).contains(called)) {
        return i + 1;
      }
    }
    return 1;
  }

  /** As the runner undoes it: percent signs and line breaks. */
  private static String text(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** In a property also what ends one. */
  private static String property(String text) {
    return text(text).replace(":", "%3A").replace(",", "%2C");
  }
}
