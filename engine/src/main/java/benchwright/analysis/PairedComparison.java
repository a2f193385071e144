package benchwright.analysis;

import benchwright.artifact.Comparison;
import benchwright.artifact.ComparisonRow;
import benchwright.artifact.Design;
import benchwright.artifact.Formats;
import benchwright.artifact.Outcome;
import benchwright.artifact.PairedCase;
import benchwright.artifact.Pairs;
import benchwright.artifact.Sides;
import benchwright.artifact.Verdict;
import benchwright.artifact.VerdictState;
import benchwright.stats.Holm;
import benchwright.stats.SignBoundary;
import benchwright.suite.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What pairs of readings say: a row for each measure of each case, and the verdict. */
public final class PairedComparison {
  private final PairRules rules;
  private final SignBoundary boundary;

  public PairedComparison(PairRules rules) {
    this.rules = rules;
    this.boundary = rules.boundary();
  }

  /**
   * Compares.
   *
   * @param notes what a reader should know of how it was measured
   */
  public Comparison of(Pairs pairs, List<String> notes) {
    List<ComparisonRow> rows = new ArrayList<>();
    PairedRow maker = new PairedRow(rules, boundary);
    for (PairedCase each : pairs.cases()) {
      if (each.sides() != Sides.BOTH) {
        rows.add(maker.alone(each));
      } else if (each.pairs().isEmpty()) {
        rows.add(maker.unmeasured(each));
      } else {
        for (Measure measure : PairedSeries.MEASURES) {
          PairedSeries.of(each, measure).ifPresent(series -> rows.add(maker.of(each, series)));
        }
      }
    }
    List<ComparisonRow> adjusted = adjusted(rows);
    List<ComparisonRow> ordered = new ArrayList<>(adjusted);
    ordered.sort(Comparator.comparingInt(PairedComparison::rank));
    return new Comparison(
        Formats.COMPARISON,
        Formats.VERSION,
        Design.PAIRED,
        pairs.base(),
        pairs.head(),
        false,
        verdict(ordered, pairs),
        PairRules.CONFIDENCE,
        ordered,
        notes(pairs, notes));
  }

  private static int rank(ComparisonRow row) {
    if (row.verdict() == VerdictState.FAILED) {
      return 0;
    }
    return row.outcome() == Outcome.REGRESSED ? 1 : row.outcome() == Outcome.UNDECIDED ? 2 : 3;
  }

  private static List<ComparisonRow> adjusted(List<ComparisonRow> rows) {
    double[] holm = Holm.adjusted(rows.stream().mapToDouble(ComparisonRow::p).toArray());
    List<ComparisonRow> adjusted = new ArrayList<>();
    for (int i = 0; i < holm.length; i++) {
      adjusted.add(PairedRow.withAdjustedP(rows.get(i), holm[i]));
    }
    return adjusted;
  }

  private static Verdict verdict(List<ComparisonRow> rows, Pairs pairs) {
    List<String> failed = new ArrayList<>();
    List<String> undecided = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    boolean compared = false;
    for (ComparisonRow row : rows) {
      compared |= row.samples() > 0;
      switch (row.verdict()) {
        case FAILED -> failed.add(row.reason());
        case UNDECIDED -> undecided.add(row.reason());
        default -> {
          if (row.warns()) {
            warnings.add(row.reason());
          }
        }
      }
    }
    for (PairedCase each : pairs.cases()) {
      if (!each.difference().isEmpty()) {
        warnings.add(PairedRow.name(each) + ": " + each.difference());
      }
    }
    if (!compared && failed.isEmpty() && undecided.isEmpty()) {
      undecided.add("There is nothing that both sides have, so nothing was compared.");
    }
    VerdictState state =
        !failed.isEmpty()
            ? VerdictState.FAILED
            : undecided.isEmpty() ? VerdictState.PASSED : VerdictState.UNDECIDED;
    failed.addAll(undecided);
    return new Verdict(state, List.copyOf(failed), List.copyOf(warnings));
  }

  private List<String> notes(Pairs pairs, List<String> given) {
    List<String> notes = new ArrayList<>(given);
    int cases = (int) pairs.cases().stream().filter(each -> !each.pairs().isEmpty()).count();
    if (cases > 0) {
      notes.add(
          "Each case got "
              + rules.least()
              + " pairs, and more, up to "
              + rules.most()
              + ", while it seemed to be over its threshold and was not surely worse; "
              + (boundary.first() > rules.most()
                  ? "so few pairs can fail nothing."
                  : "a case fails with " + boundary.first() + " pairs at the earliest."));
      notes.add(
          "Identical code would fail in at most one of "
              + Math.round(1 / PairRules.FALSE_ALARM)
              + " such tables; intervals hold all that may fail at once, with "
              + Math.round(100 * PairRules.CONFIDENCE)
              + " %.");
    }
    notes.addAll(pairs.conditions().warnings());
    return List.copyOf(notes);
  }
}
