package benchwright.report.page;

import benchwright.analysis.Review;
import benchwright.artifact.GroupRow;
import benchwright.artifact.Manifest;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Timings;
import benchwright.report.Quantity;
import benchwright.report.chart.Unit;
import benchwright.report.markup.Markup;
import benchwright.suite.Severity;
import benchwright.suite.Threshold;
import java.util.List;
import java.util.Optional;

/** The section that a reader in a hurry reads: how it ended, key figures, what to do. */
final class Overview {
  private final Review review;
  private final Manifest manifest;
  private final List<Timings> timings;

  Overview(Review review, List<Timings> timings) {
    this.review = review;
    this.manifest = review.manifest();
    this.timings = timings;
  }

  Section section() {
    Markup body = new Markup();
    verdict(body);
    figures(body);
    findings(body);
    requirements(body);
    return new Section("summary", "Summary", body);
  }

  private void verdict(Markup body) {
    boolean failed = manifest.totals().failed() > 0;
    boolean good = manifest.status() == RunStatus.COMPLETE && !failed;
    body.open("p").in("verdict " + (good ? "good" : "bad"));
    body.element("strong", (good ? "✓ " : "✗ ") + manifest.status().getWord());
    if (failed) {
      body.text(", " + Quantity.count(manifest.totals().failed()) + " failed");
    }
    body.close().line();
  }

  private void figures(Markup body) {
    body.open("ul").in("figures").line();
    if (!review.optimizers().isEmpty()) {
      figure(body, Integer.toString(review.optimizers().size()), "optimizers");
      figure(body, Integer.toString(review.functions().size()), "functions");
      figure(body, Integer.toString(review.dimensions().size()), "dimensions");
      figure(body, Quantity.count(manifest.totals().trials()), "trials");
      figure(body, Unit.COUNT.text(manifest.totals().evaluations()), "evaluations");
    }
    if (!timings.isEmpty()) {
      figure(body, Integer.toString(timings.size()), "implementations");
      figure(
          body,
          Integer.toString(timings.stream().mapToInt(each -> each.cases().size()).sum()),
          "cases");
    }
    solved().ifPresent(each -> figure(body, each, "problems solved by somebody's trial"));
    figure(body, Quantity.duration(manifest.resources().wallNanos()), "from start to end");
    if (manifest.resources().peakRssBytes() > 0) {
      figure(body, Unit.BYTES.text(manifest.resources().peakRssBytes()), "peak memory");
    }
    body.close().line();
  }

  /** How many problems the best optimizer solved. */
  private Optional<String> solved() {
    return review.summary().groups().stream()
        .filter(row -> row.group().equals("all") && row.dimension() == 0)
        .max(java.util.Comparator.comparingInt(GroupRow::solved))
        .map(row -> row.solved() + " of " + row.problems());
  }

  private static void figure(Markup body, String value, String name) {
    body.open("li").element("strong", value).element("span", name).close().line();
  }

  private void findings(Markup body) {
    List<Finding> findings = Advice.of(review);
    if (findings.isEmpty()) {
      return;
    }
    body.open("ul").in("findings").line();
    for (Finding finding : findings) {
      body.open("li").in(finding.weight().word());
      body.open("span").in("sign").attribute("aria-label", finding.weight().word());
      body.text(finding.weight().sign()).close();
      body.open("div").element("bdi", finding.text());
      if (!finding.command().isEmpty()) {
        body.open("pre").element("code", finding.command()).close();
      }
      body.close().close().line();
    }
    body.close().line();
  }

  private void requirements(Markup body) {
    List<Threshold> thresholds = review.suite().map(suite -> suite.thresholds()).orElse(List.of());
    if (thresholds.isEmpty()) {
      return;
    }
    Cells cells =
        new Cells("Requirements", List.of("measure", "of", "#worse by", "then", "status"));
    for (Threshold each : thresholds) {
      cells
          .row()
          .head(Requirements.name(each))
          .words(each.of().isEmpty() ? "all" : String.join(", ", each.of()))
          .number(each.worseByPercent(), Unit.NUMBER.text(each.worseByPercent()) + " %")
          .words(each.severity() == Severity.FAIL ? "fails" : "warns")
          .words(Requirements.UNDECIDED)
          .end();
    }
    body.add(cells.render()).line();
  }
}
