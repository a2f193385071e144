package benchwright.analysis;

import benchwright.artifact.ComparisonRow;
import benchwright.artifact.Grade;
import benchwright.artifact.Interval;
import benchwright.artifact.Outcome;
import benchwright.artifact.PairedCase;
import benchwright.artifact.Sides;
import benchwright.artifact.VerdictState;
import benchwright.stats.PairedRatios;
import benchwright.stats.SignBoundary;
import benchwright.suite.Measure;
import benchwright.suite.Threshold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Makes the rows of a comparison out of pairs. */
final class PairedRow {
  private static final String TEST = "sign-test";
  private static final double UNKNOWN = Double.NaN;

  private final PairRules rules;
  private final SignBoundary boundary;

  PairedRow(PairRules rules, SignBoundary boundary) {
    this.rules = rules;
    this.boundary = boundary;
  }

  /** What the pairs say of one row. */
  private record Judged(Outcome outcome, VerdictState verdict, boolean warns, String reason) {}

  /** {@code c-o3 size=small}. */
  static String name(PairedCase each) {
    String rest = each.key().toString();
    return rest.isEmpty() ? each.implementation() : each.implementation() + " " + rest;
  }

  /** A case that was measured. */
  ComparisonRow of(PairedCase each, PairedSeries series) {
    PairedRatios ratios = series.ratios();
    PairedRatios.Limits limits = ratios.interval(rules.confidenceOfEach());
    double worse = series.worse(ratios.median());
    Interval interval = new Interval(series.worse(limits.lower()), series.worse(limits.upper()));
    Optional<Threshold> threshold = rules.threshold(each, series.measure());
    Judged judged = judged(each, series, ratios, worse, interval, threshold);
    return new ComparisonRow(
        series.measure(),
        each.implementation(),
        "",
        0,
        each.key().toString(),
        UNKNOWN,
        series.unit(),
        series.medianOfBase(),
        series.medianOfHead(),
        worse,
        interval,
        TEST,
        ratios.p(),
        UNKNOWN,
        series.a12(),
        ratios.size(),
        series.worse(1 + ratios.detectable(rules.confidenceOfEach())),
        threshold.map(limit -> limit.worseByPercent() / 100).orElse(UNKNOWN),
        severity(threshold),
        judged.outcome(),
        judged.outcome() == Outcome.REGRESSED ? Grade.of(worse) : Grade.NONE,
        judged.verdict(),
        judged.warns(),
        judged.reason());
  }

  private Judged judged(
      PairedCase each,
      PairedSeries series,
      PairedRatios ratios,
      double worse,
      Interval interval,
      Optional<Threshold> threshold) {
    boolean over = threshold.filter(t -> worse > t.worseByPercent() / 100).isPresent();
    boolean mayFail = threshold.filter(PairRules::fails).isPresent();
    String found = found(each, series, ratios, worse, interval);
    if (mayFail && each.pairs().size() < rules.least()) {
      return new Judged(Outcome.UNDECIDED, VerdictState.UNDECIDED, false, tooFew(each, found));
    }
    if (interval.upper() < 0) {
      return new Judged(Outcome.IMPROVED, VerdictState.PASSED, false, found + ".");
    }
    boolean clear = interval.lower() > 0;
    if (!over) {
      return clear
          ? new Judged(Outcome.REGRESSED, VerdictState.PASSED, false, found + ".")
          : new Judged(Outcome.SAME, VerdictState.PASSED, false, "");
    }
    String allowed = "; " + percent(threshold.get().worseByPercent() / 100) + " are allowed.";
    if (!mayFail) {
      return clear
          ? new Judged(Outcome.REGRESSED, VerdictState.PASSED, true, found + allowed)
          : new Judged(Outcome.UNDECIDED, VerdictState.PASSED, false, found + allowed);
    }
    return boundary.isReached(ratios.larger(), ratios.size())
        ? new Judged(Outcome.REGRESSED, VerdictState.FAILED, false, found + allowed)
        : new Judged(
            Outcome.UNDECIDED,
            VerdictState.UNDECIDED,
            false,
            found
                + ": over the "
                + percent(threshold.get().worseByPercent() / 100)
                + " that are allowed, and not surely worse; "
                + lacking(each, ratios));
  }

  private String lacking(PairedCase each, PairedRatios ratios) {
    if (boundary.first() > rules.most()) {
      return "so few pairs can fail nothing, allow more with --pairs.";
    }
    String asked =
        boundary.needed(ratios.size()) > ratios.size()
            ? "at least " + boundary.first() + " pairs are needed"
            : "so many pairs must say it " + boundary.needed(ratios.size()) + " times";
    return asked + (each.cut() ? ", and the time was up." : ".");
  }

  private String tooFew(PairedCase each, String found) {
    return found
        + ": "
        + each.pairs().size()
        + " of at least "
        + rules.least()
        + " pairs"
        + (each.problem().isEmpty() ? ", for want of time." : ". " + each.problem());
  }

  /** {@code c-o3: time +23 % (+15 % to +31 %), worse in 14 of 14 pairs}. */
  private static String found(
      PairedCase each, PairedSeries series, PairedRatios ratios, double worse, Interval interval) {
    boolean utilization = series.measure() == Measure.UTILIZATION;
    String limits =
        Double.isNaN(interval.lower())
            ? ""
            : utilization
                ? " (" + signed(-interval.upper()) + " to " + signed(-interval.lower()) + ")"
                : " (" + signed(interval.lower()) + " to " + signed(interval.upper()) + ")";
    boolean better = worse < 0;
    return name(each)
        + ": "
        + series.measure().name().toLowerCase(Locale.ROOT)
        + " "
        + signed(utilization ? -worse : worse)
        + limits
        + ", "
        + (better ? "better in " + ratios.smaller() : "worse in " + ratios.larger())
        + " of "
        + ratios.size()
        + (ratios.size() == 1 ? " pair" : " pairs");
  }

  /** A case of both sides that has not a single pair. */
  ComparisonRow unmeasured(PairedCase each) {
    String reason =
        each.problem().isEmpty()
            ? name(each) + ": not measured, for want of time."
            : name(each)
                + " could not be measured in the "
                + each.brokenSide()
                + ": "
                + each.problem();
    return empty(each, Outcome.UNDECIDED, VerdictState.UNDECIDED, false, reason);
  }

  /** A case of one side. */
  ComparisonRow alone(PairedCase each) {
    return each.sides() == Sides.HEAD
        ? empty(each, Outcome.ADDED, VerdictState.PASSED, false, "")
        : empty(
            each,
            Outcome.REMOVED,
            VerdictState.PASSED,
            true,
            name(each) + ": the head does not measure it any more.");
  }

  private ComparisonRow empty(
      PairedCase each, Outcome outcome, VerdictState verdict, boolean warns, String reason) {
    Optional<Threshold> threshold = rules.threshold(each, Measure.TIME);
    return new ComparisonRow(
        Measure.TIME,
        each.implementation(),
        "",
        0,
        each.key().toString(),
        UNKNOWN,
        "ns",
        UNKNOWN,
        UNKNOWN,
        UNKNOWN,
        new Interval(UNKNOWN, UNKNOWN),
        "none",
        UNKNOWN,
        UNKNOWN,
        UNKNOWN,
        0,
        UNKNOWN,
        threshold.map(limit -> limit.worseByPercent() / 100).orElse(UNKNOWN),
        severity(threshold),
        outcome,
        Grade.NONE,
        verdict,
        warns,
        reason);
  }

  private static String severity(Optional<Threshold> threshold) {
    return threshold.map(limit -> PairRules.fails(limit) ? "fail" : "warn").orElse("");
  }

  static ComparisonRow withAdjustedP(ComparisonRow row, double adjusted) {
    return new ComparisonRow(
        row.measure(),
        row.subject(),
        row.function(),
        row.dimension(),
        row.caseText(),
        row.target(),
        row.unit(),
        row.base(),
        row.head(),
        row.worse(),
        row.interval(),
        row.test(),
        row.p(),
        adjusted,
        row.a12(),
        row.samples(),
        row.detectable(),
        row.threshold(),
        row.severity(),
        row.outcome(),
        row.grade(),
        row.verdict(),
        row.warns(),
        row.reason());
  }

  private static String signed(double share) {
    return (share < 0 ? "−" : "+") + percent(Math.abs(share));
  }

  /** {@code 1.2 %}, {@code 12 %}. */
  private static String percent(double share) {
    double percent = 100 * share;
    if (!(percent < 1e6)) {
      return "more than a million %";
    }
    int decimals = percent < 9.95 && percent != Math.rint(percent) ? 1 : 0;
    return new BigDecimal(percent).setScale(decimals, RoundingMode.HALF_UP).toPlainString() + " %";
  }
}
