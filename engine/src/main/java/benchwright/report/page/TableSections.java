package benchwright.report.page;

import benchwright.analysis.Contest;
import benchwright.analysis.Review;
import benchwright.analysis.TrialTimes;
import benchwright.artifact.BudgetRow;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import benchwright.report.Quantity;
import benchwright.report.chart.Unit;
import benchwright.report.markup.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sections of numbers about optimizers: running times, budgets, what trials took. */
final class TableSections {
  private final Review review;

  TableSections(Review review) {
    this.review = review;
  }

  /** Those that have something to say. */
  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    runningTimes().ifPresent(sections::add);
    budgets().ifPresent(sections::add);
    cost().ifPresent(sections::add);
    return sections;
  }

  private Optional<Section> runningTimes() {
    if (review.summary().rows().isEmpty()) {
      return Optional.empty();
    }
    boolean field =
        review.summary().rows().stream()
            .flatMap(row -> row.targets().stream())
            .anyMatch(target -> !Double.isNaN(target.bestOf2009()));
    Tabs tabs = new Tabs("ert", "Dimension");
    for (int dimension : review.dimensions()) {
      List<String> columns = new ArrayList<>(List.of("function"));
      review.optimizers().forEach(optimizer -> columns.add("#" + optimizer));
      if (field) {
        columns.add("#best of 2009");
      }
      Cells cells = new Cells("", columns);
      for (String function : review.functions()) {
        row(cells, function, dimension, field);
      }
      tabs.add(dimension + "-D", cells.render());
    }
    Markup body =
        new Markup()
            .element(
                "p",
                "hint",
                "Expected evaluations until the hardest target, and the trials that hit it. Marked:"
                    + " the best of its row. Arrows: worse than the best beyond chance, ↓ 5 %,"
                    + " ↓↓ 1 %, ↓↓↓ 0.1 % (Mann-Whitney, Holm over the run). With + before it: no trial got there, and the median one"
                    + " ended so far away. Where no optimum is known: the median of the best"
                    + " values.")
            .add(tabs.render(review.dimensions().size() / 2));
    return Optional.of(new Section("ert", "Expected running times", body));
  }

  private void row(Cells cells, String function, int dimension, boolean field) {
    List<Optional<SummaryRow>> rows =
        review.optimizers().stream().map(each -> find(each, function, dimension)).toList();
    if (rows.stream().allMatch(Optional::isEmpty)) {
      return;
    }
    Optional<Contest> contest =
        review.contests().stream()
            .filter(each -> each.function().equals(function) && each.dimension() == dimension)
            .findFirst();
    double best = Double.POSITIVE_INFINITY;
    for (Optional<SummaryRow> row : rows) {
      best = Math.min(best, row.map(TableSections::ert).orElse(Double.POSITIVE_INFINITY));
    }
    cells.row().head(function);
    double of2009 = Double.NaN;
    for (Optional<SummaryRow> each : rows) {
      if (each.isEmpty()) {
        cells.number(Double.NaN, "");
        continue;
      }
      SummaryRow row = each.get();
      Optional<Contest.Entry> entry =
          contest.flatMap(
              it ->
                  it.entries().stream()
                      .filter(one -> one.optimizer().equals(row.optimizer()))
                      .findFirst());
      cell(cells, row, entry, best);
      of2009 = hardest(row).map(TargetRow::bestOf2009).orElse(of2009);
    }
    if (field) {
      cells.number(of2009, Double.isNaN(of2009) ? "" : Unit.COUNT.text(of2009));
    }
    cells.end();
  }

  private static void cell(
      Cells cells, SummaryRow row, Optional<Contest.Entry> entry, double best) {
    double ert = ert(row);
    double median = row.finalValues().median();
    StringBuilder text = new StringBuilder();
    if (row.targets().isEmpty()) {
      text.append(Unit.NUMBER.text(median));
    } else if (Double.isFinite(ert)) {
      text.append(Unit.COUNT.text(ert)).append(share(row));
    } else {
      text.append('+').append(Unit.DISTANCE.text(median)).append(share(row));
    }
    if (row.failed() > 0) {
      text.append(" !").append(row.failed());
    }
    StringBuilder says = new StringBuilder();
    hardest(row)
        .filter(target -> !Double.isNaN(target.interval().lower()))
        .ifPresent(
            target ->
                says.append("95 %: ")
                    .append(Unit.COUNT.text(target.interval().lower()))
                    .append(" to ")
                    .append(Unit.COUNT.text(target.interval().upper()))
                    .append(". "));
    boolean first =
        Double.isFinite(ert) ? ert <= best : entry.map(it -> it.rank() == 1).orElse(false);
    if (entry.isPresent() && !Double.isNaN(entry.get().p())) {
      says.append("p ").append(OptimizerSections.probability(entry.get().p()));
      says.append(" (").append(entry.get().method()).append("), A12 ");
      says.append(Unit.NUMBER.text(entry.get().a12())).append(" against the best.");
      text.append(arrows(entry.get().p()));
    }
    // Those without a hit come after all with one, the nearer first.
    double order =
        row.targets().isEmpty() || Double.isFinite(ert)
            ? (row.targets().isEmpty() ? median : ert)
            : 1e300 + Math.min(1e6, median) * 1e290;
    cells.number(order, text.toString(), first ? "best" : "", says.toString());
  }

  private static String arrows(double p) {
    return p < 0.001 ? " ↓↓↓" : p < 0.01 ? " ↓↓" : p < 0.05 ? " ↓" : "";
  }

  private static String share(SummaryRow row) {
    return row.successes() == row.trials() ? "" : " (" + row.successes() + "/" + row.trials() + ")";
  }

  private Optional<Section> budgets() {
    if (review.summary().rows().isEmpty()) {
      return Optional.empty();
    }
    Tabs tabs = new Tabs("budget", "Dimension");
    for (int dimension : review.dimensions()) {
      List<String> columns = new ArrayList<>(List.of("function", "#evaluations"));
      review.optimizers().forEach(optimizer -> columns.add("#" + optimizer));
      Cells cells = new Cells("", columns);
      for (String function : review.functions()) {
        budgets(cells, function, dimension);
      }
      tabs.add(dimension + "-D", cells.render());
    }
    return Optional.of(
        new Section(
            "budget",
            "Fixed budgets",
            new Markup()
                .element(
                    "p",
                    "hint",
                    "The median distance to the optimum, or the median best value where it is"
                        + " unknown, after so many evaluations; marked: the best of its row. Under"
                        + " the pointer: the quartiles.")
                .add(tabs.render(review.dimensions().size() / 2))));
  }

  private void budgets(Cells cells, String function, int dimension) {
    List<Long> budgets =
        review.summary().rows().stream()
            .filter(row -> row.function().equals(function) && row.dimension() == dimension)
            .flatMap(row -> row.budgets().stream())
            .map(BudgetRow::evaluations)
            .distinct()
            .sorted()
            .toList();
    for (long budget : budgets) {
      List<Optional<BudgetRow>> row =
          review.optimizers().stream()
              .map(
                  optimizer ->
                      find(optimizer, function, dimension).stream()
                          .flatMap(it -> it.budgets().stream())
                          .filter(it -> it.evaluations() == budget)
                          .findFirst())
              .toList();
      double best =
          row.stream()
              .flatMap(Optional::stream)
              .mapToDouble(BudgetRow::median)
              .min()
              .orElse(Double.NaN);
      cells.row().head(function).number(budget, Quantity.count(budget));
      for (Optional<BudgetRow> each : row) {
        if (each.isEmpty()) {
          cells.number(Double.NaN, "");
        } else {
          number(cells, each.get().median(), best, quartiles(each.get()));
        }
      }
      cells.end();
    }
    if (budgets.isEmpty()) {
      finals(cells, function, dimension);
    }
  }

  /** What the trials ended with, where nothing is known of their way. */
  private void finals(Cells cells, String function, int dimension) {
    List<Optional<SummaryRow>> row =
        review.optimizers().stream().map(each -> find(each, function, dimension)).toList();
    if (row.stream().allMatch(Optional::isEmpty)) {
      return;
    }
    double best =
        row.stream()
            .flatMap(Optional::stream)
            .mapToDouble(it -> it.finalValues().median())
            .min()
            .orElse(Double.NaN);
    cells.row().head(function).words("at the end");
    for (Optional<SummaryRow> each : row) {
      if (each.isEmpty()) {
        cells.number(Double.NaN, "");
      } else {
        var values = each.get().finalValues();
        number(
            cells,
            values.median(),
            best,
            "best "
                + Unit.NUMBER.text(values.best())
                + ", worst "
                + Unit.NUMBER.text(values.worst()));
      }
    }
    cells.end();
  }

  private static void number(Cells cells, double median, double best, String says) {
    cells.number(median, Unit.DISTANCE.text(median), median <= best ? "best" : "", says);
  }

  private static String quartiles(BudgetRow row) {
    return Unit.DISTANCE.text(row.lowerQuartile())
        + " … "
        + Unit.DISTANCE.text(row.upperQuartile());
  }

  private Optional<Section> cost() {
    if (review.times().isEmpty()) {
      return Optional.empty();
    }
    Cells cells =
        new Cells(
            "",
            List.of(
                "optimizer",
                "#dimension",
                "#trials",
                "#median trial",
                "#longest",
                "#all trials",
                "#per evaluation",
                "#outside the function",
                "#peak memory"));
    for (TrialTimes each : review.times()) {
      cells
          .row()
          .head(each.optimizer())
          .number(each.dimension(), Integer.toString(each.dimension()))
          .number(each.trials(), Quantity.count(each.trials()))
          .number(each.median(), Unit.NANOS.text(each.median()))
          .number(each.longest(), Unit.NANOS.text(each.longest()))
          .number(each.total(), Quantity.duration(Math.round(each.total())))
          .number(each.nanosPerEvaluation(), Unit.NANOS.text(each.nanosPerEvaluation()))
          .number(each.outside(), Unit.SHARE.text(each.outside()))
          .number(each.peakBytes(), each.peakBytes() == 0 ? "–" : Unit.BYTES.text(each.peakBytes()))
          .end();
    }
    return Optional.of(
        new Section(
            "cost",
            "What trials took",
            new Markup()
                .element(
                    "p",
                    "hint",
                    "Circumstances of this run on this machine, not results: trials ran beside each"
                        + " other.")
                .add(cells.render())));
  }

  private Optional<SummaryRow> find(String optimizer, String function, int dimension) {
    for (SummaryRow row : review.summary().rows()) {
      if (row.dimension() == dimension
          && row.optimizer().equals(optimizer)
          && row.function().equals(function)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private static Optional<TargetRow> hardest(SummaryRow row) {
    List<TargetRow> targets = row.targets();
    return targets.isEmpty() ? Optional.empty() : Optional.of(targets.get(targets.size() - 1));
  }

  private static double ert(SummaryRow row) {
    return hardest(row).map(TargetRow::ert).orElse(Double.POSITIVE_INFINITY);
  }
}
