package benchwright.report.page;

import benchwright.analysis.Recommendation;
import benchwright.analysis.Review;
import benchwright.analysis.RunVerdict;
import benchwright.artifact.Comparison;
import benchwright.artifact.ComparisonRow;
import benchwright.artifact.GroupRow;
import benchwright.artifact.Manifest;
import benchwright.artifact.Place;
import benchwright.artifact.Standing;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.VerdictState;
import benchwright.report.Findings;
import benchwright.report.Quantity;
import benchwright.report.chart.Unit;
import benchwright.report.markup.Markup;
import benchwright.suite.Severity;
import benchwright.suite.Threshold;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The section that a reader in a hurry reads: how it ended, key figures, what to do. */
final class Overview {
  /** What is to be said of a requirement as long as there is nothing to compare with. */
  static final String UNDECIDED = "needs a baseline";

  private final Findings findings;
  private final Review review;
  private final Manifest manifest;

  Overview(Findings findings) {
    this.findings = findings;
    this.review = findings.review();
    this.manifest = findings.manifest();
  }

  Section section() {
    Markup body = new Markup();
    RunVerdict verdict = findings.verdict();
    body.open("p").add(verdict(verdict)).text(" " + String.join("; ", verdict.reasons()));
    body.close().line();
    findings.comparison().ifPresent(comparison -> body.add(change(findings)).line());
    figures(body);
    best().ifPresent(text -> body.open("p").in("lead").element("bdi", text).close().line());
    recommendations(body);
    requirements(body);
    return new Section("summary", "Summary", body);
  }

  /** {@code ✓ passed}, to be seen without colour too. */
  static Markup verdict(RunVerdict verdict) {
    String classes =
        switch (verdict.state()) {
          case PASSED -> "good";
          case UNFINISHED -> "warn";
          case FAILED -> "bad";
        };
    String text =
        switch (verdict.state()) {
          case PASSED -> "✓ passed";
          case UNFINISHED -> "… not finished";
          case FAILED -> "✗ failed";
        };
    return new Markup().element("strong", "verdict " + classes, text);
  }

  /** {@code ✗ failed compared with main: …}. */
  static Markup change(Findings findings) {
    String word = findings.change();
    String sign = word.equals("passed") ? "✓ " : word.equals("failed") ? "✗ " : "… ";
    String look = word.equals("passed") ? "good" : word.equals("failed") ? "bad" : "warn";
    Markup markup = new Markup().open("p").element("strong", "verdict " + look, sign + word);
    return markup.text(" ").element("bdi", findings.changeReason()).close();
  }

  /** What the comparison says of one requirement. */
  static String status(Findings findings, Threshold threshold) {
    if (findings.comparison().isEmpty()) {
      return UNDECIDED;
    }
    Comparison comparison = findings.comparison().get();
    List<ComparisonRow> rows =
        comparison.rows().stream()
            .filter(row -> row.measure() == threshold.measure())
            .filter(row -> threshold.of().isEmpty() || threshold.of().contains(row.subject()))
            .toList();
    if (rows.isEmpty()) {
      return comparison.identical() ? "passed" : "not compared";
    }
    for (VerdictState state : List.of(VerdictState.FAILED, VerdictState.UNDECIDED)) {
      if (rows.stream().anyMatch(row -> row.verdict() == state)) {
        return state.getWord();
      }
    }
    return rows.stream().anyMatch(ComparisonRow::warns) ? "warns" : "passed";
  }

  private void figures(Markup body) {
    body.open("ul").in("figures").line();
    if (!review.optimizers().isEmpty()) {
      figure(body, review.optimizers().size(), "optimizer");
      figure(body, review.functions().size(), "function");
      figure(body, review.dimensions().size(), "dimension");
      long trials = review.summary().rows().stream().mapToLong(SummaryRow::trials).sum();
      long failed = review.summary().rows().stream().mapToLong(SummaryRow::failed).sum();
      figure(body, trials, "trial");
      if (failed > 0) {
        figure(body, Quantity.count(failed), "failed");
      }
      long evaluations = review.summary().rows().stream().mapToLong(SummaryRow::evaluations).sum();
      figure(body, Unit.COUNT.text(evaluations), "evaluations");
    }
    if (!findings.timings().isEmpty()) {
      figure(body, findings.timings().size(), "implementation");
      figure(body, findings.timings().stream().mapToInt(each -> each.cases().size()).sum(), "case");
    }
    solved().ifPresent(each -> figure(body, each, "problems solved by the best"));
    if (manifest.resources().wallNanos() > 0) {
      figure(body, Quantity.duration(manifest.resources().wallNanos()), "from start to end");
    }
    if (manifest.resources().peakRssBytes() > 0) {
      figure(body, Unit.BYTES.text(manifest.resources().peakRssBytes()), "peak memory");
    }
    body.close().line();
  }

  /** How many problems the optimizer with the most of them solved in some trial. */
  private Optional<String> solved() {
    int all = review.dimensions().size() == 1 ? review.dimensions().get(0) : 0;
    return review.summary().groups().stream()
        .filter(row -> row.group().equals("all") && row.dimension() == all)
        .max(Comparator.comparingInt(GroupRow::solved))
        .map(row -> row.solved() + " of " + row.problems());
  }

  private static void figure(Markup body, long count, String noun) {
    figure(body, Quantity.count(count), count == 1 ? noun : noun + "s");
  }

  private static void figure(Markup body, String value, String name) {
    body.open("li").element("strong", value).element("span", name).close().line();
  }

  /** Who leads, and how surely. */
  private Optional<String> best() {
    int all = review.dimensions().size() == 1 ? review.dimensions().get(0) : 0;
    for (Standing standing : review.summary().standings()) {
      if (standing.dimension() == all && standing.places().size() > 1) {
        Place first = standing.places().get(0);
        Place second = standing.places().get(1);
        double reach = standing.criticalDifference();
        boolean clear = second.averageRank() - first.averageRank() > reach;
        return Optional.of(
            first.optimizer()
                + " ranks best: "
                + Unit.NUMBER.text(first.averageRank())
                + " on average over "
                + Quantity.count(standing.problems(), "problem")
                + ", nobody better on "
                + Quantity.count(first.best())
                + ". "
                + (Double.isNaN(reach)
                    ? ""
                    : clear
                        ? "It leads "
                            + second.optimizer()
                            + " by more than the critical difference of "
                            + Unit.NUMBER.text(reach)
                            + "."
                        : "By ranks it cannot be told from " + second.optimizer() + "."));
      }
    }
    return Optional.empty();
  }

  private void recommendations(Markup body) {
    List<Recommendation> all = findings.recommendations();
    if (all.isEmpty()) {
      return;
    }
    body.element("h3", "What to do").open("ul").in("findings").line();
    for (Recommendation each : all) {
      body.open("li").in(each.weight() >= 80 ? "bad" : each.weight() >= 50 ? "warning" : "note");
      body.open("span").in("sign").attribute("aria-hidden", "true");
      body.text(each.weight() >= 50 ? "!" : "→").close();
      body.open("div").element("bdi", each.text()).close().close().line();
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
          .head(name(each))
          .words(each.of().isEmpty() ? "all" : String.join(", ", each.of()))
          .number(each.worseByPercent(), Unit.NUMBER.text(each.worseByPercent()) + " %")
          .words(each.severity() == Severity.FAIL ? "fails" : "warns")
          .words(status(findings, each))
          .end();
    }
    body.add(cells.render()).line();
  }

  /** {@code expected runtime}, {@code success rate}. */
  static String name(Threshold threshold) {
    return threshold.measure().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
