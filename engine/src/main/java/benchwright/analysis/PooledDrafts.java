package benchwright.analysis;

import benchwright.analysis.Draft.Figures;
import benchwright.analysis.Draft.Kind;
import benchwright.analysis.Draft.Place;
import benchwright.artifact.Interval;
import benchwright.stats.Detectable;
import benchwright.stats.Sample;
import benchwright.stats.SignTest;
import benchwright.suite.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one optimizer over all functions and dimensions together, where a suite of few trials
 * a cell has its power.
 *
 * <p>Of a pair of trials on the same problem, the logarithm of the ratio of their hit times is
 * taken for every target that at least one of them hits, and averaged: how much longer the head
 * takes, whatever the target; as targets are log-uniform, this is the area between the two trials'
 * distributions of running times on a logarithmic axis. A target that one of the two misses counts
 * there as hit with the last evaluation of the budget: a bound that never overstates the change.
 * The median of the pairs is told, as ratios of hit times have heavy tails, with the sign test: if
 * code only draws other random numbers, a pair is as likely to become better as worse, whatever the
 * function. Cells whose trials have no partners count as one pair each, by their means.
 */
final class PooledDrafts {
  private static final double ERROR = 0.05;

  private final String optimizer;
  private final List<ComparedCell> cells;
  private final int targets;
  private final double hardest;
  private final List<Double> changes = new ArrayList<>();
  private final List<Double> before = new ArrayList<>();
  private final List<Double> now = new ArrayList<>();

  /**
   * @param cells of the optimizer, those that both sides have
   * @param targets those that both sides have, the easiest first
   */
  PooledDrafts(String optimizer, List<ComparedCell> cells, double[] targets) {
    this.optimizer = optimizer;
    this.cells = cells.stream().filter(ComparedCell::known).toList();
    this.targets = targets.length;
    this.hardest = targets.length == 0 ? Double.NaN : targets[targets.length - 1];
  }

  List<Draft> drafts() {
    if (targets == 0 || cells.isEmpty()) {
      return List.of();
    }
    for (ComparedCell cell : cells) {
      add(cell);
    }
    List<Draft> drafts = new ArrayList<>();
    if (!changes.isEmpty()) {
      drafts.add(times());
    }
    drafts.add(successes());
    return drafts;
  }

  private void add(ComparedCell cell) {
    if (cell.paired()) {
      for (ComparedCell.Pair pair : cell.pairs()) {
        add(List.of(pair.base()), List.of(pair.head()));
      }
    } else {
      add(cell.base(), cell.head());
    }
  }

  /** One pair of trials, or of the trials of a cell. */
  private void add(List<ComparedTrial> base, List<ComparedTrial> head) {
    double sum = 0;
    double baseSum = 0;
    int count = 0;
    for (int t = 0; t < targets; t++) {
      int target = t;
      if (base.stream().anyMatch(trial -> trial.hits()[target] > 0)
          || head.stream().anyMatch(trial -> trial.hits()[target] > 0)) {
        double one = meanLog(base, target);
        baseSum += one;
        sum += meanLog(head, target) - one;
        count++;
      }
    }
    if (count > 0) {
      changes.add(sum / count);
      before.add(baseSum / count);
      now.add((baseSum + sum) / count);
    }
  }

  /** A miss is a hit with the last evaluation that the trial might have used. */
  private static double meanLog(List<ComparedTrial> trials, int target) {
    double sum = 0;
    for (ComparedTrial trial : trials) {
      sum += StrictMath.log(trial.timeOrBudget(target));
    }
    return sum / trials.size();
  }

  private Draft times() {
    double[] all = numbers(changes);
    double median = Sample.of(all).median();
    Figures figures =
        new Figures(Double.NaN, "evaluations", geometricMean(before), geometricMean(now));
    if (cells.stream().allMatch(ComparedCell::isSame)) {
      return Draft.untested(
          Kind.CERTAIN, place(Measure.EXPECTED_RUNTIME), figures, 0, all.length, "");
    }
    SignTest signs = SignTest.of(all);
    SignTest.Range range = SignTest.median(all, ERROR);
    int ties = all.length - signs.positive() - signs.negative();
    return new Draft(
        Kind.TESTED,
        place(Measure.EXPECTED_RUNTIME),
        figures,
        StrictMath.expm1(median),
        new Interval(StrictMath.expm1(range.lower()), StrictMath.expm1(range.upper())),
        Draft.SIGN_TEST,
        signs.p(),
        signs.least(),
        Integer.signum(signs.positive() - signs.negative()),
        (signs.negative() + ties / 2.0) / all.length,
        all.length,
        error -> StrictMath.expm1(Detectable.bySigns(all, error)),
        0,
        "");
  }

  /** By the pairs of which one hits the hardest target and the other does not (McNemar, exact). */
  private Draft successes() {
    List<Double> turned = new ArrayList<>();
    double base = 0;
    double head = 0;
    int trials = 0;
    for (ComparedCell cell : cells) {
      double one = rate(cell.base());
      double other = rate(cell.head());
      base += one * cell.samples();
      head += other * cell.samples();
      trials += cell.samples();
      if (cell.paired()) {
        for (ComparedCell.Pair pair : cell.pairs()) {
          turned.add(rate(List.of(pair.base())) - rate(List.of(pair.head())));
        }
      } else {
        turned.add(one - other);
      }
    }
    double before = base / trials;
    int n = trials;
    Figures figures = new Figures(hardest, "share", before, head / trials);
    if (cells.stream().allMatch(ComparedCell::isSame)) {
      return Draft.untested(Kind.CERTAIN, place(Measure.SUCCESS_RATE), figures, 0, trials, "");
    }
    SignTest signs = SignTest.of(numbers(turned));
    int ties = turned.size() - signs.positive() - signs.negative();
    return new Draft(
        Kind.TESTED,
        place(Measure.SUCCESS_RATE),
        figures,
        Draft.fall(figures.base(), figures.head()),
        Interval.UNKNOWN,
        Draft.SIGN_TEST,
        signs.p(),
        signs.least(),
        Integer.signum(signs.positive() - signs.negative()),
        (signs.negative() + ties / 2.0) / turned.size(),
        trials,
        error -> before == 0 ? Double.NaN : 1 - Detectable.ofShares(before, n, n, error) / before,
        0,
        "");
  }

  private double rate(List<ComparedTrial> trials) {
    return trials.stream().mapToDouble(trial -> trial.hits()[targets - 1] > 0 ? 1 : 0).sum()
        / trials.size();
  }

  private Place place(Measure measure) {
    return new Place(measure, optimizer, "", 0, "");
  }

  private static double geometricMean(List<Double> logs) {
    return StrictMath.exp(Sample.of(numbers(logs)).mean());
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
