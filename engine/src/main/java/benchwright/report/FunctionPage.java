package benchwright.report;

import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import java.util.ArrayList;
import java.util.List;

/** What a run says of one function, as a page in Markdown. */
public final class FunctionPage {
  private FunctionPage() {}

  /**
   * The page.
   *
   * @param figures the charts of the function, by their paths from the page
   * @param up the path from the page to that of the suite
   */
  public static String render(
      Findings findings, String function, List<MarkdownReport.Figure> figures, String up) {
    String title = findings.manifest().suite().title();
    String suite = title.isEmpty() ? findings.manifest().suite().name() : title;
    StringBuilder page = new StringBuilder();
    page.append("# ").append(Markdown.text(function)).append("\n\n");
    page.append(ExhibitTable.source(findings).stripTrailing());
    page.append(" All of it: [")
        .append(Markdown.text(suite))
        .append("](")
        .append(up)
        .append(").\n");
    for (int dimension : findings.review().dimensions()) {
      String table = table(findings, function, dimension);
      if (!table.isEmpty()) {
        page.append("\n## ").append(dimension).append("-D\n\n").append(table);
      }
    }
    page.append(
        "\nERT: expected evaluations until the optimum is so far away, over all trials; – where no"
            + " trial got there. Best, median and worst: how far the trials ended from the optimum,"
            + " or their values where nobody knows it. AOCC: 0 is nothing, 1 is everything at"
            + " once.\n");
    for (MarkdownReport.Figure figure : figures) {
      page.append("\n![")
          .append(Markdown.text(figure.text()))
          .append("](")
          .append(figure.path())
          .append(")\n");
    }
    return page.toString();
  }

  private static String table(Findings findings, String function, int dimension) {
    List<SummaryRow> rows =
        findings.summary().rows().stream()
            .filter(row -> row.function().equals(function) && row.dimension() == dimension)
            .toList();
    List<String> titles = new ArrayList<>(List.of("optimizer", ">solved"));
    List<Double> targets =
        rows.stream()
            .filter(row -> !row.targets().isEmpty())
            .findFirst()
            .map(row -> row.targets().stream().map(TargetRow::target).toList())
            .orElse(List.of());
    List<Integer> chosen = chosen(targets.size());
    chosen.forEach(at -> titles.add(">ERT " + Quantity.target(targets.get(at))));
    titles.addAll(List.of(">best", ">median", ">worst", ">AOCC"));
    Markdown.Grid grid = new Markdown.Grid(titles);
    for (SummaryRow row : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(Markdown.code(row.optimizer()));
      cells.add(row.targets().isEmpty() ? "" : row.successes() + "/" + row.trials());
      for (int at : chosen) {
        cells.add(row.targets().size() <= at ? "" : time(row.targets().get(at)));
      }
      cells.add(Quantity.distance(row.finalValues().best()));
      cells.add(Quantity.distance(row.finalValues().median()));
      cells.add(Quantity.distance(row.finalValues().worst()));
      cells.add(Double.isNaN(row.aocc()) ? "" : OptimizerSections.fixed(row.aocc(), 3));
      grid.add(cells);
    }
    return grid.isEmpty() ? "" : grid.toText();
  }

  /** Four of the targets, the last one among them. */
  private static List<Integer> chosen(int targets) {
    List<Integer> chosen = new ArrayList<>();
    for (int part = 1; part <= 4; part++) {
      int at = part * (targets - 1) / 4;
      if (at >= 0 && targets > 0 && !chosen.contains(at)) {
        chosen.add(at);
      }
    }
    return chosen;
  }

  private static String time(TargetRow target) {
    return Double.isFinite(target.ert()) ? Quantity.shortCount(target.ert()) : "–";
  }
}
