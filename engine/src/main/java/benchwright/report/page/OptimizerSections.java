package benchwright.report.page;

import benchwright.analysis.FunctionGroup;
import benchwright.analysis.Review;
import benchwright.artifact.Place;
import benchwright.artifact.Standing;
import benchwright.artifact.TargetRow;
import benchwright.report.Quantity;
import benchwright.report.chart.Plot;
import benchwright.report.chart.Unit;
import benchwright.report.markup.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sections about how optimizers did: standings and curves. */
final class OptimizerSections {
  private final Review review;
  private final ReviewCharts charts;
  private final Legend legend;

  OptimizerSections(Review review) {
    this.review = review;
    this.charts = new ReviewCharts(review);
    this.legend = new Legend(review.optimizers());
  }

  /** Those that have something to say. */
  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    standings().ifPresent(sections::add);
    convergence().ifPresent(sections::add);
    distributions().ifPresent(sections::add);
    profiles().ifPresent(sections::add);
    growth().ifPresent(sections::add);
    return sections;
  }

  private Optional<Section> standings() {
    Markup body = new Markup();
    boolean any = false;
    Tabs tabs = new Tabs("standing", "Dimension");
    for (int dimension : dimensions()) {
      for (Standing standing : review.summary().standings()) {
        if (standing.dimension() == dimension && standing.places().size() > 1) {
          any = true;
          Markup panel = new Markup();
          charts
              .ranking(dimension)
              .ifPresent(chart -> panel.add(Grids.figure(chart, tests(standing))));
          tabs.add(ReviewCharts.in(dimension), panel.add(places(standing)));
        }
      }
    }
    if (any) {
      body.add(tabs.render(0));
    }
    var successes = charts.successes();
    successes.ifPresent(chart -> body.add(Grids.figure(chart, "")));
    return any || successes.isPresent()
        ? Optional.of(new Section("standings", "Standings", body))
        : Optional.empty();
  }

  private static String tests(Standing standing) {
    double p = standing.friedman().imanDavenportP();
    return Double.isNaN(p)
        ? ""
        : "Do the ranks differ at all? Iman and Davenport: F = "
            + Unit.NUMBER.text(standing.friedman().imanDavenport())
            + ", p "
            + probability(p)
            + "; Friedman, corrected for ties: χ² = "
            + Unit.NUMBER.text(standing.friedman().statistic())
            + ", p "
            + probability(standing.friedman().p())
            + ". Bars: Nemenyi at 5 %.";
  }

  private static Markup places(Standing standing) {
    Cells cells =
        new Cells(
            "", List.of("optimizer", "#mean rank", "#best on", "#of problems", "#Glicko-2", "#±"));
    for (Place place : standing.places()) {
      cells
          .row()
          .head(place.optimizer())
          .number(place.averageRank(), Unit.NUMBER.text(place.averageRank()))
          .number(place.best(), Integer.toString(place.best()))
          .number(standing.problems(), Integer.toString(standing.problems()))
          .number(place.rating(), whole(place.rating()))
          .number(place.deviation(), whole(2 * place.deviation()))
          .end();
    }
    return cells.render();
  }

  private Optional<Section> convergence() {
    Tabs tabs = new Tabs("convergence", "Dimension");
    boolean any = false;
    for (int dimension : review.dimensions()) {
      List<Plot> plots = charts.convergence(dimension);
      if (!plots.isEmpty()) {
        any = true;
        tabs.add(dimension + "-D", Grids.many(legend.render(), plots));
      }
    }
    return any
        ? Optional.of(
            new Section(
                "convergence",
                "Convergence",
                new Markup()
                    .element(
                        "p",
                        "hint",
                        "The median over trials of the best value so far; the band holds the middle"
                            + " half of the trials. A trial that has ended counts with its last"
                            + " value.")
                    .add(tabs.render(middle()))))
        : Optional.empty();
  }

  private Optional<Section> distributions() {
    Tabs tabs = new Tabs("ecdf", "Dimension");
    boolean any = false;
    for (int dimension : dimensions()) {
      Markup large = new Markup();
      List<Plot> small = new ArrayList<>();
      boolean some = false;
      for (FunctionGroup group : review.groups()) {
        Optional<Plot> chart = charts.distribution(group.id(), group.title(), dimension);
        if (chart.isPresent() && group.id().equals(FunctionGroup.ALL)) {
          large.add(Grids.figure(chart.get(), ""));
        } else {
          chart.ifPresent(small::add);
        }
        some |= chart.isPresent();
      }
      if (some) {
        any = true;
        tabs.add(ReviewCharts.in(dimension), small.isEmpty() ? large : Grids.many(large, small));
      }
    }
    return any
        ? Optional.of(
            new Section(
                "ecdf",
                "Running times",
                new Markup()
                    .element(
                        "p",
                        "hint",
                        "The share of all pairs of a trial and a target that were hit within so"
                            + " many evaluations per dimension. Higher and further left is better;"
                            + " a curve ends where its trials did.")
                    .add(tabs.render(0))))
        : Optional.empty();
  }

  private Optional<Section> profiles() {
    List<Plot> plots = charts.profiles();
    if (plots.isEmpty()) {
      return Optional.empty();
    }
    Markup body =
        new Markup()
            .element(
                "p",
                "hint",
                "The share of problems (functions in a dimension) solved within some multiple of"
                    + " what the best optimizer of the run takes, and of d + 1 evaluations; by"
                    + " expected running times to the hardest target.");
    body.open("div").in("pairs");
    plots.forEach(plot -> body.add(Grids.figure(plot, "")));
    return Optional.of(new Section("profiles", "Profiles", body.close()));
  }

  private Optional<Section> growth() {
    if (review.dimensions().size() < 2) {
      return Optional.empty();
    }
    Tabs tabs = new Tabs("growth", "Target");
    boolean any = false;
    for (double target : targets()) {
      List<Plot> plots = charts.growth(target);
      if (!plots.isEmpty()) {
        any = true;
        tabs.add(Unit.DISTANCE.text(target), Grids.many(legend.render(), plots));
      }
    }
    return any
        ? Optional.of(
            new Section(
                "growth",
                "Running time over dimension",
                new Markup()
                    .element(
                        "p",
                        "hint",
                        "Expected evaluations until the target is hit, both axes logarithmic: a"
                            + " straight line is a power of the dimension. A gap where no trial"
                            + " got there.")
                    .add(tabs.render(0))))
        : Optional.empty();
  }

  /** The hardest target, and one about half-way. */
  private List<Double> targets() {
    List<Double> all =
        review.summary().rows().stream()
            .filter(row -> !row.targets().isEmpty())
            .findFirst()
            .map(row -> row.targets().stream().map(TargetRow::target).toList())
            .orElse(List.of());
    if (all.isEmpty()) {
      return List.of();
    }
    double hardest = all.get(all.size() - 1);
    double half = all.get(all.size() / 2);
    return half == hardest ? List.of(hardest) : List.of(hardest, half);
  }

  private List<Integer> dimensions() {
    List<Integer> all = new ArrayList<>();
    if (review.dimensions().size() > 1) {
      all.add(0);
    }
    all.addAll(review.dimensions());
    return all;
  }

  private int middle() {
    return review.dimensions().size() / 2;
  }

  private static String whole(double value) {
    return Double.isNaN(value) ? "–" : Quantity.count(Math.round(value));
  }

  static String probability(double p) {
    return p < 0.0001 ? "< 0.0001" : "= " + Unit.NUMBER.text(p);
  }
}
