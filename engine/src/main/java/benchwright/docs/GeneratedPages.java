package benchwright.docs;

import benchwright.engine.Surroundings;
import benchwright.engine.WholeFiles;
import benchwright.report.Findings;
import benchwright.report.FunctionPage;
import benchwright.report.IndexPage;
import benchwright.report.MarkdownReport;
import benchwright.report.chart.NamedChart;
import benchwright.report.chart.SvgChart;
import benchwright.report.document.UnifiedDiff;
import benchwright.report.page.ReviewCharts;
import benchwright.report.page.TimingCharts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pages that are made from runs alone: a list of suites, a page for each, and one for each of its
 * functions, with charts. The same runs give the same bytes.
 */
public final class GeneratedPages {
  private static final String INDEX = "README.md";
  private static final String CHARTS = "charts/";

  private final Map<String, String> files = new LinkedHashMap<>();

  private GeneratedPages() {}

  /**
   * The pages of {@code runs}, of which the last one of a suite counts.
   *
   * <p>What is missing in a run is missing in its pages, and is told there.
   */
  public static GeneratedPages of(List<Findings> runs) {
    GeneratedPages pages = new GeneratedPages();
    Map<String, Findings> suites = new LinkedHashMap<>();
    for (Findings each : runs) {
      suites.put(each.manifest().suite().name(), named(each));
    }
    pages.files.put(INDEX, "");
    suites.forEach(pages::suite);
    pages.files.put(INDEX, index(suites));
    return pages;
  }

  /** The files by their paths in the folder of pages, the index first. */
  public Map<String, String> files() {
    return Collections.unmodifiableMap(files);
  }

  /**
   * Writes those that are not in {@code folder} yet as they should be; returns them.
   *
   * @throws IOException if one cannot be written; then none is
   */
  public List<Path> write(Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    try (WholeFiles whole = new WholeFiles()) {
      for (Map.Entry<String, String> each : files.entrySet()) {
        Path file = folder.resolve(each.getKey());
        if (!Files.isRegularFile(file) || !Files.readString(file).equals(each.getValue())) {
          whole.add(file, out -> out.append(each.getValue()));
          written.add(file);
        }
      }
      whole.finish();
    }
    return written;
  }

  /** What in {@code folder} is not as these runs say. */
  public List<Finding> check(Path folder, Surroundings surroundings) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, String> each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      String shown = surroundings.shown(file);
      if (!Files.isRegularFile(file)) {
        findings.add(new Finding(Finding.Kind.STALE, shown + ": error: this page is not there"));
      } else {
        List<String> old = Files.readString(file).lines().toList();
        List<String> now = each.getValue().lines().toList();
        if (!old.equals(now)) {
          findings.add(
              new Finding(
                  Finding.Kind.STALE,
                  shown
                      + ": error: this is not what the run says\n"
                      + UnifiedDiff.of(shown, old, shown + " as it would be", now)
                          .stripTrailing()));
        }
      }
    }
    return findings;
  }

  /** However the run was named on the command line, pages name it by its id. */
  private static Findings named(Findings run) {
    return new Findings(
        run.manifest().runId(),
        run.review(),
        run.planned(),
        run.trials(),
        run.timings(),
        run.gaps());
  }

  private void suite(String name, Findings findings) {
    String folder = plain(name) + "/";
    ReviewCharts charts = new ReviewCharts(findings.review());
    List<NamedChart> chosen = new ArrayList<>(charts.chosen());
    chosen.addAll(TimingCharts.chosen(findings));
    List<String> pages = new ArrayList<>();
    for (String function : findings.review().functions()) {
      String page = folder + plain(function) + ".md";
      pages.add(page);
      files.put(
          page,
          FunctionPage.render(
              findings,
              function,
              figures(folder, "", charts.ofFunction(function)),
              "../" + plain(name) + ".md"));
    }
    String report = new MarkdownReport(findings, figures(folder, folder, chosen)).render();
    files.put(
        plain(name) + ".md", report + IndexPage.functions(findings.review().functions(), pages));
  }

  private List<MarkdownReport.Figure> figures(
      String folder, String fromPage, List<NamedChart> charts) {
    List<MarkdownReport.Figure> figures = new ArrayList<>();
    for (NamedChart each : charts) {
      String file = CHARTS + plain(each.file());
      files.put(folder + file, SvgChart.file(each.chart()));
      figures.add(new MarkdownReport.Figure(each.chart().title(), fromPage + file));
    }
    return figures;
  }

  private static String index(Map<String, Findings> suites) {
    return IndexPage.render(
        List.copyOf(suites.values()),
        suites.keySet().stream().map(name -> plain(name) + ".md").toList());
  }

  /** Whoever wrote the run chose its names: they may lead nowhere else. */
  private static String plain(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    return plain.isEmpty() ? "unnamed" : plain;
  }
}
