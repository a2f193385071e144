package benchwright.analysis;

import benchwright.stats.Holm;
import benchwright.stats.RankSumTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The problems of a run on which optimizers can be compared: those that all of them ran on. */
final class Problems {
  private final List<Problem> all;

  private Problems(List<Problem> all) {
    this.all = all;
  }

  static Problems of(Field field) {
    List<Problem> all = new ArrayList<>();
    RankSumTests tests = new RankSumTests();
    for (String function : field.functions()) {
      for (int dimension : field.dimensions()) {
        List<Cell> cells = field.cells(function, dimension);
        if (cells.size() == field.optimizers().size()) {
          all.add(Problem.of(cells, tests));
        }
      }
    }
    return new Problems(all);
  }

  /** In one dimension or, for 0, in all. */
  List<Problem> in(int dimension) {
    return all.stream().filter(p -> dimension == 0 || p.dimension() == dimension).toList();
  }

  /** Each problem as a contest; none if there is only one optimizer. */
  List<Contest> contests() {
    if (all.isEmpty() || all.get(0).cells().size() < 2) {
      return List.of();
    }
    int optimizers = all.get(0).cells().size();
    double[] p = new double[all.size() * optimizers];
    for (int i = 0; i < p.length; i++) {
      Problem problem = all.get(i / optimizers);
      int one = i % optimizers;
      p[i] = one == problem.best() ? Double.NaN : problem.pair(one, problem.best()).p();
    }
    double[] adjusted = Holm.adjusted(p);
    List<Contest> contests = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) {
      Problem problem = all.get(k);
      List<Contest.Entry> entries = new ArrayList<>();
      for (int i = 0; i < optimizers; i++) {
        entries.add(entry(problem, i, adjusted[k * optimizers + i]));
      }
      contests.add(new Contest(problem.function(), problem.dimension(), entries));
    }
    return contests;
  }

  private static Contest.Entry entry(Problem problem, int one, double p) {
    String optimizer = problem.cells().get(one).optimizer();
    double rank = problem.ranks().of(one);
    if (one == problem.best()) {
      return new Contest.Entry(optimizer, rank, Double.NaN, "", 0.5);
    }
    Problem.Pair pair = problem.pair(one, problem.best());
    return new Contest.Entry(
        optimizer,
        rank,
        p,
        pair.method().name().toLowerCase(Locale.ROOT),
        pair.first() == one ? pair.a12() : 1 - pair.a12());
  }
}
