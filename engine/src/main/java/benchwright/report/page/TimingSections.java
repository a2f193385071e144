package benchwright.report.page;

import benchwright.artifact.CaseKey;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.EquivalenceRow;
import benchwright.artifact.GrowthRow;
import benchwright.artifact.Steady;
import benchwright.artifact.Summary;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import benchwright.report.Findings;
import benchwright.report.TimeLimits;
import benchwright.report.chart.Plot;
import benchwright.report.chart.Unit;
import benchwright.report.markup.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sections about what was timed. */
final class TimingSections {
  private final Summary summary;
  private final TimingCharts charts;
  private final TimedField field;
  private final TimeLimits limits;

  TimingSections(Findings findings) {
    this.summary = findings.summary();
    this.field = new TimedField(findings.timings());
    this.limits = TimeLimits.of(findings);
    this.charts = new TimingCharts(field, limits.timeout());
  }

  /** Those that have something to say. */
  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    if (field.isEmpty()) {
      return sections;
    }
    sections.add(endToEnd());
    stages().ifPresent(sections::add);
    plots(
            "speed-up",
            "Scaling",
            "Medians relative to one worker: how many times faster, and what share of the workers"
                + " that is.",
            charts.scaling(),
            new Markup())
        .ifPresent(sections::add);
    plots(
            "size",
            "Growth with size",
            "Medians over the size, both axes logarithmic: a straight line is a power of the size.",
            charts.growth(),
            laws())
        .ifPresent(sections::add);
    memory().ifPresent(sections::add);
    equivalence().ifPresent(sections::add);
    return sections;
  }

  private Section endToEnd() {
    Tabs tabs = new Tabs("times", "Case");
    for (CaseKey key : field.keys()) {
      Markup panel = new Markup();
      charts.times(key).ifPresent(chart -> panel.add(Grids.figure(chart, "")));
      tabs.add(TimedField.name(key), panel.add(table(key)));
    }
    return new Section(
        "times",
        "End-to-end times",
        new Markup()
            .element(
                "p",
                "hint",
                "Every sample is a dot; the upright line is the median, the bar on it where the"
                    + " median lies (95 %, bootstrap)."
                    + (field.vanilla().isEmpty()
                        ? ""
                        : " Multiples are of the median of " + field.vanilla() + ", the vanilla."))
            .add(allowed())
            .add(tabs.render(0)));
  }

  /** What the suite allows, and how near that was. */
  private Markup allowed() {
    List<String> sentences = limits.sentences(name -> name);
    return sentences.isEmpty()
        ? new Markup()
        : new Markup().element("p", "hint", String.join(" ", sentences));
  }

  private Markup table(CaseKey key) {
    Cells cells =
        new Cells(
            "",
            List.of(
                "implementation",
                "#median",
                "#± %",
                "#mean",
                "#p95",
                "#least",
                "#runs",
                "#of vanilla",
                "steady",
                "status"));
    for (Timings each : field.timings()) {
      Optional<TimedCase> found = TimedField.find(each, key);
      if (found.isEmpty()) {
        continue;
      }
      TimedCase timed = found.get();
      var figures = timed.statistics();
      double relative = field.relative(each, key);
      cells
          .row()
          .head(each.implementation().getName())
          .number(figures.median(), Unit.NANOS.text(figures.median()))
          .number(
              figures.relativeError(),
              Double.isNaN(figures.relativeError())
                  ? "–"
                  : Unit.NUMBER.text(figures.relativeError() * 100))
          .number(figures.mean(), Unit.NANOS.text(figures.mean()))
          .number(figures.p95(), Unit.NANOS.text(figures.p95()))
          .number(figures.least(), Unit.NANOS.text(figures.least()))
          .number(figures.count(), Integer.toString(figures.count()))
          .number(relative, Unit.RATIO.text(relative))
          .words(timed.steady() == Steady.UNKNOWN ? "–" : word(timed.steady()))
          .words(
              timed.status() == CaseStatus.MEASURED
                  ? "measured"
                  : word(timed.status()) + ": " + timed.reason())
          .end();
    }
    return cells.render();
  }

  private Optional<Section> stages() {
    Markup body = new Markup();
    boolean any = false;
    for (CaseKey key : field.keys()) {
      var chart = charts.stages(key);
      chart.ifPresent(bars -> body.add(Grids.figure(bars, "")));
      any |= chart.isPresent();
    }
    return any ? Optional.of(new Section("stages", "Where the time goes", body)) : Optional.empty();
  }

  private Optional<Section> memory() {
    Markup body = new Markup();
    boolean any = false;
    for (CaseKey key : field.keys()) {
      for (var chart : charts.memory(key)) {
        body.add(Grids.figure(chart, ""));
        any = true;
      }
    }
    return any ? Optional.of(new Section("memory", "Memory", body)) : Optional.empty();
  }

  private static Optional<Section> plots(
      String id, String title, String hint, List<Plot> plots, Markup below) {
    if (plots.isEmpty()) {
      return Optional.empty();
    }
    Markup body = new Markup().element("p", "hint", hint);
    body.open("div").in("pairs");
    plots.forEach(plot -> body.add(Grids.figure(plot, "")));
    body.close();
    return Optional.of(new Section(id, title, body.add(below)));
  }

  /** How fast times grow, in a word and a number. */
  private Markup laws() {
    if (summary.growth().isEmpty()) {
      return new Markup();
    }
    Cells cells =
        new Cells(
            "",
            List.of(
                "implementation",
                "#workers",
                "#sizes",
                "grows as",
                "#power of n",
                "#of resamples"));
    for (GrowthRow row : summary.growth()) {
      var interval = row.exponentInterval();
      cells
          .row()
          .head(row.implementation())
          .number(row.workers(), Integer.toString(row.workers()))
          .number(row.sizes(), Integer.toString(row.sizes()))
          .words(row.law())
          .number(
              row.exponent(),
              Unit.NUMBER.text(row.exponent()),
              "",
              Double.isNaN(interval.lower())
                  ? ""
                  : "95 %: "
                      + Unit.NUMBER.text(interval.lower())
                      + " to "
                      + Unit.NUMBER.text(interval.upper()))
          .number(row.confidence(), Unit.SHARE.text(row.confidence()))
          .end();
    }
    return cells.render();
  }

  private Optional<Section> equivalence() {
    if (summary.equivalence().isEmpty()) {
      return Optional.empty();
    }
    Cells cells =
        new Cells(
            "",
            List.of(
                "implementation",
                "as",
                "case",
                "agrees",
                "#numbers compared",
                "#largest difference",
                "#allowed",
                "why not"));
    for (EquivalenceRow row : summary.equivalence()) {
      cells
          .row()
          .head(row.implementation())
          .words(row.reference())
          .words(TimedField.name(row.key()))
          .markup(
              new Markup()
                  .element("span", row.agrees() ? "good" : "bad", row.agrees() ? "✓ yes" : "✗ no"))
          .number(row.compared(), Integer.toString(row.compared()))
          .number(row.largestDifference(), Unit.DISTANCE.text(row.largestDifference()))
          .number(row.tolerance(), Unit.DISTANCE.text(row.tolerance()))
          .words(row.reason())
          .end();
    }
    return Optional.of(
        new Section(
            "equivalence",
            "Equivalence",
            new Markup()
                .element(
                    "p",
                    "hint",
                    "Numbers a and b of two results may differ by the allowed part of the larger of"
                        + " 1, |a| and |b|.")
                .add(cells.render())));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
