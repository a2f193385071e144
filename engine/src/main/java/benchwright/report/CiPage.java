package benchwright.report;

import benchwright.artifact.Comparison;
import java.util.List;

/**
 * What CI shows of runs and comparisons, as Markdown: verdicts first, then each run in a few lines.
 * What does not fit is cut from the end, and the page says so.
 */
public final class CiPage {
  /** A little less than the 1 MiB that GitHub takes of a step: others may write there too. */
  public static final int STEP_SUMMARY = 1_000_000;

  /** A little less than the 65,536 characters that GitHub takes of a comment. */
  public static final int COMMENT = 60_000;

  /** Room for the last line. */
  private static final int TAIL = 100;

  private final int largest;

  /**
   * @param largest how many bytes the page may have, in UTF-8
   */
  public CiPage(int largest) {
    this.largest = largest;
  }

  /**
   * The page; never empty.
   *
   * @param problems what could not be read, sentences that may hold foreign text
   */
  public String render(List<Comparison> comparisons, List<Findings> runs, List<String> problems) {
    StringBuilder page = new StringBuilder();
    if (!problems.isEmpty()) {
      page.append("## ❌ Not all can be reported\n\n");
      problems.stream()
          .limit(20)
          .forEach(each -> page.append("- ").append(Markdown.text(each)).append('\n'));
    }
    int parts = comparisons.size() + runs.size();
    int left = 0;
    for (Comparison comparison : comparisons) {
      int room = (largest - ComparisonMarkdown.size(page.toString())) / Math.max(1, parts);
      left += add(page, new ComparisonMarkdown(comparison, room).render());
      parts--;
    }
    if (comparisons.isEmpty() && !runs.isEmpty()) {
      add(
          page,
          "⚠️ **No verdict on change**: nothing was compared, so nobody knows whether anything"
              + " became worse.\n");
    }
    for (Findings run : runs) {
      left += add(page, new RunBrief(run).toText());
    }
    if (page.length() == 0) {
      page.append("## ⚠️ Nothing to report\n\nThere is no run and no comparison.\n");
    }
    if (left > 0) {
      page.append("\nLeft out, as the page would be too long: ")
          .append(Quantity.count(left, "more section"))
          .append(".\n");
    }
    return page.toString();
  }

  /** Adds {@code part} if it fits; else counts it. */
  private int add(StringBuilder page, String part) {
    int size = ComparisonMarkdown.size(page.toString()) + ComparisonMarkdown.size(part);
    if (size > largest - TAIL && page.length() > 0) {
      return 1;
    }
    page.append(page.length() == 0 ? "" : "\n").append(part);
    return 0;
  }
}
