package benchwright.analysis;

import benchwright.artifact.ComparisonRow;
import benchwright.artifact.Outcome;
import benchwright.artifact.Verdict;
import benchwright.artifact.VerdictState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the rows of a comparison add up to. */
public final class Verdicts {
  private Verdicts() {}

  /**
   * Failed if a row is, else undecided if a row is or anything else stands in the way, else passed.
   *
   * @param rows judged
   * @param doubts what stands in the way of a verdict beside the rows, as sentences
   */
  public static Verdict of(List<ComparisonRow> rows, List<String> doubts) {
    List<String> reasons = new ArrayList<>();
    rows.stream()
        .filter(row -> row.verdict() == VerdictState.FAILED)
        .sorted(Comparator.comparingInt(Verdicts::weight))
        .forEach(row -> reasons.add(sentence(row)));
    boolean failed = !reasons.isEmpty();
    reasons.addAll(doubts);
    reasons.addAll(undecided(rows));
    List<String> warnings =
        rows.stream().filter(ComparisonRow::warns).map(Verdicts::sentence).toList();
    VerdictState state =
        failed
            ? VerdictState.FAILED
            : reasons.isEmpty() ? VerdictState.PASSED : VerdictState.UNDECIDED;
    return new Verdict(state, reasons, warnings);
  }

  /** What broke, then all functions together, then the rest as it comes. */
  private static int weight(ComparisonRow row) {
    boolean broke = !row.reason().isEmpty() && Double.isNaN(row.threshold());
    return row.test().equals(Draft.EXACT) && (broke || Double.isNaN(row.target()))
        ? 0
        : row.function().isEmpty() ? 1 : 2;
  }

  private static String sentence(ComparisonRow row) {
    return name(row) + ": " + row.reason() + ".";
  }

  /** {@code manta-ray on sphere in dimension 2, success rate}. */
  static String name(ComparisonRow row) {
    String place =
        row.dimension() > 0
            ? row.subject() + " on " + row.function() + " in dimension " + row.dimension()
            : row.caseText().isEmpty() ? row.subject() : row.subject() + " " + row.caseText();
    return place + ", " + measure(row);
  }

  /** {@code expected runtime}; {@code allocation} of what is one. */
  static String measure(ComparisonRow row) {
    return row.unit().equals(StoredTimes.ALLOCATED)
        ? "allocation"
        : row.measure().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Many of one kind are one sentence. */
  private static List<String> undecided(List<ComparisonRow> rows) {
    Map<String, List<ComparisonRow>> kinds = new LinkedHashMap<>();
    for (ComparisonRow row : rows) {
      if (row.verdict() == VerdictState.UNDECIDED) {
        String kind =
            row.outcome() == Outcome.REMOVED
                ? "removed " + row.subject()
                : row.test().equals(Draft.NONE) ? "unlike" : "unclear " + row.subject();
        kinds.computeIfAbsent(kind, each -> new ArrayList<>()).add(row);
      }
    }
    List<String> sentences = new ArrayList<>();
    kinds.forEach((kind, some) -> sentences.add(undecided(kind, some)));
    return sentences;
  }

  private static String undecided(String kind, List<ComparisonRow> some) {
    if (kind.equals("unlike")) {
      return Spoken.count(some.size(), "case") + ": " + some.get(0).reason() + ".";
    }
    if (some.size() == 1) {
      return sentence(some.get(0));
    }
    String subject = some.get(0).subject();
    if (some.get(0).outcome() == Outcome.REMOVED) {
      return subject
          + ": the base has "
          + Spoken.count(some.size(), "row")
          + " of it that the head has not.";
    }
    double worst = some.stream().mapToDouble(ComparisonRow::worse).max().orElse(Double.NaN);
    int least = some.stream().mapToInt(ComparisonRow::samples).min().orElse(0);
    return subject
        + ": "
        + Spoken.count(some.size(), "row")
        + " crossed a threshold, by as much as "
        + (Double.isInfinite(worst) ? "no bound says" : Spoken.percent(worst))
        + ", but "
        + Spoken.count(least, "trial")
        + " a side cannot tell that from chance.";
  }
}
