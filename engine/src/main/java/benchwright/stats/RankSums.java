package benchwright.stats;

/**
 * How probable each sum of ranks is when which ranks belong together is left to chance: the
 * permutation distribution, ties and all.
 */
final class RankSums {
  private final double[] shares;
  private final int unit;

  private RankSums(double[] shares, int unit) {
    this.shares = shares;
    this.unit = unit;
  }

  /** Of {@code chosen} ranks, every choice being as probable as every other. */
  static RankSums ofChoice(Ranks ranks, int chosen) {
    int unit = unit(ranks);
    int[] units = units(ranks, unit);
    int all = 0;
    // ways[k][s]: the share, of all ways to choose, that takes k ranks that add up to s.
    double[][] ways = new double[chosen + 1][];
    int total = 0;
    for (int each : units) {
      total += each;
    }
    for (int k = 0; k <= chosen; k++) {
      ways[k] = new double[total + 1];
    }
    ways[0][0] = 1;
    for (int i = 0; i < units.length; i++) {
      for (int k = Math.min(chosen, i + 1); k >= 1; k--) {
        double[] less = ways[k - 1];
        double[] more = ways[k];
        for (int s = all; s >= 0; s--) {
          more[s + units[i]] += less[s];
        }
      }
      all += units[i];
    }
    return new RankSums(normed(ways[chosen]), unit);
  }

  /** Of the ranks that get a plus when a coin is tossed for each. */
  static RankSums ofSigns(Ranks ranks) {
    int unit = unit(ranks);
    int[] units = units(ranks, unit);
    int total = 0;
    for (int each : units) {
      total += each;
    }
    double[] ways = new double[total + 1];
    ways[0] = 1;
    int all = 0;
    for (int each : units) {
      for (int s = all; s >= 0; s--) {
        ways[s + each] += ways[s];
      }
      all += each;
    }
    return new RankSums(normed(ways), unit);
  }

  /** Twice the smaller tail that has {@code sum} in it, at most 1. */
  double twoSided(double sum) {
    int at = (int) Math.rint(sum * unit);
    double below = 0;
    for (int s = 0; s <= at; s++) {
      below += shares[s];
    }
    double above = 0;
    for (int s = shares.length - 1; s >= at; s--) {
      above += shares[s];
    }
    return Tails.twoSided(below, above);
  }

  /** Shared ranks can be halves: then everything is counted in halves. */
  private static int unit(Ranks ranks) {
    return ranks.tied() == 0 ? 1 : 2;
  }

  private static int[] units(Ranks ranks, int unit) {
    int[] units = new int[ranks.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = (int) Math.rint(ranks.of(i) * unit);
    }
    return units;
  }

  private static double[] normed(double[] ways) {
    double sum = 0;
    for (double each : ways) {
      sum += each;
    }
    for (int s = 0; s < ways.length; s++) {
      ways[s] /= sum;
    }
    return ways;
  }
}
