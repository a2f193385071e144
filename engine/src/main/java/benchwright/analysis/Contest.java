package benchwright.analysis;

import java.util.List;

/**
 * The optimizers on one function in one dimension. A trial is better than another if it hit the
 * hardest target and the other did not or did later; of two that did not, the one that ended
 * nearer.
 *
 * @param entries in the order of the run
 */
public record Contest(String function, int dimension, List<Entry> entries) {
  public Contest {
    entries = List.copyOf(entries);
  }

  /**
   * One optimizer.
   *
   * @param rank by expected running time, by the median of the final values where nobody succeeded;
   *     1 is the best; ties share their ranks
   * @param p how probable it is that it differs so much from the best one by chance: Mann-Whitney,
   *     two-sided, after Holm over all contests of the run; NaN for the best itself
   * @param method how {@code p} was found: {@code exact}, {@code normal}; empty for the best
   * @param a12 how probably a trial of it is better than one of the best; 1/2 for the best itself
   */
  public record Entry(String optimizer, double rank, double p, String method, double a12) {
    /** Whether it is worse than the best beyond chance, 5 %. */
    public boolean worse() {
      return p < 0.05;
    }
  }
}
