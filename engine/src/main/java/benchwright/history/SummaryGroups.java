package benchwright.history;

import benchwright.artifact.Duel;
import benchwright.artifact.GroupRow;
import benchwright.artifact.Place;
import benchwright.artifact.RankTest;
import benchwright.artifact.Standing;
import benchwright.artifact.Summary;

/** Groups and standings of a summary as JSON, a line each. */
final class SummaryGroups {
  private SummaryGroups() {}

  static void write(Summary summary, JsonBytes to) {
    to.key("groups").raw('[').element();
    char separator = ' ';
    for (GroupRow group : summary.groups()) {
      to.raw(separator).raw('\n');
      group(group, to.element());
      separator = ',';
    }
    to.raw(']');
    if (!summary.standings().isEmpty()) {
      to.raw(',').raw('\n').element().key("standings").raw('[').element();
      separator = ' ';
      for (Standing standing : summary.standings()) {
        to.raw(separator).raw('\n');
        standing(standing, to.element());
        separator = ',';
      }
      to.raw(']');
    }
  }

  private static void group(GroupRow row, JsonBytes to) {
    to.beginObject().key("optimizer").value(row.optimizer());
    to.key("group").value(row.group());
    to.key("dimension").value(row.dimension());
    to.key("problems").value(row.problems());
    to.key("solved").value(row.solved());
    to.key("trials").value(row.trials());
    to.key("failed").value(row.failed());
    to.key("successes").value(row.successes());
    to.key("evaluations").value(row.evaluations());
    to.key("hits").value(row.hits());
    to.key("ecdfArea").value(row.ecdfArea());
    to.key("aocc").value(row.aocc());
    to.key("averageRank").value(row.averageRank()).endObject();
  }

  private static void standing(Standing standing, JsonBytes to) {
    to.beginObject().key("dimension").value(standing.dimension());
    to.key("problems").value(standing.problems());
    to.key("places").beginArray();
    for (Place place : standing.places()) {
      to.beginObject().key("optimizer").value(place.optimizer());
      to.key("averageRank").value(place.averageRank());
      to.key("best").value(place.best());
      to.key("rating").value(place.rating());
      to.key("deviation").value(place.deviation());
      to.key("volatility").value(place.volatility()).endObject();
    }
    to.endArray();
    RankTest test = standing.friedman();
    to.key("friedman").beginObject().key("statistic").value(test.statistic());
    to.key("p").value(test.p());
    to.key("uncorrected").value(test.uncorrected());
    to.key("uncorrectedP").value(test.uncorrectedP());
    to.key("imanDavenport").value(test.imanDavenport());
    to.key("imanDavenportP").value(test.imanDavenportP()).endObject();
    to.key("criticalDifference").value(standing.criticalDifference());
    to.key("duels").beginArray();
    for (Duel duel : standing.duels()) {
      to.beginObject().key("first").value(duel.first());
      to.key("second").value(duel.second());
      to.key("wins").value(duel.wins());
      to.key("losses").value(duel.losses());
      to.key("undecided").value(duel.undecided());
      to.key("a12").value(duel.a12());
      to.key("p").value(duel.p());
      to.key("adjustedP").value(duel.adjustedP()).endObject();
    }
    to.endArray().endObject();
  }
}
