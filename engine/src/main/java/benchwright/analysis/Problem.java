package benchwright.analysis;

import benchwright.stats.PMethod;
import benchwright.stats.RankSumTest;
import benchwright.stats.RankSumTests;
import benchwright.stats.Ranks;
import benchwright.stats.Sample;
import benchwright.stats.Superiority;
import java.util.List;

/**
 * All optimizers on one function in one dimension, each against each other.
 *
 * @param cells one for each optimizer, in the order of the run
 * @param ranks by expected running time, by the median trial where nobody succeeded
 * @param pairs each optimizer against each later one: (0, 1), (0, 2), … (1, 2), …
 */
record Problem(String function, int dimension, List<Cell> cells, Ranks ranks, List<Pair> pairs) {

  /**
   * Two optimizers.
   *
   * @param p Mann-Whitney, two-sided, not corrected
   * @param a12 how probably a trial of the first is the better one
   */
  record Pair(int first, int second, double p, PMethod method, double a12) {}

  static Problem of(List<Cell> cells, RankSumTests tests) {
    int count = cells.size();
    double[][] scores = new double[count][];
    double[] places = new double[count];
    for (int i = 0; i < count; i++) {
      scores[i] = cells.get(i).scores();
      places[i] = place(cells.get(i));
    }
    Pair[] pairs = new Pair[count * (count - 1) / 2];
    int size = 0;
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        RankSumTest test = tests.test(scores[i], scores[j]);
        // A smaller score is better, so the second above the first counts for the first.
        double a12 = Superiority.a12(scores[j], scores[i]);
        pairs[size++] = new Pair(i, j, test.p(), test.method(), a12);
      }
    }
    Cell any = cells.get(0);
    return new Problem(
        any.function(), any.dimension(), List.copyOf(cells), Ranks.of(places), List.of(pairs));
  }

  /** The pair of two optimizers, whichever comes first. */
  Pair pair(int one, int other) {
    int first = Math.min(one, other);
    int second = Math.max(one, other);
    int count = cells.size();
    return pairs.get(first * count - first * (first + 1) / 2 + second - first - 1);
  }

  /** The index of the best optimizer; the first of those that tie. */
  int best() {
    int best = 0;
    for (int i = 1; i < cells.size(); i++) {
      best = ranks.of(i) < ranks.of(best) ? i : best;
    }
    return best;
  }

  /** The expected running time to the hardest target; infinite if there is none. */
  static double expectedTime(Cell cell) {
    int hardest = cell.targets().length - 1;
    double cost = 0;
    int hits = 0;
    for (int trial = 0; trial < cell.trials() && hardest >= 0 && cell.known(); trial++) {
      long hit = cell.hit(trial, hardest);
      cost += hit > 0 ? hit : cell.spent(trial);
      hits += hit > 0 ? 1 : 0;
    }
    return hits == 0 ? Double.POSITIVE_INFINITY : cost / hits;
  }

  private static double place(Cell cell) {
    double expected = expectedTime(cell);
    if (expected < Double.POSITIVE_INFINITY) {
      return -1 / expected;
    }
    double median = Sample.of(cell.scores()).median();
    return cell.known() ? Math.max(0, median) : median;
  }
}
