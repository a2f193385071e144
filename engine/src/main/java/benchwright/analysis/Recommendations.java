package benchwright.analysis;

import benchwright.artifact.EquivalenceRow;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import benchwright.artifact.Timings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the figures of a run ask somebody to do: few sentences, the weightiest first. */
public final class Recommendations {
  private static final int MOST = 7;
  private static final double WIDE = 4;
  // With four trials each, the smallest two-sided probability is 2/70; with three it is 2/20.
  private static final int LEAST_TRIALS = 4;

  private final Review review;
  private final List<Recommendation> found = new ArrayList<>();

  private Recommendations(Review review) {
    this.review = review;
  }

  /**
   * At most seven, from the figures of the run alone.
   *
   * @param planned how many trials or cases were planned
   * @param place the run as somebody types it on the command line
   */
  public static List<Recommendation> of(
      Review review, List<Timings> timings, int planned, String place) {
    Recommendations recommendations = new Recommendations(review);
    recommendations.failures();
    recommendations.missing(timings, planned, place);
    recommendations.neverHit();
    recommendations.fewTrials();
    recommendations.wide();
    recommendations.unequal();
    recommendations.found.addAll(TimingAdvice.of(timings));
    recommendations.circumstances(timings);
    return recommendations.found.stream()
        .sorted(Comparator.comparingInt(Recommendation::weight).reversed())
        .limit(MOST)
        .toList();
  }

  private void failures() {
    for (FailureGroup group : review.failures()) {
      if (group.examples().isEmpty()) {
        continue;
      }
      var key = group.examples().get(0);
      add(
          100,
          group.optimizer()
              + " failed in "
              + counted(group.trials(), "trial")
              + " ("
              + group.kind()
              + "). To see one of them alone, add to the command of the run: --optimizer "
              + key.optimizer()
              + " --function "
              + key.function()
              + " --dim "
              + key.dimension()
              + " --instance "
              + key.instance()
              + " --seed "
              + key.seed());
    }
  }

  private void missing(List<Timings> timings, int planned, String place) {
    int there = timings.stream().mapToInt(each -> each.cases().size()).sum();
    for (SummaryRow row : review.summary().rows()) {
      there += row.trials();
    }
    if (there < planned) {
      add(
          90,
          (planned - there)
              + " of "
              + planned
              + " are missing, so every figure here is of a part. To do the rest: bench run"
              + " --resume "
              + place);
    }
  }

  /** By optimizer: where no trial came to the hardest target. */
  private void neverHit() {
    Map<String, List<SummaryRow>> missed = new LinkedHashMap<>();
    Map<String, Integer> known = new LinkedHashMap<>();
    for (SummaryRow row : review.summary().rows()) {
      if (row.targets().isEmpty() || row.trials() == row.failed()) {
        continue;
      }
      known.merge(row.optimizer(), 1, Integer::sum);
      if (row.successes() == 0) {
        missed.computeIfAbsent(row.optimizer(), id -> new ArrayList<>()).add(row);
      }
    }
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, List<SummaryRow>> each : missed.entrySet()) {
      int of = known.getOrDefault(each.getKey(), 0);
      if (each.getValue().stream().noneMatch(row -> solvedBy(row).isPresent())) {
        nobodyHit(each.getKey(), each.getValue(), of);
      } else {
        others.add(each.getKey() + " (" + each.getValue().size() + " of " + of + ")");
      }
    }
    if (!others.isEmpty()) {
      othersHit(others, missed);
    }
  }

  /** A larger budget may be all that is missing. */
  private void nobodyHit(String optimizer, List<SummaryRow> rows, int known) {
    SummaryRow example = rows.get(0);
    add(
        40,
        optimizer
            + " never came within "
            + short1(hardest(example).target())
            + " of the optimum on "
            + rows.size()
            + " of "
            + counted(known, "problem")
            + ", such as "
            + on(example)
            + ": 0 of "
            + counted(example.trials(), "trial")
            + ", about "
            + example.evaluations() / Math.max(1, example.trials())
            + " evaluations each. No optimizer of this run got there in every trial: try a larger"
            + " --budget");
  }

  /** Their budget was enough for another one. */
  private void othersHit(List<String> others, Map<String, List<SummaryRow>> missed) {
    Optional<SummaryRow> example = Optional.empty();
    Optional<SummaryRow> winner = Optional.empty();
    for (List<SummaryRow> rows : missed.values()) {
      for (SummaryRow row : rows) {
        Optional<SummaryRow> by = solvedBy(row);
        if (by.isPresent()
            && (winner.isEmpty() || hardest(by.get()).ert() < hardest(winner.get()).ert())) {
          example = Optional.of(row);
          winner = by;
        }
      }
    }
    if (example.isPresent() && winner.isPresent()) {
      add(
          50,
          "Problems on which no trial came within "
              + short1(hardest(example.get()).target())
              + " of the optimum: "
              + String.join(", ", others)
              + ". On "
              + on(example.get())
              + ", "
              + winner.get().optimizer()
              + " got there in every trial, within "
              + Math.round(hardest(winner.get()).ert())
              + " expected evaluations: where another optimizer does that, look at parameters before"
              + " the budget");
    }
  }

  /** Who hit the hardest target in every trial of the same problem, the soonest. */
  private Optional<SummaryRow> solvedBy(SummaryRow row) {
    return review.summary().rows().stream()
        .filter(other -> other.function().equals(row.function()))
        .filter(other -> other.dimension() == row.dimension())
        .filter(other -> other.trials() > 0 && other.successes() == other.trials())
        .min(Comparator.comparingDouble(other -> hardest(other).ert()));
  }

  private static String on(SummaryRow row) {
    return row.function() + " in " + row.dimension() + "-D";
  }

  /** {@code 1e-8}. */
  private static String short1(double target) {
    return Double.toString(target).replace(".0E", "e").replace('E', 'e');
  }

  private void fewTrials() {
    int least = Integer.MAX_VALUE;
    for (SummaryRow row : review.summary().rows()) {
      least = Math.min(least, row.trials());
    }
    if (review.optimizers().size() > 1 && least < LEAST_TRIALS) {
      add(
          60,
          "With "
              + counted(least, "trial")
              + " on a problem no difference between two optimizers can be significant (5 %)."
              + " More instances or seeds, at least "
              + LEAST_TRIALS
              + " together, make that possible");
    }
  }

  /** Where the expected running time is known too badly to be compared. */
  private void wide() {
    int wide = 0;
    SummaryRow widest = null;
    double most = WIDE;
    for (SummaryRow row : review.summary().rows()) {
      if (row.successes() == 0 || row.trials() < LEAST_TRIALS) {
        continue;
      }
      TargetRow target = hardest(row);
      double ratio = target.interval().upper() / target.interval().lower();
      if (ratio > WIDE) {
        wide++;
        if (widest == null || ratio > most) {
          widest = row;
          most = ratio;
        }
      }
    }
    if (widest != null) {
      add(
          30,
          "The expected running time is uncertain by more than a factor of "
              + (int) WIDE
              + " on "
              + counted(wide, "row")
              + ", most of all for "
              + widest.optimizer()
              + " on "
              + on(widest)
              + " ("
              + widest.successes()
              + " of "
              + counted(widest.trials(), "trial")
              + " got there). More instances or seeds narrow it");
    }
  }

  private void unequal() {
    List<EquivalenceRow> differing =
        review.summary().equivalence().stream().filter(each -> !each.agrees()).toList();
    if (!differing.isEmpty()) {
      EquivalenceRow first = differing.get(0);
      add(
          99,
          differing.size()
              + " of "
              + counted(review.summary().equivalence().size(), "result")
              + (differing.size() == 1 ? " differs" : " differ")
              + " from what another implementation gives, such as "
              + (first.implementation() + " " + first.key()).strip()
              + " against "
              + first.reference()
              + ": whoever is faster, first see who is right");
    }
  }

  private void circumstances(List<Timings> timings) {
    if (review.manifest().commit().dirty()) {
      add(
          20,
          "The sources had changes that no commit holds: commit them before a run that others are to"
              + " be compared with");
    }
    if (!timings.isEmpty() && !review.manifest().environment().warnings().isEmpty()) {
      add(
          25,
          "The machine was not as still as it could be ("
              + counted(review.manifest().environment().warnings().size(), "warning")
              + "). What can be done about it: bench doctor");
    }
  }

  private void add(int weight, String text) {
    found.add(new Recommendation(weight, text));
  }

  private static TargetRow hardest(SummaryRow row) {
    return row.targets().isEmpty()
        ? new TargetRow(Double.NaN, Double.POSITIVE_INFINITY, 0)
        : row.targets().get(row.targets().size() - 1);
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
