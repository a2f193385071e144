package benchwright.report.page;

import benchwright.analysis.Contest;
import benchwright.analysis.Convergence;
import benchwright.analysis.FailureGroup;
import benchwright.analysis.Review;
import benchwright.artifact.Manifest;
import benchwright.artifact.Place;
import benchwright.artifact.RunStatus;
import benchwright.artifact.Standing;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TrialKey;
import benchwright.report.Quantity;
import benchwright.report.chart.Unit;
import benchwright.report.page.Finding.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from a run: who is best and how surely, and what to do next. */
final class Advice {
  private static final String RANDOM = "random-search";

  /** Fewer trials than these on a problem seldom tell optimizers apart. */
  private static final int ENOUGH_TRIALS = 5;

  private final Review review;
  private final List<Finding> findings = new ArrayList<>();

  private Advice(Review review) {
    this.review = review;
  }

  /** The most important first. */
  static List<Finding> of(Review review) {
    Advice advice = new Advice(review);
    advice.status();
    advice.failures();
    advice.best();
    advice.randomSearch();
    advice.budget();
    advice.trials();
    advice.sources();
    return advice.findings;
  }

  private void status() {
    Manifest manifest = review.manifest();
    if (manifest.status() == RunStatus.INTERRUPTED) {
      add(
          Weight.BAD,
          "The run was interrupted: what stands here is of a part of it. Go on with it:",
          "bench run --resume " + Commands.word(manifest.runId()));
    } else if (manifest.status() == RunStatus.FAILED) {
      add(Weight.BAD, "Something other than a trial went wrong: see log.ndjson in the run.", "");
    }
    if (!manifest.shard().isWhole()) {
      add(
          Weight.WARNING,
          "This is part " + manifest.shard() + " of a run. Join the parts with bench merge.",
          "");
    }
  }

  private void failures() {
    for (FailureGroup group : review.failures()) {
      TrialKey key = group.examples().get(0);
      add(
          Weight.BAD,
          Quantity.count(group.trials(), "trial")
              + " of "
              + group.optimizer()
              + " failed ("
              + group.kind()
              + "). See one of them fail:",
          rerun(key));
    }
  }

  private String rerun(TrialKey key) {
    String suite = review.manifest().suite().file();
    return "bench run "
        + (suite.isEmpty() ? "" : Commands.word(suite) + " --" + review.manifest().profile() + " ")
        + "--optimizer "
        + Commands.word(key.optimizer())
        + " --function "
        + Commands.word(key.function())
        + " --dim "
        + key.dimension()
        + " --instance "
        + key.instance()
        + " --seed "
        + key.seed();
  }

  private void best() {
    int all = review.dimensions().size() == 1 ? review.dimensions().get(0) : 0;
    for (Standing standing : review.summary().standings()) {
      if (standing.dimension() == all && standing.places().size() > 1) {
        Place first = standing.places().get(0);
        Place second = standing.places().get(1);
        boolean clear = second.averageRank() - first.averageRank() > standing.criticalDifference();
        add(
            clear ? Weight.GOOD : Weight.NOTE,
            first.optimizer()
                + " ranks best: "
                + Unit.NUMBER.text(first.averageRank())
                + " on average over "
                + Quantity.count(standing.problems(), "problem")
                + ", best or as good as any on "
                + Quantity.count(first.best())
                + ". "
                + (clear
                    ? "Its lead over "
                        + second.optimizer()
                        + " is larger than the critical difference of "
                        + Unit.NUMBER.text(standing.criticalDifference())
                        + "."
                    : "It cannot be told from "
                        + second.optimizer()
                        + " by ranks: take more functions or instances before you choose."),
            "");
      }
    }
  }

  /** Whoever does not beat chance has a fault, or a budget far too small. */
  private void randomSearch() {
    if (!review.optimizers().contains(RANDOM) || review.contests().isEmpty()) {
      return;
    }
    for (String optimizer : review.optimizers()) {
      int worse = 0;
      int of = 0;
      for (Contest contest : review.contests()) {
        Optional<Double> mine = rank(contest, optimizer);
        Optional<Double> chance = rank(contest, RANDOM);
        if (!optimizer.equals(RANDOM) && mine.isPresent() && chance.isPresent()) {
          of++;
          worse += mine.get() >= chance.get() ? 1 : 0;
        }
      }
      if (of > 0 && worse * 4 >= of) {
        add(
            Weight.WARNING,
            optimizer
                + " is no better than random search on "
                + worse
                + " of "
                + Quantity.count(of, "problem")
                + ": look for a fault, or give it a larger budget.",
            "");
      }
    }
  }

  private static Optional<Double> rank(Contest contest, String optimizer) {
    return contest.entries().stream()
        .filter(entry -> entry.optimizer().equals(optimizer))
        .map(Contest.Entry::rank)
        .findFirst();
  }

  /** Whether medians that had not arrived were still on their way when the budget ended. */
  private void budget() {
    if (review.targets().isEmpty()) {
      return;
    }
    double hardest = review.targets().get(review.targets().size() - 1);
    int open = 0;
    int moving = 0;
    for (Convergence each : review.convergence()) {
      int last = each.half().size() - 1;
      if (each.known() && last > 0 && each.half().y(last) > hardest) {
        open++;
        double before = each.half().at(each.half().x(last) / 2);
        moving += each.half().y(last) < before * 0.9 ? 1 : 0;
      }
    }
    if (open > 0 && moving * 2 >= open) {
      add(
          Weight.NOTE,
          "Of "
              + Quantity.count(open, "median")
              + " that had not arrived, "
              + moving
              + " still came nearer in the second half of the budget: a larger budget would show"
              + " more.",
          "");
    }
  }

  private void trials() {
    int least =
        review.summary().rows().stream().mapToInt(SummaryRow::trials).min().orElse(ENOUGH_TRIALS);
    if (review.optimizers().size() == 1) {
      add(
          Weight.NOTE,
          "There is nothing to compare with: add RandomSearch() to the suite as a yardstick.",
          "");
    } else if (least < ENOUGH_TRIALS) {
      add(
          Weight.NOTE,
          "With "
              + Quantity.count(least, "trial")
              + " on a problem only large differences can be told from chance: instances(1..15) is"
              + " what papers use.",
          "");
    }
  }

  private void sources() {
    Manifest manifest = review.manifest();
    if (manifest.commit().dirty()) {
      add(
          Weight.WARNING,
          "Files differed from the commit, so nobody else can have these sources: commit, and run"
              + " again before you publish.",
          "");
    }
    if (!manifest.environment().warnings().isEmpty()) {
      add(Weight.NOTE, "Times of this run are doubtful: see the environment.", "");
    }
  }

  private void add(Weight weight, String text, String command) {
    findings.add(new Finding(weight, text, command));
  }
}
