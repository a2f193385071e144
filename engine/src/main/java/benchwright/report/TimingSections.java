package benchwright.report;

import benchwright.artifact.CaseKey;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.EquivalenceRow;
import benchwright.artifact.GrowthRow;
import benchwright.artifact.Interval;
import benchwright.artifact.MetricRow;
import benchwright.artifact.StageRow;
import benchwright.artifact.Steady;
import benchwright.artifact.TimingRow;
import benchwright.report.MarkdownReport.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a report in Markdown says of what was timed. */
final class TimingSections {
  private final Findings findings;
  private final List<TimingRow> rows;

  TimingSections(Findings findings) {
    this.findings = findings;
    this.rows = findings.summary().timings();
  }

  List<Section> all() {
    if (rows.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Section("Times", times(), 1),
        new Section("Stages", stages(), 3),
        new Section("Scaling with workers", scaling(), 2),
        new Section("Growth with the size", growth(), 2),
        new Section("Memory", memory(), 2),
        new Section("Same results", equivalence(), 1),
        new Section("What programs said of themselves", metrics(), 4),
        new Section("Doubts", doubts(), 2));
  }

  /** Cases of the same work together, in the order in which they were first seen. */
  private List<TimingRow> byWork() {
    Map<String, List<TimingRow>> work = new LinkedHashMap<>();
    for (TimingRow row : rows) {
      work.computeIfAbsent(row.key().toString(), key -> new ArrayList<>()).add(row);
    }
    return work.values().stream().flatMap(List::stream).toList();
  }

  String times() {
    boolean relative = rows.stream().anyMatch(TimingRow::vanilla);
    boolean throughput = rows.stream().anyMatch(row -> row.key().sizeValue() > 0);
    List<String> titles =
        new ArrayList<>(
            List.of("implementation", "case", ">median", ">95 % interval", ">p95", ">runs"));
    if (relative) {
      titles.add(">times as long");
    }
    if (throughput) {
      titles.add(">units a second");
    }
    titles.add("");
    Markdown.Grid grid = new Markdown.Grid(titles);
    for (TimingRow row : byWork()) {
      boolean measured = row.statistics().count() > 0;
      List<String> cells = new ArrayList<>(names(row));
      cells.add(measured ? Quantity.time(row.statistics().median()) : "");
      cells.add(span(row.statistics().medianInterval()));
      cells.add(measured ? Quantity.time(row.statistics().p95()) : "");
      cells.add(measured ? Integer.toString(row.statistics().count()) : "");
      if (relative) {
        cells.add(relative(row));
      }
      if (throughput) {
        cells.add(Double.isNaN(row.throughput()) ? "" : Quantity.shortCount(row.throughput()));
      }
      cells.add(remark(row));
      grid.add(cells);
    }
    return grid.toText() + limits() + legend(relative);
  }

  private static String relative(TimingRow row) {
    if (row.vanilla()) {
      return "vanilla";
    }
    if (Double.isNaN(row.relative().value())) {
      return "";
    }
    Interval interval = row.relative().interval();
    return Quantity.ratio(row.relative().value())
        + (Double.isNaN(interval.lower())
            ? ""
            : " ("
                + Quantity.ratio(interval.lower())
                + "…"
                + Quantity.ratio(interval.upper())
                + ")");
  }

  private static String remark(TimingRow row) {
    if (row.status() != CaseStatus.MEASURED) {
      return switch (row.status()) {
        case FAILED -> "❌ failed";
        default -> "⚠️ " + Markdown.text(row.status().getWord());
      };
    }
    return row.steady() == Steady.NO ? "~ not steady" : "";
  }

  /** What the suite allows, where it was kept. */
  private String limits() {
    List<String> sentences = TimeLimits.of(findings).sentences(Markdown::code);
    return sentences.isEmpty() ? "" : "\n" + String.join(" ", sentences) + "\n";
  }

  private static String legend(boolean relative) {
    return "\nMedians over runs, or over the JVMs of an operation. "
        + (relative
            ? "Times as long: by the vanilla implementation's time for the same; below 1 is faster."
                + " "
            : "")
        + "Where two intervals overlap, the order of the two is not known.\n";
  }

  private String stages() {
    Markdown.Grid grid =
        new Markdown.Grid(
            "implementation", "case", "stage", ">median", ">share", "", ">units a second");
    for (TimingRow row : rows) {
      for (StageRow stage : row.stages()) {
        List<String> cells = new ArrayList<>(names(row));
        cells.add(Markdown.code(stage.name()));
        cells.add(Quantity.time(stage.seconds() * 1e9));
        cells.add(Double.isNaN(stage.share()) ? "" : Quantity.percent(stage.share()));
        cells.add(bar(stage.share()));
        cells.add(Double.isNaN(stage.throughput()) ? "" : Quantity.shortCount(stage.throughput()));
        grid.add(cells);
      }
    }
    return grid.isEmpty()
        ? ""
        : grid.toText() + "\nShares are of the median time of the whole run.\n";
  }

  private String scaling() {
    Markdown.Grid grid =
        new Markdown.Grid(
            "implementation",
            "case",
            ">workers",
            ">median",
            ">speed-up",
            ">efficiency",
            ">utilization",
            ">serial share");
    for (TimingRow row : rows) {
      boolean others =
          rows.stream()
              .anyMatch(
                  other ->
                      other.implementation().equals(row.implementation())
                          && other.key().size().equals(row.key().size())
                          && other.key().gpus() == row.key().gpus()
                          && other.key().workers() != row.key().workers());
      if (others && !Double.isNaN(row.speedup())) {
        grid.add(
            Markdown.code(row.name()),
            Markdown.code(
                new CaseKey(row.key().size(), row.key().sizeValue(), 1, row.key().gpus())
                    .toString()),
            Integer.toString(row.key().workers()),
            Quantity.time(row.statistics().median()),
            OptimizerSections.fixed(row.speedup(), 2) + "x",
            share(row.efficiency()),
            share(row.utilization()),
            share(row.serialFraction()));
      }
    }
    return grid.isEmpty()
        ? ""
        : grid.toText()
            + "\n"
            + "Speed-up against the fewest workers; efficiency is the speed-up by how many times as"
            + " many workers there are. Serial share by Karp and Flatt.\n";
  }

  private String growth() {
    Markdown.Grid grid =
        new Markdown.Grid(
            "implementation",
            ">workers",
            ">gpus",
            ">sizes",
            "grows as",
            ">sure",
            ">exponent",
            ">95 % interval",
            ">constant part");
    for (GrowthRow row : findings.summary().growth()) {
      boolean exponent = !Double.isNaN(row.exponentInterval().lower());
      grid.add(
          Markdown.code(row.implementation()),
          Integer.toString(row.workers()),
          Integer.toString(row.gpus()),
          Integer.toString(row.sizes()),
          Markdown.text(row.law()),
          share(row.confidence()),
          OptimizerSections.fixed(row.exponent(), 2),
          exponent
              ? OptimizerSections.fixed(row.exponentInterval().lower(), 2)
                  + "…"
                  + OptimizerSections.fixed(row.exponentInterval().upper(), 2)
              : "",
          Double.isNaN(row.constantNanos()) ? "" : Quantity.time(row.constantNanos()));
    }
    return grid.isEmpty() ? "" : grid.toText();
  }

  String memory() {
    Markdown.Grid grid =
        new Markdown.Grid(
            "implementation",
            "case",
            ">peak of a process",
            ">allocated by a call",
            ">collections",
            ">in collections");
    for (TimingRow row : byWork()) {
      boolean allocated = !Double.isNaN(row.allocatedBytesPerOperation());
      if (row.peakRssBytes() > 0 || allocated) {
        List<String> cells = new ArrayList<>(names(row));
        cells.add(row.peakRssBytes() > 0 ? Quantity.bytes(row.peakRssBytes()) : "");
        cells.add(allocated ? Quantity.bytes(Math.round(row.allocatedBytesPerOperation())) : "");
        cells.add(Double.isNaN(row.collections()) ? "" : Quantity.shortCount(row.collections()));
        cells.add(Double.isNaN(row.collectionNanos()) ? "" : Quantity.time(row.collectionNanos()));
        grid.add(cells);
      }
    }
    return grid.isEmpty()
        ? ""
        : grid.toText()
            + "\nThe largest resident memory of any process of any run; allocation and garbage"
            + " collection of an operation's JVMs, medians.\n";
  }

  private String equivalence() {
    Markdown.Grid grid =
        new Markdown.Grid(
            "",
            "implementation",
            "against",
            "case",
            ">numbers",
            ">largest difference",
            ">allowed",
            "why not");
    for (EquivalenceRow row : findings.summary().equivalence()) {
      grid.add(
          row.agrees() ? "✅" : "❌",
          Markdown.code(row.implementation()),
          Markdown.code(row.reference()),
          Markdown.code(row.key().toString()),
          Quantity.count(row.compared()),
          Double.isNaN(row.largestDifference()) ? "" : Quantity.distance(row.largestDifference()),
          Quantity.distance(row.tolerance()),
          Markdown.text(row.reason()));
    }
    return grid.isEmpty() ? "" : grid.toText();
  }

  private String metrics() {
    Markdown.Grid grid =
        new Markdown.Grid(
            "implementation", "case", "metric", ">median", ">least", ">greatest", "unit");
    for (TimingRow row : rows) {
      for (MetricRow metric : row.metrics()) {
        List<String> cells = new ArrayList<>(names(row));
        cells.add(Markdown.code(metric.name()));
        cells.add(plain(metric.median()));
        cells.add(plain(metric.least()));
        cells.add(plain(metric.greatest()));
        cells.add(Markdown.text(metric.unit()));
        grid.add(cells);
      }
    }
    return grid.isEmpty() ? "" : grid.toText();
  }

  private String doubts() {
    Map<String, List<String>> cases = new LinkedHashMap<>();
    for (TimingRow row : rows) {
      for (String warning : row.warnings()) {
        cases
            .computeIfAbsent(warning, key -> new ArrayList<>())
            .add((row.implementation() + " " + row.key()).strip());
      }
    }
    StringBuilder text = new StringBuilder();
    cases.forEach(
        (warning, which) ->
            text.append("- ")
                .append(Markdown.text(warning))
                .append(" (")
                .append(Markdown.code(which.get(0)))
                .append(which.size() > 1 ? " and " + (which.size() - 1) + " more" : "")
                .append(")\n"));
    return text.toString();
  }

  private static List<String> names(TimingRow row) {
    return List.of(Markdown.code(row.name()), Markdown.code(row.key().toString()));
  }

  private static String span(Interval interval) {
    return Double.isNaN(interval.lower())
        ? ""
        : Quantity.time(interval.lower()) + "…" + Quantity.time(interval.upper());
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "" : Quantity.percent(share);
  }

  private static String plain(double number) {
    return Markdown.text(
        new java.math.BigDecimal(number)
            .round(new java.math.MathContext(4))
            .stripTrailingZeros()
            .toPlainString());
  }

  /** Ten cells for the whole. */
  private static String bar(double share) {
    int cells = Double.isNaN(share) ? 0 : (int) Math.round(10 * Math.min(1, share));
    return "█".repeat(cells);
  }
}
