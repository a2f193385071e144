package benchwright.report;

import benchwright.analysis.Contest;
import benchwright.analysis.FunctionGroup;
import benchwright.analysis.Review;
import benchwright.analysis.TrialTimes;
import benchwright.artifact.BudgetRow;
import benchwright.artifact.GroupRow;
import benchwright.artifact.Place;
import benchwright.artifact.Standing;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import benchwright.report.MarkdownReport.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a report in Markdown says of optimizers. */
final class OptimizerSections {
  private static final double ONE_PERCENT = 0.01;
  private static final double ONE_PER_MILLE = 0.001;

  private final Review review;
  private final Map<String, SummaryRow> rows = new LinkedHashMap<>();
  private final Map<String, Contest> contests = new LinkedHashMap<>();

  OptimizerSections(Findings findings) {
    this.review = findings.review();
    for (SummaryRow row : review.summary().rows()) {
      rows.put(key(row.optimizer(), row.function(), row.dimension()), row);
    }
    for (Contest contest : review.contests()) {
      contests.put(contest.function() + "/" + contest.dimension(), contest);
    }
  }

  List<Section> all() {
    if (review.summary().rows().isEmpty()) {
      return List.of();
    }
    return List.of(
        new Section("Standings", standings(), 1),
        new Section("Expected running time", runningTimes(), 3),
        new Section("Groups of functions", groups(), 2),
        new Section("Against the best of BBOB-2009", against2009(), 2),
        new Section("Fixed budgets", budgets(), 4),
        new Section("Time and memory of trials", times(), 3));
  }

  /** All dimensions first; each of them folded away where there are several. */
  private String standings() {
    StringBuilder text = new StringBuilder();
    List<Standing> all =
        review.summary().standings().stream()
            .filter(standing -> standing.places().size() > 1)
            .sorted(Comparator.comparingInt(Standing::dimension))
            .toList();
    for (int i = 0; i < all.size(); i++) {
      String title = in(all.get(i).dimension());
      String table = places(all.get(i)) + '\n' + test(all.get(i));
      if (i > 0) {
        text.append('\n').append(Markdown.details(title, table));
      } else {
        text.append(all.size() > 1 ? title + ".\n\n" : "").append(table);
      }
    }
    return text.toString();
  }

  private static String places(Standing standing) {
    Markdown.Grid grid =
        new Markdown.Grid(">place", "optimizer", ">average rank", ">best on", ">rating (Glicko-2)");
    int place = 1;
    for (Place each : standing.places()) {
      grid.add(
          Integer.toString(place++),
          Markdown.code(each.optimizer()),
          fixed(each.averageRank(), 2),
          each.best() + "/" + standing.problems(),
          Math.round(each.rating()) + " ± " + Math.round(2 * each.deviation()));
    }
    return grid.toText();
  }

  private static String test(Standing standing) {
    if (Double.isNaN(standing.friedman().p())) {
      return "Too few problems or optimizers for Friedman's test.\n";
    }
    String text =
        "Friedman's test over "
            + Quantity.count(standing.problems(), "problem")
            + ": chi squared "
            + fixed(standing.friedman().statistic(), 2)
            + ", p = "
            + probability(standing.friedman().p())
            + (standing.friedman().p() < 0.05 ? "; the ranks differ." : "; no difference shown.");
    return Double.isNaN(standing.criticalDifference())
        ? text + "\n"
        : text
            + " Average ranks that differ by more than "
            + fixed(standing.criticalDifference(), 2)
            + " differ significantly (Nemenyi, 5 %).\n";
  }

  String runningTimes() {
    StringBuilder text = new StringBuilder();
    for (int dimension : review.dimensions()) {
      List<String> titles = new ArrayList<>(List.of("function"));
      review.optimizers().forEach(optimizer -> titles.add(">" + Markdown.code(optimizer)));
      Markdown.Grid grid = new Markdown.Grid(titles);
      for (String function : review.functions()) {
        List<String> cells = new ArrayList<>(List.of(Markdown.code(function)));
        Contest contest = contests.get(function + "/" + dimension);
        boolean any = false;
        for (String optimizer : review.optimizers()) {
          SummaryRow row = rows.get(key(optimizer, function, dimension));
          any |= row != null;
          cells.add(row == null ? "" : cell(row, Optional.ofNullable(contest)));
        }
        if (any) {
          grid.add(cells);
        }
      }
      if (review.dimensions().size() > 1) {
        text.append("### ").append(in(dimension)).append("\n\n");
      }
      text.append(grid.toText()).append('\n');
    }
    return text.append(legend()).toString();
  }

  private String cell(SummaryRow row, Optional<Contest> contest) {
    String figure;
    if (row.targets().isEmpty()) {
      figure = Quantity.distance(row.finalValues().median());
    } else if (row.successes() > 0) {
      figure = Quantity.shortCount(hardest(row).ert());
    } else {
      figure = "+" + Quantity.distance(row.finalValues().median());
    }
    String marks = "";
    if (contest.isPresent()) {
      for (Contest.Entry entry : contest.get().entries()) {
        if (entry.optimizer().equals(row.optimizer())) {
          figure = entry.rank() < 1.5 && Double.isNaN(entry.p()) ? "**" + figure + "**" : figure;
          marks = marks(entry);
        }
      }
    }
    String rate = row.targets().isEmpty() ? "" : " (" + row.successes() + "/" + row.trials() + ")";
    return figure + marks + rate + (row.failed() > 0 ? " ❌" + row.failed() : "");
  }

  /** Arrows and no asterisks, which would be markup. */
  private static String marks(Contest.Entry entry) {
    if (!entry.worse()) {
      return "";
    }
    return entry.p() < ONE_PER_MILLE ? " ↓↓↓" : entry.p() < ONE_PERCENT ? " ↓↓" : " ↓";
  }

  private String legend() {
    boolean known = false;
    boolean unknown = false;
    boolean failed = false;
    double target = Double.NaN;
    for (SummaryRow row : review.summary().rows()) {
      known |= !row.targets().isEmpty();
      unknown |= row.targets().isEmpty();
      failed |= row.failed() > 0;
      target = row.targets().isEmpty() ? target : hardest(row).target();
    }
    StringBuilder text = new StringBuilder();
    if (known) {
      text.append("`1,234 (6/6)`: expected evaluations until the optimum is ")
          .append(Quantity.target(target))
          .append(" away, and how many trials got there. `+3.1e-02 (0/6)`: none did; so far away")
          .append(" the median trial ended. ");
    }
    if (unknown) {
      text.append("`3.1e-02`: the median of the best values, where no optimum is known. ");
    }
    if (!review.contests().isEmpty()) {
      text.append("**Bold**: the best of its row. ↓ worse than it beyond chance, 5 %")
          .append(" (↓↓ 1 %, ↓↓↓ 0.1 %; Mann-Whitney, Holm over the whole run). ");
    }
    if (failed) {
      text.append("❌2: so many of the trials failed. ");
    }
    return text.toString().strip() + "\n";
  }

  private String groups() {
    Markdown.Grid grid =
        new Markdown.Grid(
            "functions",
            "optimizer",
            ">solved",
            ">targets hit",
            ">ECDF area",
            ">AOCC",
            ">average rank");
    for (FunctionGroup group : review.groups()) {
      for (GroupRow row : review.summary().groups()) {
        if (row.group().equals(group.id()) && row.dimension() == 0) {
          grid.add(
              Markdown.text(group.title()) + " (" + group.functions().size() + ")",
              Markdown.code(row.optimizer()),
              row.solved() + "/" + row.problems(),
              Double.isNaN(row.hits()) ? "" : fixed(100 * row.hits(), 1) + " %",
              fixed(row.ecdfArea(), 3),
              fixed(row.aocc(), 3),
              fixed(row.averageRank(), 2));
        }
      }
    }
    return grid.isEmpty()
        ? ""
        : grid.toText()
            + "\n"
            + "Over all dimensions. Solved: problems where a trial hit the hardest target. ECDF"
            + " area and AOCC: 0 is nothing, 1 is everything at once.\n";
  }

  private String against2009() {
    Markdown.Grid grid =
        new Markdown.Grid(
            "optimizer", ">dimension", ">compared on", ">solved", ">median ratio", ">best ratio");
    for (String optimizer : review.optimizers()) {
      for (int dimension : review.dimensions()) {
        List<Double> ratios = new ArrayList<>();
        int compared = 0;
        for (String function : review.functions()) {
          SummaryRow row = rows.get(key(optimizer, function, dimension));
          if (row == null || row.targets().isEmpty()) {
            continue;
          }
          TargetRow target = hardest(row);
          if (!Double.isNaN(target.bestOf2009()) && !Double.isInfinite(target.bestOf2009())) {
            compared++;
            if (row.successes() > 0) {
              ratios.add(target.ert() / target.bestOf2009());
            }
          }
        }
        if (compared > 0) {
          double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
          grid.add(
              Markdown.code(optimizer),
              Integer.toString(dimension),
              Integer.toString(compared),
              Integer.toString(sorted.length),
              sorted.length == 0 ? "–" : ratio(benchwright.stats.Sample.of(sorted).median()),
              sorted.length == 0 ? "–" : ratio(sorted[0]));
        }
      }
    }
    return grid.isEmpty()
        ? ""
        : grid.toText()
            + "\n"
            + "Expected running time by that of the best entry of BBOB-2009 on the same function,"
            + " to the hardest target; ratios where ours solved it. Below 1 is faster.\n";
  }

  private String budgets() {
    StringBuilder text = new StringBuilder();
    for (int dimension : review.dimensions()) {
      Set<Long> budgets = new LinkedHashSet<>();
      for (SummaryRow row : review.summary().rows()) {
        if (row.dimension() == dimension) {
          row.budgets().forEach(budget -> budgets.add(budget.evaluations()));
        }
      }
      if (budgets.isEmpty()) {
        continue;
      }
      List<Long> columns = budgets.stream().sorted().toList();
      List<String> titles = new ArrayList<>(List.of("function", "optimizer"));
      columns.forEach(budget -> titles.add(">" + Quantity.shortCount(budget)));
      Markdown.Grid grid = new Markdown.Grid(titles);
      for (String function : review.functions()) {
        for (String optimizer : review.optimizers()) {
          SummaryRow row = rows.get(key(optimizer, function, dimension));
          if (row != null && !row.budgets().isEmpty()) {
            grid.add(budgets(row, columns));
          }
        }
      }
      text.append(Markdown.details(in(dimension), grid.toText()));
    }
    return text.length() == 0
        ? ""
        : "How near the median trial had come after so many evaluations (the value itself where no"
            + " optimum is known), with its quartiles.\n\n"
            + text;
  }

  private static List<String> budgets(SummaryRow row, List<Long> columns) {
    List<String> cells =
        new ArrayList<>(List.of(Markdown.code(row.function()), Markdown.code(row.optimizer())));
    for (long column : columns) {
      String cell = "";
      for (BudgetRow budget : row.budgets()) {
        if (budget.evaluations() == column) {
          cell =
              Quantity.distance(budget.median())
                  + " ("
                  + Quantity.distance(budget.lowerQuartile())
                  + "…"
                  + Quantity.distance(budget.upperQuartile())
                  + ")";
        }
      }
      cells.add(cell);
    }
    return cells;
  }

  String times() {
    Markdown.Grid grid =
        new Markdown.Grid(
            "optimizer",
            ">dimension",
            ">trials",
            ">median",
            ">longest",
            ">an evaluation",
            ">outside it",
            ">peak memory");
    for (TrialTimes each : review.times()) {
      grid.add(
          Markdown.code(each.optimizer()),
          Integer.toString(each.dimension()),
          Quantity.count(each.trials()),
          Quantity.time(each.median()),
          Quantity.time(each.longest()),
          Quantity.time(each.nanosPerEvaluation()),
          Double.isNaN(each.outside()) ? "" : fixed(100 * each.outside(), 0) + " %",
          each.peakBytes() == 0 ? "" : Quantity.bytes(each.peakBytes()));
    }
    return grid.isEmpty()
        ? ""
        : grid.toText()
            + "\n"
            + "Circumstances, no results: trials ran beside each other on this machine. Outside it:"
            + " the share of the time that was not spent in the objective function.\n";
  }

  private static String in(int dimension) {
    return dimension == 0 ? "All dimensions" : dimension + "-D";
  }

  private static TargetRow hardest(SummaryRow row) {
    return row.targets().get(row.targets().size() - 1);
  }

  private static String key(String optimizer, String function, int dimension) {
    return optimizer + "/" + function + "/" + dimension;
  }

  private static String ratio(double ratio) {
    return ratio < 10 ? fixed(ratio, 2) : Quantity.shortCount(ratio);
  }

  static String probability(double p) {
    return p < 0.001 ? Quantity.distance(p) : fixed(p, 3);
  }

  static String fixed(double number, int decimals) {
    return Double.isNaN(number) || Double.isInfinite(number)
        ? "–"
        : new java.math.BigDecimal(number)
            .setScale(decimals, java.math.RoundingMode.HALF_UP)
            .toPlainString();
  }
}
