package benchwright.stats;

/**
 * How many of n pairs must say the same before it is believed, where somebody looks after each pair
 * from the {@code least} to the {@code most} and stops at the first look that is enough.
 *
 * <p>Looking again and again finds something by chance more often than looking once. So each look
 * asks for more than a single one would: all of them for the same one-sided probability of a single
 * look, the largest for which the chance that <em>any</em> look finds something in fair coins is at
 * most the error. That chance is computed exactly, by following the number of heads from pair to
 * pair; nothing is approximated or drawn.
 */
public final class SignBoundary {
  /** More pairs than this are never asked for, and the sums stay exact to the last digits. */
  private static final int MOST = 1000;

  private final int least;
  private final int most;
  private final int[] needed;
  private final double error;

  private SignBoundary(int least, int[] needed, double error) {
    this.least = least;
    this.most = needed.length - 1;
    this.needed = needed;
    this.error = error;
  }

  /**
   * The boundary of looks after {@code least}, {@code least + 1}, … {@code most} pairs.
   *
   * @param error the greatest chance of fair coins to reach it at any look, in one direction
   * @throws IllegalArgumentException unless 1 ≤ least ≤ most ≤ 1000 and 0 &lt; error &lt; 1/2
   */
  public static SignBoundary of(int least, int most, double error) {
    if (least < 1 || most < least || most > MOST || !(error > 0 && error < 0.5)) {
      throw new IllegalArgumentException(least + " to " + most + " pairs with error " + error);
    }
    // The same nominal probability at each look: halved until it holds, then as large as it may be.
    double low = 0;
    double high = error;
    int[] best = needed(least, most, 0);
    double reached = 0;
    for (int step = 0; step < 60; step++) {
      double nominal = step == 0 ? high : (low + high) / 2;
      int[] tried = needed(least, most, nominal);
      double chance = reached(least, tried, 0.5);
      if (chance <= error) {
        low = nominal;
        best = tried;
        reached = chance;
        if (step == 0) {
          break;
        }
      } else {
        high = nominal;
      }
    }
    return new SignBoundary(least, best, reached);
  }

  /** Of n pairs so many must say the same; n + 1 where no number is enough. */
  public int needed(int pairs) {
    return pairs < least ? pairs + 1 : needed[Math.min(pairs, most)];
  }

  /** Whether {@code same} of {@code pairs} are enough. */
  public boolean isReached(int same, int pairs) {
    return same >= needed(pairs);
  }

  /** The fewest pairs with which it can be reached; {@code most + 1} if it cannot. */
  public int first() {
    int pairs = least;
    while (pairs <= most && needed[pairs] > pairs) {
      pairs++;
    }
    return pairs;
  }

  /** The exact chance that fair coins reach it at any look, at most what was asked for. */
  public double error() {
    return error;
  }

  /** How probably it is reached at any look if each pair says the same with probability p. */
  public double power(double p) {
    return reached(least, needed, p);
  }

  private static int[] needed(int least, int most, double nominal) {
    int[] needed = new int[most + 1];
    for (int n = 0; n <= most; n++) {
      needed[n] = n < least ? n + 1 : Binomial.critical(n, nominal);
    }
    return needed;
  }

  /** Follows how probable each number of heads is that has not reached the boundary yet. */
  private static double reached(int least, int[] needed, double p) {
    int most = needed.length - 1;
    double[] open = new double[most + 2];
    open[0] = 1;
    double reached = 0;
    for (int n = 1; n <= most; n++) {
      for (int k = n; k > 0; k--) {
        open[k] = open[k] * (1 - p) + open[k - 1] * p;
      }
      open[0] *= 1 - p;
      for (int k = needed[n]; n >= least && k <= n; k++) {
        reached += open[k];
        open[k] = 0;
      }
    }
    return reached;
  }
}
