package benchwright.analysis;

import benchwright.analysis.Draft.Figures;
import benchwright.analysis.Draft.Kind;
import benchwright.analysis.Draft.Place;
import benchwright.artifact.Interval;
import benchwright.stats.Detectable;
import benchwright.stats.FisherTest;
import benchwright.stats.QuotientRatio;
import benchwright.stats.RankSumTest;
import benchwright.stats.Sample;
import benchwright.stats.SignTest;
import benchwright.stats.SignedRankTest;
import benchwright.stats.Superiority;
import benchwright.suite.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * The rows of one optimizer on one function in one dimension: how often the hardest target is hit,
 * and how long it takes, to the hardest target that both sides and half of all trials hit. Where
 * only one side hits any, the hardest of those; where neither does, or the optimum is unknown, the
 * values at the end.
 */
final class CellDrafts {
  private static final double ERROR = 0.05;

  private final ComparedCell cell;
  private final double[] targets;

  /**
   * @param targets those that both sides have, the easiest first
   */
  CellDrafts(ComparedCell cell, double[] targets) {
    this.cell = cell;
    this.targets = targets;
  }

  List<Draft> drafts() {
    if (cell.base().isEmpty() || cell.head().isEmpty()) {
      Kind kind = cell.base().isEmpty() ? Kind.ADDED : Kind.REMOVED;
      int trials = Math.max(cell.base().size(), cell.head().size());
      Figures nothing = new Figures(Double.NaN, "evaluations", Double.NaN, Double.NaN);
      return List.of(
          Draft.untested(kind, place(Measure.EXPECTED_RUNTIME), nothing, Double.NaN, trials, ""));
    }
    List<Draft> drafts = new ArrayList<>(broken());
    int target = target();
    drafts.add(target < 0 ? ends() : times(target));
    if (cell.known() && targets.length > 0) {
      drafts.add(successes());
    }
    return drafts;
  }

  /** Trials that fail on one side alone. */
  private List<Draft> broken() {
    List<ComparedTrial> before = cell.base().stream().filter(ComparedTrial::failed).toList();
    List<ComparedTrial> now = cell.head().stream().filter(ComparedTrial::failed).toList();
    List<ComparedTrial> fresh =
        cell.paired()
            ? cell.pairs().stream()
                .filter(pair -> pair.head().failed() && !pair.base().failed())
                .map(ComparedCell.Pair::head)
                .toList()
            : before.isEmpty() ? now : List.of();
    double base = 1 - (double) before.size() / cell.base().size();
    double head = 1 - (double) now.size() / cell.head().size();
    Figures ended = new Figures(Double.NaN, "share", base, head);
    if (!fresh.isEmpty()) {
      String more = fresh.size() == 1 ? "" : ", and " + (fresh.size() - 1) + " more of this row";
      return List.of(
          Draft.untested(
              Kind.BROKEN,
              place(Measure.SUCCESS_RATE),
              ended,
              Math.max(Draft.fall(base, head), 0),
              cell.samples(),
              "the trial " + fresh.get(0).key() + " fails and did not before" + more));
    }
    return head > base
        ? List.of(
            Draft.untested(
                Kind.MENDED,
                place(Measure.SUCCESS_RATE),
                ended,
                Draft.fall(base, head),
                cell.samples(),
                "fewer trials fail"))
        : List.of();
  }

  /**
   * The hardest target that both sides hit, and half of all trials; else that both hit, else that
   * one does; −1 if none is. Of few hits a test can tell little.
   */
  private int target() {
    if (!cell.known()) {
      return -1;
    }
    int either = -1;
    int both = -1;
    int trials = cell.base().size() + cell.head().size();
    for (int t = targets.length - 1; t >= 0; t--) {
      int base = hits(cell.base(), t);
      int head = hits(cell.head(), t);
      boolean hit = base > 0 && head > 0;
      if (hit && 2 * (base + head) >= trials) {
        return t;
      }
      both = both < 0 && hit ? t : both;
      either = either < 0 && base + head > 0 ? t : either;
    }
    return both >= 0 ? both : either;
  }

  private Draft times(int target) {
    QuotientRatio.Side base = side(cell.base(), target);
    QuotientRatio.Side head = side(cell.head(), target);
    double before = quotient(base);
    double now = quotient(head);
    QuotientRatio ratio =
        cell.isSame()
            ? new QuotientRatio(Double.NaN, Double.NaN)
            : QuotientRatio.of(head, base, cell.paired());
    return compared(
        new Figures(targets[target], "evaluations", before, now),
        new Interval(ratio.lower() - 1, ratio.upper() - 1),
        this::pace,
        true);
  }

  /**
   * How long a trial takes to any target: the geometric mean of its hit times over all targets that
   * anybody hits here, a miss counted as hit with the last evaluation of the budget. What a single
   * target says of a trial is little beside it.
   */
  private double pace(ComparedTrial trial) {
    double sum = 0;
    int count = 0;
    for (int t = 0; t < targets.length; t++) {
      if (hits(cell.base(), t) + hits(cell.head(), t) > 0) {
        sum += StrictMath.log(trial.timeOrBudget(t));
        count++;
      }
    }
    return StrictMath.exp(sum / count);
  }

  private Draft ends() {
    double base = Sample.of(values(cell.base(), ComparedTrial::end)).median();
    double head = Sample.of(values(cell.head(), ComparedTrial::end)).median();
    SignTest.Range range =
        cell.paired()
            ? SignTest.median(differences(ComparedTrial::end, false), ERROR)
            : new SignTest.Range(Double.NaN, Double.NaN);
    return compared(
        new Figures(Double.NaN, cell.known() ? "distance" : "value", base, head),
        new Interval(range.lower() / Math.abs(base), range.upper() / Math.abs(base)),
        ComparedTrial::end,
        false);
  }

  /**
   * By Wilcoxon's test over pairs, by Mann and Whitney's where trials have no partners. If code
   * only draws other random numbers, base and head may be exchanged within a pair, so their
   * difference lies symmetrically around 0, which is all that Wilcoxon asks.
   *
   * @param value of a trial, the smaller the better; infinite where there is none
   * @param ratios whether values are compared by their ratio, else by their difference
   */
  private Draft compared(
      Figures figures, Interval interval, ToDoubleFunction<ComparedTrial> value, boolean ratios) {
    double worse = Draft.growth(figures.base(), figures.head());
    Place place = place(Measure.EXPECTED_RUNTIME);
    if (cell.isSame()) {
      return Draft.untested(Kind.CERTAIN, place, figures, 0, cell.samples(), "");
    }
    double[] base = values(cell.base(), value);
    double[] head = values(cell.head(), value);
    double scale = ratios ? 1 : Math.abs(figures.base());
    double p;
    double least;
    int direction;
    String test;
    DoubleUnaryOperator detectable;
    if (cell.paired()) {
      double[] differences = differences(value, ratios);
      SignedRankTest ranks = SignedRankTest.of(differences);
      int used = ranks.used();
      p = ranks.p();
      // If all have the same sign; the sign test can lead to no less.
      least = SignTest.leastOf(used);
      direction = (int) Math.signum(ranks.positive() - used * (used + 1.0) / 4);
      test = Draft.WILCOXON;
      // The sign test finds a little less, so this is an upper bound.
      detectable = error -> share(Detectable.bySigns(differences, error), scale, ratios);
    } else {
      RankSumTest ranks = RankSumTest.of(head, base);
      p = ranks.p();
      least = leastOfRanks(head.length, base.length);
      direction = (int) Math.signum(ranks.u() - head.length * (double) base.length / 2);
      test = Draft.MANN_WHITNEY;
      double[] one = finite(base, ratios);
      double[] other = finite(head, ratios);
      detectable = error -> share(Detectable.ofMeans(one, other, error), scale, ratios);
    }
    return new Draft(
        Kind.TESTED,
        place,
        figures,
        worse,
        interval,
        test,
        p,
        least,
        direction,
        Superiority.a12(base, head),
        cell.samples(),
        detectable,
        0,
        "");
  }

  private Draft successes() {
    int hardest = targets.length - 1;
    int before = hits(cell.base(), hardest);
    int now = hits(cell.head(), hardest);
    int n = cell.base().size();
    int m = cell.head().size();
    double base = (double) before / n;
    double head = (double) now / m;
    Figures figures = new Figures(targets[hardest], "share", base, head);
    Place place = place(Measure.SUCCESS_RATE);
    if (cell.isSame()) {
      return Draft.untested(Kind.CERTAIN, place, figures, 0, cell.samples(), "");
    }
    FisherTest fisher = FisherTest.of(before, n, now, m);
    return new Draft(
        Kind.TESTED,
        place,
        figures,
        Draft.fall(base, head),
        Interval.UNKNOWN,
        Draft.FISHER,
        fisher.p(),
        fisher.least(),
        (int) Math.signum(base - head),
        (1 + head - base) / 2,
        cell.samples(),
        error -> base == 0 ? Double.NaN : 1 - Detectable.ofShares(base, n, m, error) / base,
        0,
        "");
  }

  private Place place(Measure measure) {
    return new Place(measure, cell.optimizer(), cell.function(), cell.dimension(), "");
  }

  private static int hits(List<ComparedTrial> trials, int target) {
    return (int) trials.stream().filter(trial -> trial.hits()[target] > 0).count();
  }

  /** Evaluations until the target or the end, and whether it was hit. */
  private static QuotientRatio.Side side(List<ComparedTrial> trials, int target) {
    return new QuotientRatio.Side(
        values(trials, t -> t.hits()[target] > 0 ? t.hits()[target] : t.evaluations()),
        values(trials, t -> t.hits()[target] > 0 ? 1 : 0));
  }

  private static double quotient(QuotientRatio.Side side) {
    double below = Arrays.stream(side.below()).sum();
    return below == 0 ? Double.POSITIVE_INFINITY : Arrays.stream(side.above()).sum() / below;
  }

  private static double[] values(
      List<ComparedTrial> trials, ToDoubleFunction<ComparedTrial> value) {
    return trials.stream().mapToDouble(value).toArray();
  }

  private double[] differences(ToDoubleFunction<ComparedTrial> value, boolean ratios) {
    double[] differences = new double[cell.pairs().size()];
    for (int i = 0; i < differences.length; i++) {
      double base = value.applyAsDouble(cell.pairs().get(i).base());
      double head = value.applyAsDouble(cell.pairs().get(i).head());
      differences[i] =
          base == head ? 0 : ratios ? StrictMath.log(head) - StrictMath.log(base) : head - base;
    }
    return differences;
  }

  private static double[] finite(double[] values, boolean ratios) {
    return Arrays.stream(values)
        .filter(Double::isFinite)
        .map(value -> ratios ? StrictMath.log(value) : value)
        .toArray();
  }

  private static double share(double difference, double scale, boolean ratios) {
    return ratios ? StrictMath.expm1(difference) : difference / scale;
  }

  /** If all numbers of one sample are above all of the other. */
  static double leastOfRanks(int n, int m) {
    double choices = 1;
    for (int i = 1; i <= Math.min(n, m); i++) {
      choices *= (n + m + 1.0 - i) / i;
    }
    return Math.min(1, 2 / choices);
  }
}
