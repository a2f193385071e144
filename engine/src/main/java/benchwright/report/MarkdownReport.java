package benchwright.report;

import benchwright.analysis.Recommendation;
import benchwright.analysis.RunVerdict;
import benchwright.artifact.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as a page in Markdown, for a terminal, for GitHub, and for the summary of a CI job.
 *
 * <p>GitHub takes no more than 1 MiB of summary from a step. Sections that do not fit any more are
 * left out, the most detailed first, and the page says which and where they can be had.
 */
public final class MarkdownReport {
  /** A little less than 1 MiB: others may write into the same summary. */
  static final int LARGEST = 1_000_000;

  /**
   * A part of the page.
   *
   * @param body Markdown without the heading; nothing is shown of a section with an empty body
   * @param detail sections of the greatest detail are left out first
   */
  record Section(String heading, String body, int detail) {
    String toText() {
      return body.isEmpty() ? "" : "\n## " + heading + "\n\n" + body;
    }
  }

  /**
   * A chart that lies beside the page.
   *
   * @param text what it shows, for those who cannot see it
   * @param path from the page to its file
   */
  public record Figure(String text, String path) {}

  private final Findings findings;
  private final List<Figure> figures;
  private final int largest;

  public MarkdownReport(Findings findings, List<Figure> figures) {
    this(findings, figures, LARGEST);
  }

  /**
   * @param largest how many bytes the page may have
   */
  MarkdownReport(Findings findings, List<Figure> figures, int largest) {
    this.findings = findings;
    this.figures = List.copyOf(figures);
    this.largest = largest;
  }

  /** The whole page. */
  public String render() {
    String head = head();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("What to do", recommendations(), 0));
    sections.add(new Section("At a glance", charts(), 1));
    sections.addAll(new OptimizerSections(findings).all());
    sections.addAll(new TimingSections(findings).all());
    sections.addAll(new ClosingSections(findings).all());
    sections.removeIf(section -> section.body().isEmpty());
    List<String> leftOut = new ArrayList<>();
    while (bytes(head, sections, leftOut) > largest && sections.size() > 1) {
      Section dearest = sections.get(0);
      for (Section section : sections) {
        boolean deeper = section.detail() > dearest.detail();
        boolean larger =
            section.detail() == dearest.detail() && size(section.body()) > size(dearest.body());
        dearest = deeper || larger ? section : dearest;
      }
      sections.remove(dearest);
      leftOut.add(dearest.heading() + " (" + Quantity.bytes(size(dearest.body())) + ")");
    }
    StringBuilder page = new StringBuilder(head);
    sections.forEach(section -> page.append(section.toText()));
    return page.append(tail(leftOut)).toString();
  }

  private int bytes(String head, List<Section> sections, List<String> leftOut) {
    int bytes = size(head) + size(tail(leftOut));
    for (Section section : sections) {
      bytes += size(section.toText());
    }
    return bytes;
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private String tail(List<String> leftOut) {
    return leftOut.isEmpty()
        ? ""
        : "\nLeft out, as the page would be larger than a step summary may be: "
            + String.join(", ", leftOut)
            + ". All of it: "
            + Markdown.code(
                "bench report "
                    + Shell.word(findings.place())
                    + " --format html,csv,json --out report")
            + "\n";
  }

  private String head() {
    Manifest manifest = findings.manifest();
    String title = manifest.suite().title();
    String named = title.isEmpty() ? manifest.runId() : title;
    StringBuilder head = new StringBuilder("# " + Markdown.text(named) + "\n\n");
    head.append(verdict());
    head.append('\n').append(new KeyFigures(findings).toText());
    return head.toString();
  }

  /** Never green by silence: what nobody looked at is said. */
  private String verdict() {
    RunVerdict verdict = findings.verdict();
    String reasons = String.join("; ", verdict.reasons().stream().map(Markdown::text).toList());
    String state =
        switch (verdict.state()) {
          case PASSED -> "✅ **Passed**: all that was planned is there, and nothing of it failed.";
          case UNFINISHED -> "⚠️ **Not finished**: " + reasons + ".";
          case FAILED -> "❌ **Failed**: " + reasons + ".";
        };
    return findings.comparison().isEmpty()
        ? state + " No verdict on change: no baseline was named.\n"
        : state
            + "\n\nChange: **"
            + findings.change()
            + "**, "
            + Markdown.text(findings.changeReason())
            + "\n";
  }

  private String charts() {
    StringBuilder text = new StringBuilder();
    for (Figure figure : figures) {
      text.append("![")
          .append(Markdown.text(figure.text()))
          .append("](")
          .append(figure.path())
          .append(")\n");
    }
    return text.toString();
  }

  private String recommendations() {
    List<Recommendation> all = findings.recommendations();
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < all.size(); i++) {
      list.append(i + 1).append(". ").append(Markdown.text(all.get(i).text(), 2_000)).append(".\n");
    }
    return list.toString();
  }
}
