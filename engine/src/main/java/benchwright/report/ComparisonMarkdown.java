package benchwright.report;

import benchwright.artifact.Comparison;
import benchwright.artifact.ComparisonRow;
import benchwright.artifact.Design;
import benchwright.artifact.Outcome;
import benchwright.artifact.VerdictState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A comparison as Markdown for a pull request or the summary of a CI step: the verdict first, then
 * what was compared with what, then the rows that somebody has to look at; the rest folds away.
 *
 * <p>Both places take only so much. Where the text would be too long, each list keeps its first
 * entries, which weigh most, and says how many were left out.
 */
public final class ComparisonMarkdown {
  private static final int[] ENTRIES = {1_000, 300, 100, 30, 10, 3, 1, 0};

  private final Comparison comparison;
  private final int largest;

  /**
   * @param largest how many bytes the text may have, in UTF-8; what names the two sides and gives
   *     the verdict, about 4,000 bytes, stands there whatever it is
   */
  public ComparisonMarkdown(Comparison comparison, int largest) {
    this.comparison = comparison;
    this.largest = largest;
  }

  /** The whole text; it ends with a line break. */
  public String render() {
    String text = render(Integer.MAX_VALUE);
    for (int i = 0; i < ENTRIES.length && size(text) > largest; i++) {
      text = render(ENTRIES[i]);
    }
    return text;
  }

  static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** With at most {@code most} entries in each list. */
  private String render(int most) {
    StringBuilder text = new StringBuilder("## " + heading() + "\n\n");
    text.append(sentence()).append('\n');
    list(text, comparison.verdict().reasons(), "- ", most);
    list(text, comparison.verdict().warnings(), "- ⚠️ ", most);
    text.append('\n').append(new Sides(comparison).toText());
    ComparisonTable table = new ComparisonTable(most);
    List<ComparisonRow> regressed = rows(Outcome.REGRESSED);
    List<ComparisonRow> undecided = undecided();
    List<ComparisonRow> improved = rows(Outcome.IMPROVED);
    section(text, regressed, "regression", table);
    section(text, undecided, "undecided row", table);
    section(text, improved, "improvement", table);
    List<ComparisonRow> rest = new ArrayList<>(comparison.rows());
    rest.removeAll(regressed);
    rest.removeAll(undecided);
    rest.removeAll(improved);
    if (!rest.isEmpty()) {
      String heading =
          rest.size() == comparison.rows().size()
              ? "All rows: " + Quantity.count(rest.size())
              : "The other rows: " + Quantity.count(rest.size());
      text.append('\n').append(Markdown.details(heading, table.toText(rest)));
    }
    text.append('\n').append(Markdown.details("How they were compared", method(most)));
    return text.toString();
  }

  private String heading() {
    String name = comparison.head().suite().name();
    String suite = name.isEmpty() ? "unnamed suite" : Markdown.text(name, 100);
    return switch (comparison.verdict().state()) {
      case PASSED ->
          comparison.verdict().warnings().isEmpty()
              ? "✅ " + suite + ": passed"
              : "⚠️ " + suite + ": passed, with " + warnings();
      case FAILED -> "❌ " + suite + ": failed";
      case UNDECIDED -> "❔ " + suite + ": undecided";
    };
  }

  private String warnings() {
    return Quantity.count(comparison.verdict().warnings().size(), "warning");
  }

  private String sentence() {
    if (comparison.identical()) {
      return "Every result is the same, bit by bit: the digests of both runs are equal.";
    }
    int regressed = rows(Outcome.REGRESSED).size();
    int improved = rows(Outcome.IMPROVED).size();
    int open = undecided().size();
    List<String> parts = new ArrayList<>();
    parts.add(Quantity.count(regressed, "regression"));
    parts.add(Quantity.count(improved, "improvement"));
    if (open > 0) {
      parts.add(Quantity.count(open) + " undecided");
    }
    String counts = String.join(", ", parts) + " in " + count(comparison.rows().size()) + ".";
    return comparison.verdict().state() == VerdictState.UNDECIDED
        ? counts + " What there is does not tell whether anything became worse."
        : counts;
  }

  private static String count(int rows) {
    return Quantity.count(rows, "row");
  }

  private List<ComparisonRow> rows(Outcome outcome) {
    return comparison.rows().stream().filter(row -> row.outcome() == outcome).toList();
  }

  /** What lacks a side makes a verdict undecided too, and must not hide among the rest. */
  private List<ComparisonRow> undecided() {
    return comparison.rows().stream()
        .filter(
            row ->
                row.outcome() == Outcome.UNDECIDED
                    || (row.verdict() != VerdictState.PASSED
                        && row.outcome() != Outcome.REGRESSED
                        && row.outcome() != Outcome.IMPROVED))
        .toList();
  }

  private static void section(
      StringBuilder text, List<ComparisonRow> rows, String noun, ComparisonTable table) {
    if (!rows.isEmpty()) {
      text.append("\n### ").append(Quantity.count(rows.size(), noun)).append("\n\n");
      text.append(table.toText(rows));
    }
  }

  private String method(int most) {
    StringBuilder text = new StringBuilder();
    text.append(
        comparison.design() == Design.PAIRED
            ? "Both sides were measured in turns, A B B A, in one job: what the machine does meets"
                + " both alike.\n"
            : "Each side was measured in a run of its own. Counts of evaluations do not depend on"
                + " the machine; times do, and only warn.\n");
    text.append("Confidence of the whole table and of each interval: ")
        .append(Quantity.percent(comparison.confidence()))
        .append(". “Detectable” is the smallest worsening that so many samples would show four")
        .append(" times in five; p is adjusted over the whole table, after Holm.\n");
    if (!comparison.notes().isEmpty()) {
      text.append('\n');
      list(text, comparison.notes(), "- ", most);
    }
    return text.toString();
  }

  private static void list(StringBuilder text, List<String> sentences, String mark, int most) {
    int shown = Math.min(most, sentences.size());
    if (shown > 0 && mark.equals("- ") && text.charAt(text.length() - 2) != '\n') {
      text.append('\n');
    }
    for (String sentence : sentences.subList(0, shown)) {
      text.append(mark).append(Markdown.text(sentence)).append('\n');
    }
    if (shown < sentences.size()) {
      text.append(mark)
          .append("and ")
          .append(Quantity.count(sentences.size() - shown))
          .append(" more, left out for want of room\n");
    }
  }
}
