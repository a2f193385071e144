package benchwright.analysis;

import benchwright.artifact.Duel;
import benchwright.artifact.Place;
import benchwright.artifact.RankTest;
import benchwright.artifact.Standing;
import benchwright.stats.Friedman;
import benchwright.stats.Glicko;
import benchwright.stats.Holm;
import benchwright.stats.Nemenyi;
import benchwright.stats.SignedRankTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How optimizers stand to each other over problems. */
final class Standings {
  private static final double ERROR = 0.05;

  private Standings() {}

  /** Of at least two optimizers over at least one problem. */
  static Standing of(int dimension, List<String> optimizers, List<Problem> problems) {
    double[][] ranks = new double[problems.size()][];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = problems.get(i).ranks().toArray();
    }
    Friedman friedman = Friedman.of(ranks);
    return new Standing(
        dimension,
        problems.size(),
        places(optimizers, ranks, friedman),
        new RankTest(
            friedman.statistic(),
            friedman.p(),
            friedman.uncorrected(),
            friedman.uncorrectedP(),
            friedman.imanDavenport(),
            friedman.imanDavenportP()),
        Nemenyi.criticalDifference(optimizers.size(), problems.size(), ERROR),
        duels(optimizers, problems));
  }

  /** Each problem is a period of Glicko-2, in the order of the run, in which each meets each. */
  private static List<Place> places(List<String> optimizers, double[][] ranks, Friedman friedman) {
    List<Glicko> ratings = Glicko.rate(optimizers.size(), ranks);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < optimizers.size(); i++) {
      int best = 0;
      for (double[] row : ranks) {
        boolean beaten = false;
        for (double rank : row) {
          beaten |= rank < row[i];
        }
        best += beaten ? 0 : 1;
      }
      Glicko rating = ratings.get(i);
      places.add(
          new Place(
              optimizers.get(i),
              friedman.averageRanks().get(i),
              best,
              rating.rating(),
              rating.deviation(),
              rating.volatility()));
    }
    places.sort(Comparator.comparingDouble(Place::averageRank));
    return places;
  }

  private static List<Duel> duels(List<String> optimizers, List<Problem> problems) {
    int pairs = optimizers.size() * (optimizers.size() - 1) / 2;
    double[] p = new double[problems.size() * pairs];
    for (int i = 0; i < p.length; i++) {
      p[i] = problems.get(i / pairs).pairs().get(i % pairs).p();
    }
    double[] adjusted = Holm.adjusted(p);
    double[] overall = new double[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      double[] effects = new double[problems.size()];
      for (int k = 0; k < effects.length; k++) {
        effects[k] = problems.get(k).pairs().get(pair).a12() - 0.5;
      }
      SignedRankTest test = SignedRankTest.of(effects);
      overall[pair] = test.used() == 0 ? Double.NaN : test.p();
    }
    double[] overallAdjusted = Holm.adjusted(overall);
    List<Duel> duels = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      int wins = 0;
      int losses = 0;
      double a12 = 0;
      for (int k = 0; k < problems.size(); k++) {
        Problem.Pair each = problems.get(k).pairs().get(pair);
        boolean differ = adjusted[k * pairs + pair] < ERROR;
        wins += differ && each.a12() > 0.5 ? 1 : 0;
        losses += differ && each.a12() < 0.5 ? 1 : 0;
        a12 += each.a12();
      }
      Problem.Pair any = problems.get(0).pairs().get(pair);
      duels.add(
          new Duel(
              optimizers.get(any.first()),
              optimizers.get(any.second()),
              wins,
              losses,
              problems.size() - wins - losses,
              a12 / problems.size(),
              overall[pair],
              overallAdjusted[pair]));
    }
    return duels;
  }
}
