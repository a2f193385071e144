package benchwright.report.page;

import benchwright.analysis.Convergence;
import benchwright.analysis.FunctionGroup;
import benchwright.analysis.Line;
import benchwright.analysis.Profile;
import benchwright.analysis.Review;
import benchwright.analysis.RuntimeDistribution;
import benchwright.artifact.Place;
import benchwright.artifact.Standing;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import benchwright.report.chart.Axis;
import benchwright.report.chart.Grid;
import benchwright.report.chart.Limit;
import benchwright.report.chart.NamedChart;
import benchwright.report.chart.Plot;
import benchwright.report.chart.Point;
import benchwright.report.chart.Ranking;
import benchwright.report.chart.Series;
import benchwright.report.chart.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The charts of a review of optimizers. */
public final class ReviewCharts {
  /** Of two hundred points of a distribution, a chart shows every so many-th; a small one half. */
  private static final int COARSE = 2;

  private static final String DATA_PROFILE = "Data profile";

  private final Review review;
  private final Looks looks;

  public ReviewCharts(Review review) {
    this.review = review;
    this.looks = new Looks(review.optimizers());
  }

  /** The charts that stand for the whole run, for pages that cannot have them all. */
  public List<NamedChart> chosen() {
    List<NamedChart> charts = new ArrayList<>();
    int all = all();
    ranking(all).ifPresent(chart -> charts.add(new NamedChart("standings.svg", chart)));
    distribution(FunctionGroup.ALL, "all functions", all)
        .ifPresent(chart -> charts.add(new NamedChart("ecdf.svg", chart)));
    successes().ifPresent(chart -> charts.add(new NamedChart("solved.svg", chart)));
    return charts;
  }

  /** The distribution of running times over all functions and dimensions, in full size. */
  public Optional<Plot> runningTimes() {
    return distribution(FunctionGroup.ALL, "all functions", all());
  }

  /** The share of problems solved within so many evaluations, over all dimensions. */
  public Optional<Plot> solved() {
    return profiles().stream().filter(each -> each.title().equals(DATA_PROFILE)).findFirst();
  }

  /**
   * What can be drawn of one function: how trials converged in each dimension, and how time grows.
   */
  public List<NamedChart> ofFunction(String function) {
    List<NamedChart> charts = new ArrayList<>();
    for (int dimension : review.dimensions()) {
      for (Plot plot : convergence(dimension)) {
        if (plot.title().equals(function)) {
          charts.add(
              new NamedChart(
                  function + "-" + dimension + "d.svg",
                  plot.enlarged(function + ", " + in(dimension))));
        }
      }
    }
    if (!review.targets().isEmpty() && review.dimensions().size() > 1) {
      for (Plot plot : growth(review.targets().get(review.targets().size() - 1))) {
        if (plot.title().equals(function)) {
          charts.add(
              new NamedChart(
                  function + "-growth.svg",
                  plot.enlarged(function + ", expected running time over the dimension")));
        }
      }
    }
    return charts;
  }

  /** 0 for all dimensions, or the only one. */
  private int all() {
    return review.dimensions().size() > 1 ? 0 : review.dimensions().stream().findFirst().orElse(0);
  }

  /** Mean ranks with the critical difference, in one dimension or, for 0, over all. */
  Optional<Ranking> ranking(int dimension) {
    for (Standing standing : review.summary().standings()) {
      if (standing.dimension() == dimension && standing.places().size() > 1) {
        List<Ranking.Ranked> ranked = new ArrayList<>();
        for (Place place : standing.places()) {
          ranked.add(
              new Ranking.Ranked(
                  place.optimizer(), looks.of(place.optimizer()), place.averageRank()));
        }
        String problems =
            standing.problems() == 1 ? "1 problem" : standing.problems() + " problems";
        return Optional.of(
            new Ranking(
                "Mean ranks, " + in(dimension) + ", " + problems,
                "Lower is better. A bar joins optimizers whose ranks differ by less than the"
                    + " critical difference.",
                ranked,
                standing.criticalDifference(),
                Ranking.groups(ranked, standing.criticalDifference())));
      }
    }
    return Optional.empty();
  }

  /** The distribution of running times of all optimizers. */
  Optional<Plot> distribution(String group, String title, int dimension) {
    List<Series> series = new ArrayList<>();
    double spent = 1;
    double least = Double.POSITIVE_INFINITY;
    boolean small = !group.equals(FunctionGroup.ALL);
    for (RuntimeDistribution each : review.distributions()) {
      if (each.group().equals(group) && each.dimension() == dimension && each.steps().size() > 0) {
        spent = Math.max(spent, each.spent());
        least = Math.min(least, each.steps().x(0));
        series.add(
            Series.steps(
                each.optimizer(),
                looks.of(each.optimizer()),
                points(each.steps(), small ? 2 * COARSE : COARSE)));
      }
    }
    if (series.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Plot(
            small ? title : title + ", " + in(dimension),
            "The share of all pairs of a trial and a target that were hit within so many"
                + " evaluations per dimension. Higher and further left is better.",
            new Axis(
                "evaluations per dimension", Unit.COUNT, true, Math.min(least, spent / 10), spent),
            Axis.share("share of targets hit"),
            series,
            List.of(),
            small));
  }

  /** Profiles over all dimensions: of performance, and of data. */
  List<Plot> profiles() {
    int all = all();
    List<Plot> plots = new ArrayList<>();
    for (Profile.Kind kind : Profile.Kind.values()) {
      List<Series> series = new ArrayList<>();
      List<Profile> some =
          review.profiles().stream()
              .filter(each -> each.kind() == kind && each.dimension() == all)
              .filter(each -> each.steps().size() > 0)
              .toList();
      double most = 1;
      double least = Double.POSITIVE_INFINITY;
      for (Profile each : some) {
        most = Math.max(most, each.steps().x(each.steps().size() - 1));
        least = Math.min(least, each.steps().x(0));
      }
      most = Math.max(most, least * 10);
      for (Profile each : some) {
        // What is solved stays solved, whatever the multiple.
        List<Point> points = new ArrayList<>(points(each.steps(), 1));
        points.add(Point.of(most, points.get(points.size() - 1).y()));
        series.add(Series.steps(each.optimizer(), looks.of(each.optimizer()), points));
      }
      if (!series.isEmpty() && least > 0) {
        boolean performance = kind == Profile.Kind.PERFORMANCE;
        plots.add(
            new Plot(
                performance ? "Performance profile" : DATA_PROFILE,
                "The share of problems solved within so many times what "
                    + (performance ? "the best optimizer of the run" : "a simplex gradient")
                    + " takes.",
                new Axis(
                    performance ? "times the best" : "times d + 1 evaluations",
                    performance ? Unit.RATIO : Unit.COUNT,
                    true,
                    least,
                    most),
                Axis.share("share of problems solved"),
                series,
                List.of(),
                false));
      }
    }
    return plots;
  }

  /** How the trials of each optimizer came nearer to the optimum; of each function. */
  List<Plot> convergence(int dimension) {
    double spent = 10;
    for (Convergence each : review.convergence()) {
      if (each.dimension() == dimension && each.half().size() > 0) {
        spent = Math.max(spent, each.half().x(each.half().size() - 1));
      }
    }
    List<Plot> plots = new ArrayList<>();
    for (String function : review.functions()) {
      List<Convergence> some =
          review.convergence().stream()
              .filter(each -> each.dimension() == dimension && each.function().equals(function))
              .toList();
      if (!some.isEmpty()) {
        plots.add(convergence(function, some, spent));
      }
    }
    return plots;
  }

  private Plot convergence(String function, List<Convergence> some, double spent) {
    boolean known = some.stream().allMatch(Convergence::known);
    List<Series> series = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (Convergence each : some) {
      List<Point> points = bands(each);
      points.forEach(point -> values.add(point.y()));
      series.add(Series.steps(each.optimizer(), looks.of(each.optimizer()), points));
    }
    double floor =
        review.targets().isEmpty() ? 1e-8 : review.targets().get(review.targets().size() - 1);
    Axis y =
        known
            ? Axis.logarithmic(
                "distance to the optimum",
                Unit.DISTANCE,
                values.stream().mapToDouble(each -> Math.max(each, floor)))
            : Axis.linear("best value", Unit.NUMBER, stream(values));
    return new Plot(
        function,
        "The median over trials of the best value so far, and the band of the middle half of the"
            + " trials.",
        new Axis("evaluations", Unit.COUNT, true, 1, spent),
        y,
        series,
        known ? List.of(new Limit("", floor, false)) : List.of(),
        true);
  }

  /** Every third point from the tenth on: four in a decade are enough for a small chart. */
  private static List<Point> bands(Convergence each) {
    List<Point> points = new ArrayList<>();
    int size = each.half().size();
    for (int i = 0; i < size; i++) {
      if (i < 10 || i % 3 == 0 || i == size - 1) {
        points.add(
            new Point(
                each.half().x(i),
                each.half().y(i),
                each.quarter().y(i),
                each.threeQuarters().y(i)));
      }
    }
    return points;
  }

  /** The expected running time over the dimension, of each function. */
  List<Plot> growth(double target) {
    List<Plot> plots = new ArrayList<>();
    for (String function : review.functions()) {
      List<Series> series = new ArrayList<>();
      List<Double> times = new ArrayList<>();
      for (String optimizer : review.optimizers()) {
        List<Point> points = new ArrayList<>();
        for (SummaryRow row : review.summary().rows()) {
          if (row.optimizer().equals(optimizer) && row.function().equals(function)) {
            for (TargetRow each : row.targets()) {
              if (each.target() == target) {
                points.add(Point.of(row.dimension(), each.ert()));
                times.add(each.ert());
              }
            }
          }
        }
        if (!points.isEmpty()) {
          series.add(Series.measured(optimizer, looks.of(optimizer), points));
        }
      }
      if (times.stream().anyMatch(Double::isFinite)) {
        plots.add(
            new Plot(
                function,
                "The expected running time in evaluations to a distance of "
                    + Unit.DISTANCE.text(target)
                    + "; a gap where no trial got there.",
                dimensionAxis(),
                Axis.logarithmic("evaluations", Unit.COUNT, stream(times)),
                series,
                List.of(),
                true));
      }
    }
    return plots;
  }

  private Axis dimensionAxis() {
    int first = review.dimensions().get(0);
    int last = review.dimensions().get(review.dimensions().size() - 1);
    return new Axis("dimension", Unit.COUNT, true, first / 1.1, last * 1.1)
        .marked(review.dimensions().stream().map(Integer::doubleValue).toList());
  }

  /** The share of trials that got to the hardest target, for each optimizer and dimension. */
  Optional<Grid> successes() {
    List<Grid.Row> rows = new ArrayList<>();
    for (String optimizer : review.optimizers()) {
      List<Grid.Field> fields = new ArrayList<>();
      for (int dimension : review.dimensions()) {
        long trials = 0;
        long successes = 0;
        for (SummaryRow row : review.summary().rows()) {
          if (row.optimizer().equals(optimizer)
              && row.dimension() == dimension
              && !row.targets().isEmpty()) {
            trials += row.trials();
            successes += row.successes();
          }
        }
        double share = trials == 0 ? Double.NaN : (double) successes / trials;
        fields.add(new Grid.Field(share, Unit.SHARE.text(share)));
      }
      rows.add(new Grid.Row(optimizer, fields));
    }
    boolean any =
        rows.stream()
            .flatMap(row -> row.fields().stream())
            .anyMatch(it -> !Double.isNaN(it.depth()));
    return any
        ? Optional.of(
            new Grid(
                "Success rates",
                "The share of all trials that reached the hardest target, by optimizer and"
                    + " dimension.",
                "share of trials that reached the hardest target",
                review.dimensions().stream().map(each -> each + "-D").toList(),
                rows))
        : Optional.empty();
  }

  /** {@code 10-D}, or {@code all dimensions} for 0. */
  static String in(int dimension) {
    return dimension == 0 ? "all dimensions" : dimension + "-D";
  }

  private static List<Point> points(Line line, int step) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      if (i % step == 0 || i == line.size() - 1) {
        points.add(Point.of(line.x(i), line.y(i)));
      }
    }
    return points;
  }

  private static DoubleStream stream(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue);
  }
}
