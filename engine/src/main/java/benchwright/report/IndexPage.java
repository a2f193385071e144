package benchwright.report;

import java.util.List;

/** The first of several pages about runs, as Markdown. */
public final class IndexPage {
  private IndexPage() {}

  /**
   * The page.
   *
   * @param pages the paths to the pages of {@code runs}, in their order
   */
  public static String render(List<Findings> runs, List<String> pages) {
    StringBuilder index = new StringBuilder("# Benchmarks\n\n");
    index.append("Made from runs by `bench docs generate`; nothing in these pages was typed.\n\n");
    for (int i = 0; i < runs.size(); i++) {
      String name = runs.get(i).manifest().suite().name();
      String title = runs.get(i).manifest().suite().title();
      index.append("- [").append(Markdown.text(name)).append("](").append(pages.get(i)).append(')');
      index.append(title.isEmpty() || title.equals(name) ? "" : ": " + Markdown.text(title));
      index.append('\n');
    }
    return index.append("\n#").append(new RunsReport(runs).toMarkdown()).toString();
  }

  /**
   * A section that leads to the pages of functions; nothing if there are none.
   *
   * @param pages their paths, in the order of {@code functions}
   */
  public static String functions(List<String> functions, List<String> pages) {
    StringBuilder section = new StringBuilder();
    for (int i = 0; i < functions.size(); i++) {
      section.append(i == 0 ? "\n## Functions, one by one\n\n" : "");
      section.append("- [").append(Markdown.code(functions.get(i))).append("](");
      section.append(pages.get(i)).append(")\n");
    }
    return section.toString();
  }
}
