package benchwright.analysis;

import benchwright.analysis.Draft.Kind;
import benchwright.artifact.ComparisonRow;
import benchwright.artifact.Grade;
import benchwright.artifact.Outcome;
import benchwright.artifact.VerdictState;
import benchwright.stats.Tarone;
import benchwright.suite.Measure;
import benchwright.suite.Severity;
import benchwright.suite.Threshold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges the rows of a table, all together: the chance of even one false alarm among them is at
 * most 5 %.
 */
final class Judge {
  static final double CONFIDENCE = 0.95;
  private static final double ERROR = 0.05;

  /** What an operation may allocate more, where nobody says anything of memory. */
  private static final Threshold ALLOCATED =
      new Threshold(Measure.MEMORY, 20, Severity.FAIL, List.of());

  /** So many forks that agree show that an allocation is no accident of the compiler. */
  private static final int ENOUGH_FORKS = 3;

  private final Limits limits;

  Judge(Limits limits) {
    this.limits = limits;
  }

  /** The rows: regressions first, then what is undecided, then the rest as it was. */
  List<ComparisonRow> rows(List<Draft> drafts) {
    double[] p = drafts.stream().mapToDouble(Draft::p).toArray();
    double[] least = drafts.stream().mapToDouble(Draft::least).toArray();
    double[] adjusted = Tarone.adjusted(p, least, ERROR);
    double level = Tarone.level(p, least, ERROR);
    List<ComparisonRow> rows = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      rows.add(row(drafts.get(i), adjusted[i], level));
    }
    rows.sort(Comparator.comparingInt(Judge::rank));
    return rows;
  }

  private static int rank(ComparisonRow row) {
    if (row.verdict() == VerdictState.FAILED) {
      return 0;
    }
    if (row.warns()) {
      return 1;
    }
    return switch (row.outcome()) {
      case REGRESSED -> 2;
      case UNDECIDED, REMOVED -> 3;
      default -> 4;
    };
  }

  private ComparisonRow row(Draft draft, double adjusted, double level) {
    Optional<Threshold> threshold = threshold(draft);
    double limit = threshold.map(each -> each.worseByPercent() / 100).orElse(Double.NaN);
    boolean over = draft.worse() > limit;
    Outcome outcome = outcome(draft, adjusted, over);
    boolean fails = threshold.filter(each -> each.severity() == Severity.FAIL).isPresent();
    double detectable = draft.detectable().applyAsDouble(level);
    VerdictState verdict = verdict(draft.kind(), outcome, over, fails);
    boolean warns = verdict == VerdictState.PASSED && over && outcome == Outcome.REGRESSED;
    return new ComparisonRow(
        draft.place().measure(),
        draft.place().subject(),
        draft.place().function(),
        draft.place().dimension(),
        draft.place().caseText(),
        draft.figures().target(),
        draft.figures().unit(),
        draft.figures().base(),
        draft.figures().head(),
        draft.worse(),
        draft.interval(),
        draft.test(),
        draft.p(),
        adjusted,
        draft.a12(),
        draft.samples(),
        detectable,
        limit,
        threshold.map(each -> each.severity().name().toLowerCase(Locale.ROOT)).orElse(""),
        outcome,
        outcome == Outcome.REGRESSED ? Grade.of(draft.worse()) : Grade.NONE,
        verdict,
        warns,
        new RowReason(draft, outcome, adjusted, detectable, limit, over).toText());
  }

  private Optional<Threshold> threshold(Draft draft) {
    Measure measure = draft.place().measure();
    Optional<Threshold> declared =
        limits.heldAgainst(measure, draft.place().subject(), draft.worse());
    if (!draft.figures().unit().equals(StoredTimes.ALLOCATED)) {
      return declared;
    }
    return (limits.isDeclared(measure) ? declared : Optional.of(ALLOCATED))
        .map(each -> draft.samples() < ENOUGH_FORKS ? warning(each) : each);
  }

  private static Threshold warning(Threshold threshold) {
    return new Threshold(
        threshold.measure(), threshold.worseByPercent(), Severity.WARN, threshold.of());
  }

  private static Outcome outcome(Draft draft, double adjusted, boolean over) {
    return switch (draft.kind()) {
      case ADDED -> Outcome.ADDED;
      case REMOVED -> Outcome.REMOVED;
      case BROKEN -> Outcome.REGRESSED;
      case MENDED -> Outcome.IMPROVED;
      case UNLIKE -> Outcome.UNDECIDED;
      case CERTAIN -> bySign(draft.worse());
      case TESTED, STORED -> {
        boolean agrees = draft.direction() == Math.signum(draft.worse());
        if (adjusted <= ERROR && agrees && Math.abs(draft.worse()) > draft.floor()) {
          yield bySign(draft.worse());
        }
        yield over ? Outcome.UNDECIDED : Outcome.SAME;
      }
    };
  }

  private static Outcome bySign(double worse) {
    return worse > 0 ? Outcome.REGRESSED : worse < 0 ? Outcome.IMPROVED : Outcome.SAME;
  }

  private static VerdictState verdict(Kind kind, Outcome outcome, boolean over, boolean fails) {
    return switch (kind) {
      case BROKEN -> VerdictState.FAILED;
      case REMOVED, UNLIKE -> VerdictState.UNDECIDED;
      case ADDED, MENDED, STORED -> VerdictState.PASSED;
      case CERTAIN -> over && fails ? VerdictState.FAILED : VerdictState.PASSED;
      case TESTED ->
          !over || !fails
              ? VerdictState.PASSED
              : outcome == Outcome.REGRESSED ? VerdictState.FAILED : VerdictState.UNDECIDED;
    };
  }
}
