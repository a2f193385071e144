package benchwright.analysis;

import benchwright.artifact.PairedCase;
import benchwright.artifact.Sides;
import benchwright.stats.PairedRatios;
import benchwright.stats.SignBoundary;
import benchwright.suite.Measure;
import benchwright.suite.Severity;
import benchwright.suite.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By which rules pairs are judged, and when there are enough of them.
 *
 * <p>A case fails if the median of its ratios is over the threshold, and so many pairs say "worse"
 * that identical code would at any look do so once in {@code 1/FALSE_ALARM} tables: the looks after
 * each pair and the rows that may fail are both paid for. Intervals hold the medians of all those
 * rows at once with {@link #CONFIDENCE} (Bonferroni: a row is decided while others are still
 * measured, so Holm's order of all rows is not known yet).
 *
 * @param least pairs that each case gets
 * @param most pairs that a case may get
 * @param thresholds the ones that hold, each measure's of a subject at most once
 * @param tests how many rows may fail: what confidence and error are divided by
 */
public record PairRules(int least, int most, List<Threshold> thresholds, int tests) {
  /** Of the intervals of a whole table. */
  public static final double CONFIDENCE = 0.95;

  /** How often a whole table of identical code may fail, however noisy it is. */
  public static final double FALSE_ALARM = 0.001;

  /** Pairs that each case gets at least, and at most. */
  public static final int LEAST = 6;

  public static final int MOST = 30;

  private static final List<Threshold> DEFAULTS =
      List.of(
          new Threshold(Measure.TIME, 10, Severity.FAIL, List.of()),
          new Threshold(Measure.MEMORY, 20, Severity.WARN, List.of()),
          new Threshold(Measure.UTILIZATION, 5, Severity.WARN, List.of()));

  public PairRules {
    thresholds = List.copyOf(thresholds);
  }

  /**
   * The rules for {@code cases}, of which those of both sides are compared.
   *
   * @param least the pairs that were asked for at least; a table with many rows needs more before
   *     it has intervals at all
   * @param thresholds of the suite or the command line; {@link #withDefaults} completes them
   */
  public static PairRules of(
      int least, int most, List<Threshold> thresholds, List<PairedCase> cases) {
    PairRules one = new PairRules(least, most, thresholds, 1);
    int tests = 0;
    for (PairedCase each : cases) {
      for (Measure measure : PairedSeries.MEASURES) {
        boolean known = each.sides() == Sides.BOTH && isMeasured(each, measure);
        if (known && one.threshold(each, measure).filter(PairRules::fails).isPresent()) {
          tests++;
        }
      }
    }
    int family = Math.max(1, tests);
    int enough = PairedRatios.least(1 - (1 - CONFIDENCE) / family);
    return new PairRules(Math.min(most, Math.max(least, enough)), most, thresholds, family);
  }

  /** {@code given}, and the defaults of all measures that it does not speak of. */
  public static List<Threshold> withDefaults(List<Threshold> given) {
    List<Threshold> all = new ArrayList<>(given);
    for (Threshold usual : DEFAULTS) {
      if (given.stream().noneMatch(each -> each.measure() == usual.measure())) {
        all.add(usual);
      }
    }
    return all;
  }

  private static boolean isMeasured(PairedCase each, Measure measure) {
    return measure != Measure.UTILIZATION || !each.kind().equals(PairedCase.OPERATION);
  }

  /** What holds for a measure of a case: what names the subject comes before what is for all. */
  Optional<Threshold> threshold(PairedCase each, Measure measure) {
    Optional<Threshold> general = Optional.empty();
    for (Threshold threshold : thresholds) {
      if (threshold.measure() == measure) {
        if (threshold.of().contains(each.implementation())) {
          return Optional.of(threshold);
        }
        general = threshold.of().isEmpty() ? Optional.of(threshold) : general;
      }
    }
    return general;
  }

  static boolean fails(Threshold threshold) {
    return threshold.severity() == Severity.FAIL;
  }

  /** How many pairs must say "worse". */
  public SignBoundary boundary() {
    return SignBoundary.of(least, most, FALSE_ALARM / tests);
  }

  /** Of one interval. */
  double confidenceOfEach() {
    return 1 - (1 - CONFIDENCE) / tests;
  }

  /**
   * Whether the pairs of {@code each} tell enough: none of what may fail it seems to be over its
   * threshold without being surely worse.
   *
   * @param boundary of these rules
   */
  public boolean isEnough(PairedCase each, SignBoundary boundary) {
    int pairs = each.pairs().size();
    if (pairs < least || pairs >= most) {
      return pairs >= most;
    }
    for (Measure measure : PairedSeries.MEASURES) {
      Optional<Threshold> threshold = threshold(each, measure).filter(PairRules::fails);
      Optional<PairedSeries> series = PairedSeries.of(each, measure);
      if (threshold.isPresent() && series.isPresent()) {
        PairedRatios ratios = series.get().ratios();
        boolean over = series.get().worse(ratios.median()) > threshold.get().worseByPercent() / 100;
        if (over && !boundary.isReached(ratios.larger(), pairs)) {
          return false;
        }
      }
    }
    return true;
  }
}
