package benchwright.report.page;

import benchwright.artifact.CaseStatus;
import benchwright.artifact.Manifest;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TimedCase;
import benchwright.report.Findings;
import benchwright.report.Quantity;
import benchwright.report.chart.Spark;
import benchwright.report.chart.Unit;
import benchwright.report.markup.Markup;
import benchwright.suite.Severity;
import benchwright.suite.Threshold;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Many runs on one HTML page: by suite, how key figures went, what is demanded, every run. */
public final class Dashboard {
  private record Figure(String name, Unit unit, ToDoubleFunction<Findings> of) {}

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("success rate", Unit.SHARE, Dashboard::successRate),
          new Figure("geometric mean of times", Unit.NANOS, Dashboard::meanTime),
          new Figure("evaluations", Unit.COUNT, Dashboard::evaluations),
          new Figure(
              "from start to end",
              Unit.NANOS,
              run -> positive(run.manifest().resources().wallNanos())),
          new Figure(
              "peak memory",
              Unit.BYTES,
              run -> positive(run.manifest().resources().peakRssBytes())));

  private Dashboard() {}

  /**
   * The page.
   *
   * @param runs in any order
   * @param reports for each of {@code runs} the page of its own, relative to this one, with
   *     slashes; empty where there is none
   */
  public static String render(List<Findings> runs, List<String> reports) {
    if (reports.size() != runs.size()) {
      throw new IllegalArgumentException(reports.size() + " reports of " + runs.size() + " runs");
    }
    Map<String, String> links = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      links.put(runs.get(i).place(), reports.get(i));
    }
    Map<String, List<Findings>> suites = new LinkedHashMap<>();
    runs.stream()
        .sorted(Comparator.comparing((Findings run) -> run.manifest().startedAt()).reversed())
        .forEach(run -> suites.computeIfAbsent(suite(run), name -> new ArrayList<>()).add(run));
    List<Section> sections = new ArrayList<>();
    suites.forEach(
        (name, all) ->
            sections.add(new Section("suite-" + sections.size(), name, body(all, links))));
    Markup subtitle =
        new Markup()
            .element("p", "subtitle", Quantity.count(runs.size(), "run") + ", newest first");
    return Page.render("Benchmarks", subtitle, sections);
  }

  /** Runs of another profile are other measurements. */
  private static String suite(Findings run) {
    return run.manifest().suite().name() + ", " + run.manifest().profile();
  }

  private static Markup body(List<Findings> runs, Map<String, String> links) {
    Markup body = new Markup();
    String title = runs.get(0).manifest().suite().title();
    if (!title.isEmpty()) {
      body.open("p").in("lead").element("bdi", title).close().line();
    }
    body.add(figures(runs)).add(requirements(runs.get(0))).add(table(runs, links));
    return body;
  }

  /** From the oldest to the newest, which is told. */
  private static Markup figures(List<Findings> runs) {
    Markup markup = new Markup().open("ul").in("figures sparks").line();
    for (Figure figure : FIGURES) {
      List<Double> values = new ArrayList<>();
      for (int i = runs.size() - 1; i >= 0; i--) {
        values.add(figure.of().applyAsDouble(runs.get(i)));
      }
      double newest = values.get(values.size() - 1);
      if (values.stream().anyMatch(Double::isFinite)) {
        markup.open("li").element("strong", figure.unit().text(newest));
        markup.element("span", figure.name());
        if (values.stream().filter(Double::isFinite).count() > 1) {
          String first = figure.unit().text(values.get(0));
          String last = figure.unit().text(newest);
          markup.add(
              Spark.draw(
                  values,
                  figure.name()
                      + " over "
                      + Quantity.count(values.size(), "run")
                      + ", from "
                      + first
                      + " to "
                      + last));
        }
        markup.close().line();
      }
    }
    return markup.close().line();
  }

  private static Markup requirements(Findings newest) {
    List<Threshold> thresholds =
        newest.review().suite().map(suite -> suite.thresholds()).orElse(List.of());
    if (thresholds.isEmpty()) {
      return new Markup();
    }
    Cells cells = new Cells("Requirements", List.of("requirement", "then", "status"));
    for (Threshold each : thresholds) {
      cells
          .row()
          .head(
              Overview.name(each)
                  + (each.of().isEmpty() ? "" : " of " + String.join(", ", each.of()))
                  + " worse by "
                  + Unit.NUMBER.text(each.worseByPercent())
                  + " %")
          .words(each.severity() == Severity.FAIL ? "fails" : "warns")
          .words(Overview.status(newest, each))
          .end();
    }
    return cells.render();
  }

  private static Markup table(List<Findings> runs, Map<String, String> links) {
    Cells cells =
        new Cells(
            "Runs",
            List.of(
                "run",
                "state",
                "started",
                "commit",
                "#trials or cases",
                "#failed",
                "#success rate",
                "#time",
                "machine"));
    for (Findings run : runs) {
      Manifest manifest = run.manifest();
      String sha = manifest.commit().sha();
      double rate = successRate(run);
      long failed = failed(run);
      cells
          .row()
          .head(link(run, links.getOrDefault(run.place(), "")))
          .markup(Overview.verdict(run.verdict()))
          .words(minute(manifest.startedAt()))
          .words(
              sha.substring(0, Math.min(9, sha.length()))
                  + (manifest.commit().dirty() ? " with changes" : ""))
          .number(done(run), Quantity.count(done(run)))
          .number((double) failed, Quantity.count(failed), failed > 0 ? "bad" : "", "")
          .number(rate, Unit.SHARE.text(rate))
          .number(
              manifest.resources().wallNanos(), Quantity.duration(manifest.resources().wallNanos()))
          .words(manifest.environment().host() + " " + manifest.environment().cpu())
          .end();
    }
    return cells.render();
  }

  private static Markup link(Findings run, String report) {
    Markup markup = new Markup();
    if (report.isEmpty()) {
      return markup.element("bdi", run.manifest().runId());
    }
    List<String> parts = new ArrayList<>();
    for (String part : report.split("/", -1)) {
      parts.add(URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    markup.open("a").attribute("href", String.join("/", parts));
    return markup.element("bdi", run.manifest().runId()).close();
  }

  /** {@code 2026-11-20 11:45}, in UTC. */
  private static String minute(String instant) {
    return instant.length() < 16 ? instant : instant.substring(0, 16).replace('T', ' ');
  }

  private static double positive(long value) {
    return value > 0 ? (double) value : Double.NaN;
  }

  private static double evaluations(Findings run) {
    return positive(run.summary().rows().stream().mapToLong(SummaryRow::evaluations).sum());
  }

  /** Of all trials on functions whose optimum is known. */
  private static double successRate(Findings run) {
    long trials = 0;
    long successes = 0;
    for (SummaryRow row : run.summary().rows()) {
      if (!row.targets().isEmpty()) {
        trials += row.trials();
        successes += row.successes();
      }
    }
    return trials == 0 ? Double.NaN : (double) successes / trials;
  }

  /** The geometric mean of the medians of all cases, so that each counts alike. */
  private static double meanTime(Findings run) {
    double sum = 0;
    int count = 0;
    for (var timings : run.timings()) {
      for (TimedCase timed : timings.cases()) {
        double median = timed.statistics().median();
        if (median > 0) {
          sum += StrictMath.log(median);
          count++;
        }
      }
    }
    return count == 0 ? Double.NaN : StrictMath.exp(sum / count);
  }

  private static long done(Findings run) {
    return run.summary().rows().stream().mapToLong(SummaryRow::trials).sum()
        + run.timings().stream().mapToLong(each -> each.cases().size()).sum();
  }

  private static long failed(Findings run) {
    return run.summary().rows().stream().mapToLong(SummaryRow::failed).sum()
        + run.timings().stream()
            .flatMap(each -> each.cases().stream())
            .filter(each -> each.status() == CaseStatus.FAILED)
            .count();
  }
}
