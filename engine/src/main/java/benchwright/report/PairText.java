package benchwright.report;

import benchwright.artifact.Comparison;
import benchwright.artifact.ComparisonRow;
import benchwright.artifact.Outcome;
import benchwright.artifact.Verdict;
import benchwright.artifact.VerdictState;
import benchwright.suite.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison of two revisions that were measured in pairs, for a terminal. */
public final class PairText {
  private static final String INDENT = "  ";

  private final Palette palette;
  private final int columns;

  /**
   * @param columns how many characters fit into a line
   */
  public PairText(Palette palette, int columns) {
    this.palette = palette;
    this.columns = columns;
  }

  /** The sides, a line for each case and for what else differs, the verdict and its reasons. */
  public String render(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    String title = comparison.head().suite().title();
    text.append(palette.bold(title.isEmpty() ? comparison.head().suite().name() : title));
    text.append(": ").append(comparison.head().name()).append(" against ");
    text.append(comparison.base().name()).append('\n').append('\n');
    List<ComparisonRow> shown =
        comparison.rows().stream()
            .filter(row -> row.measure() == Measure.TIME || row.outcome() != Outcome.SAME)
            .toList();
    if (!shown.isEmpty()) {
      text.append(table(shown)).append('\n');
    }
    if (shown.stream().anyMatch(row -> row.samples() > 0)) {
      text.append(palette.faint(legend(shown.size() < comparison.rows().size())));
      text.append('\n');
    }
    verdict(comparison.verdict(), text);
    for (String note : comparison.notes()) {
      wrapped(note, "", text);
    }
    return text.toString();
  }

  private String table(List<ComparisonRow> rows) {
    Table table = new Table(List.of(false, false, true, true, true, true, true, false));
    table.add(List.of("case", "of", "base", "head", "", "lies in", "n", ""));
    for (ComparisonRow row : rows) {
      boolean known = row.samples() > 0;
      table.add(
          List.of(
              name(row),
              known ? row.measure().name().toLowerCase(Locale.ROOT) : "",
              known ? value(row.base(), row.unit()) : "",
              known ? value(row.head(), row.unit()) : "",
              known ? signed(change(row)) : "",
              known ? interval(row) : "",
              known ? Integer.toString(row.samples()) : "",
              word(row)));
    }
    return table.toText(palette);
  }

  private static String name(ComparisonRow row) {
    return row.caseText().isEmpty() ? row.subject() : row.subject() + " " + row.caseText();
  }

  private static String word(ComparisonRow row) {
    return switch (row.verdict()) {
      case FAILED -> "failed";
      case UNDECIDED -> "undecided";
      default ->
          row.outcome() == Outcome.SAME || row.outcome() == Outcome.UNDECIDED
              ? ""
              : row.outcome().getWord() + (row.warns() && row.samples() > 0 ? " !" : "");
    };
  }

  /** More time is more, less utilization is less, whatever of them is worse. */
  private static double change(ComparisonRow row) {
    return falls(row) ? -row.worse() : row.worse();
  }

  private static boolean falls(ComparisonRow row) {
    return row.measure() == Measure.UTILIZATION;
  }

  private static String interval(ComparisonRow row) {
    double lower = falls(row) ? -row.interval().upper() : row.interval().lower();
    double upper = falls(row) ? -row.interval().lower() : row.interval().upper();
    return Double.isNaN(lower) ? "" : signed(lower) + " … " + signed(upper);
  }

  private static String signed(double share) {
    return (share < 0 ? "−" : "+") + Quantity.percent(Math.abs(share));
  }

  private static String value(double value, String unit) {
    return switch (unit) {
      case "ns" -> Quantity.time(value);
      case "bytes" -> Quantity.bytes(Math.round(value));
      case "bytes/operation" -> Quantity.bytes(Math.round(value)) + "/op";
      default -> Quantity.percent(value);
    };
  }

  private static String legend(boolean hidden) {
    return "The median of the pairs' ratios, where it lies (95 % for all rows together), and the\n"
        + "number of pairs.\n"
        + (hidden ? "Memory and utilization stand here only where they differ.\n" : "");
  }

  private void verdict(Verdict verdict, StringBuilder text) {
    String word = verdict.state().getWord();
    String shown = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    text.append(
        verdict.state() == VerdictState.FAILED
            ? palette.red(shown)
            : verdict.state() == VerdictState.PASSED
                ? palette.green(shown)
                : palette.yellow(shown));
    text.append(verdict.reasons().isEmpty() ? ".\n" : ":\n");
    verdict.reasons().forEach(reason -> wrapped(reason, INDENT, text));
    if (!verdict.warnings().isEmpty()) {
      text.append(palette.yellow("Warnings")).append(":\n");
      verdict.warnings().forEach(warning -> wrapped(warning, INDENT, text));
    }
    text.append('\n');
  }

  /** Words in lines of so many columns; what is longer than a line stays whole. */
  private void wrapped(String sentence, String indent, StringBuilder text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : sentence.split("\\s+", -1)) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line = new StringBuilder(indent.isEmpty() ? INDENT : indent + INDENT);
        line.append(word);
      } else {
        line.append(line.toString().isBlank() ? "" : " ").append(word);
      }
    }
    lines.add(line.toString());
    lines.forEach(each -> text.append(each).append('\n'));
  }
}
