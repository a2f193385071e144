package benchwright.engine;

import benchwright.report.CsvReport;
import benchwright.report.Findings;
import benchwright.report.JUnitReport;
import benchwright.report.JsonReport;
import benchwright.report.MarkdownReport;
import benchwright.report.RunsReport;
import benchwright.report.chart.NamedChart;
import benchwright.report.chart.SvgChart;
import benchwright.report.page.Dashboard;
import benchwright.report.page.HtmlReport;
import benchwright.report.page.ReviewCharts;
import benchwright.report.page.TimingCharts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reports on one run, or on several, in each format. */
public sealed interface Reports {
  /** The folder of charts beside a page in Markdown. */
  String CHARTS = "charts";

  /** The folder of the runs' own pages beside a dashboard. */
  String RUNS = "runs";

  static Reports of(Findings findings) {
    return new OfOne(findings);
  }

  static Reports of(List<Findings> runs) {
    return new OfMany(List.copyOf(runs));
  }

  /** Writes the report as one text. */
  void write(ReportFormat format, Appendable out) throws IOException;

  /** Writes the report and what belongs beside it into {@code directory}. */
  default void writeInto(Path directory, ReportFormat format, WholeFiles files) throws IOException {
    files.add(directory.resolve(format.file()), out -> write(format, out));
  }

  /** What is missing or damaged, a sentence each. */
  List<String> gaps();

  /** On one run. */
  record OfOne(Findings findings) implements Reports {
    @Override
    public void write(ReportFormat format, Appendable out) throws IOException {
      switch (format) {
        case MARKDOWN -> out.append(new MarkdownReport(findings, List.of()).render());
        case HTML -> out.append(HtmlReport.render(findings));
        case CSV -> new CsvReport(out).add(findings);
        case JUNIT -> out.append(new JUnitReport(findings).render());
        case JSON -> JsonReport.write(List.of(findings), out);
      }
    }

    /** Beside a page in Markdown lie its charts. */
    @Override
    public void writeInto(Path directory, ReportFormat format, WholeFiles files)
        throws IOException {
      if (format != ReportFormat.MARKDOWN) {
        Reports.super.writeInto(directory, format, files);
        return;
      }
      List<NamedChart> charts = new ArrayList<>(new ReviewCharts(findings.review()).chosen());
      charts.addAll(TimingCharts.chosen(findings));
      List<MarkdownReport.Figure> figures = new ArrayList<>();
      for (NamedChart each : charts) {
        String path = CHARTS + "/" + each.file();
        figures.add(new MarkdownReport.Figure(each.chart().title(), path));
        files.add(directory.resolve(path), out -> out.append(SvgChart.file(each.chart())));
      }
      files.add(
          directory.resolve(format.file()),
          out -> out.append(new MarkdownReport(findings, figures).render()));
    }

    @Override
    public List<String> gaps() {
      return findings.gaps();
    }
  }

  /** On several: a table of runs. */
  record OfMany(List<Findings> runs) implements Reports {
    @Override
    public void write(ReportFormat format, Appendable out) throws IOException {
      RunsReport report = new RunsReport(runs);
      switch (format) {
        case MARKDOWN -> out.append(report.toMarkdown());
        case HTML -> out.append(Dashboard.render(runs, runs.stream().map(run -> "").toList()));
        case CSV -> out.append(report.toCsv());
        case JUNIT -> out.append(report.toJUnit());
        case JSON -> JsonReport.write(runs, out);
      }
    }

    /** Beside a dashboard lie the pages of its runs. */
    @Override
    public void writeInto(Path directory, ReportFormat format, WholeFiles files)
        throws IOException {
      if (format != ReportFormat.HTML) {
        Reports.super.writeInto(directory, format, files);
        return;
      }
      List<String> pages = new ArrayList<>();
      for (Findings run : runs) {
        String id = run.manifest().runId();
        String page = RUNS + "/" + id + ".html";
        // Whoever wrote the run chose its id: it may lead nowhere else.
        boolean plain = id.matches("[A-Za-z0-9][A-Za-z0-9._-]*") && !pages.contains(page);
        pages.add(plain ? page : "");
        if (plain) {
          files.add(directory.resolve(page), out -> out.append(HtmlReport.render(run)));
        }
      }
      files.add(directory.resolve(format.file()), out -> out.append(Dashboard.render(runs, pages)));
    }

    @Override
    public List<String> gaps() {
      return runs.stream()
          .flatMap(run -> run.gaps().stream().map(gap -> run.place() + ": " + gap))
          .toList();
    }
  }
}
