package benchwright.report;

import benchwright.artifact.BudgetRow;
import benchwright.artifact.Duel;
import benchwright.artifact.GroupRow;
import benchwright.artifact.Place;
import benchwright.artifact.Standing;
import benchwright.artifact.Summary;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;

/** The rows, groups and standings of a summary, under the names that summary.json has for them. */
final class JsonSummary {
  private final JsonOut out;

  JsonSummary(JsonOut out) {
    this.out = out;
  }

  void write(Summary summary) {
    out.list("rows", summary.rows(), JsonSummary::row);
    out.list("groups", summary.groups(), JsonSummary::group);
    out.list("standings", summary.standings(), JsonSummary::standing);
  }

  private static void row(SummaryRow row, JsonOut out) {
    out.with("optimizer", row.optimizer())
        .with("function", row.function())
        .with("dimension", row.dimension())
        .with("trials", row.trials())
        .with("failed", row.failed())
        .with("successes", row.successes())
        .with("successRate", row.successRate());
    JsonReport.interval("wilson", row.wilson(), out);
    JsonReport.interval("clopperPearson", row.clopperPearson(), out);
    out.with("evaluations", row.evaluations());
    out.list("targets", row.targets(), JsonSummary::target);
    out.key("final")
        .beginObject()
        .with("mean", row.finalValues().mean())
        .with("median", row.finalValues().median())
        .with("standardDeviation", row.finalValues().standardDeviation())
        .with("best", row.finalValues().best())
        .with("worst", row.finalValues().worst())
        .endObject();
    out.with("aocc", row.aocc());
    out.list("budgets", row.budgets(), JsonSummary::budget);
    out.key("restarts")
        .beginObject()
        .with("p10", row.restarts().p10())
        .with("p50", row.restarts().p50())
        .with("p90", row.restarts().p90())
        .endObject();
  }

  private static void target(TargetRow target, JsonOut out) {
    out.with("target", target.target());
    if (Double.isInfinite(target.ert())) {
      out.orNull("ert", "");
    } else {
      out.with("ert", target.ert());
    }
    out.with("successes", target.successes());
    JsonReport.interval("interval", target.interval(), out);
    out.with("bestOf2009", target.bestOf2009());
  }

  private static void budget(BudgetRow budget, JsonOut out) {
    out.with("evaluations", budget.evaluations())
        .with("mean", budget.mean())
        .with("median", budget.median())
        .with("geometricMean", budget.geometricMean())
        .with("standardDeviation", budget.standardDeviation())
        .with("lowerQuartile", budget.lowerQuartile())
        .with("upperQuartile", budget.upperQuartile());
  }

  private static void group(GroupRow row, JsonOut out) {
    out.with("optimizer", row.optimizer())
        .with("group", row.group())
        .with("dimension", row.dimension())
        .with("problems", row.problems())
        .with("solved", row.solved())
        .with("trials", row.trials())
        .with("failed", row.failed())
        .with("successes", row.successes())
        .with("evaluations", row.evaluations())
        .with("hits", row.hits())
        .with("ecdfArea", row.ecdfArea())
        .with("aocc", row.aocc())
        .with("averageRank", row.averageRank());
  }

  private static void standing(Standing standing, JsonOut out) {
    out.with("dimension", standing.dimension())
        .with("problems", standing.problems())
        .list("places", standing.places(), JsonSummary::place);
    out.key("friedman")
        .beginObject()
        .with("statistic", standing.friedman().statistic())
        .with("p", standing.friedman().p())
        .with("uncorrected", standing.friedman().uncorrected())
        .with("uncorrectedP", standing.friedman().uncorrectedP())
        .with("imanDavenport", standing.friedman().imanDavenport())
        .with("imanDavenportP", standing.friedman().imanDavenportP())
        .endObject();
    out.with("criticalDifference", standing.criticalDifference())
        .list("duels", standing.duels(), JsonSummary::duel);
  }

  private static void place(Place place, JsonOut out) {
    out.with("optimizer", place.optimizer())
        .with("averageRank", place.averageRank())
        .with("best", place.best())
        .with("rating", place.rating())
        .with("deviation", place.deviation())
        .with("volatility", place.volatility());
  }

  private static void duel(Duel duel, JsonOut out) {
    out.with("first", duel.first())
        .with("second", duel.second())
        .with("wins", duel.wins())
        .with("losses", duel.losses())
        .with("undecided", duel.undecided())
        .with("a12", duel.a12())
        .with("p", duel.p())
        .with("adjustedP", duel.adjustedP());
  }
}
