package benchwright.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A critical-difference diagram (Demšar, Statistical Comparisons of Classifiers over Multiple Data
 * Sets, JMLR 7, 2006): mean ranks on an axis, and bars over those that the test does not tell
 * apart.
 *
 * @param criticalDifference of mean ranks; NaN if the test was not made.
 * @param groups first and last place, from 0 on in the order of the ranks, of each set that is not
 *     told apart.
 */
public record Ranking(
    String title,
    String description,
    List<Ranked> ranked,
    double criticalDifference,
    List<Group> groups)
    implements Chart {
  /** A thing with its mean rank, from 1 on; lower is better. */
  public record Ranked(String name, int style, double rank) {}

  /** Places from {@code first} to {@code last}, both included. */
  public record Group(int first, int last) {}

  /**
   * The longest sets of neighbours whose ranks differ by no more than the critical difference, from
   * left to right; none of a single one, and none inside another.
   */
  public static List<Group> groups(List<Ranked> ranked, double criticalDifference) {
    List<Group> groups = new ArrayList<>();
    int reached = -1;
    for (int first = 0; first < ranked.size(); first++) {
      int last = first;
      while (last + 1 < ranked.size()
          && ranked.get(last + 1).rank() - ranked.get(first).rank() <= criticalDifference) {
        last++;
      }
      if (last > first && last > reached) {
        groups.add(new Group(first, last));
        reached = last;
      }
    }
    return groups;
  }

  /**
   * @throws IllegalArgumentException if there is nothing, or it is not in the order of the ranks.
   */
  public Ranking {
    ranked = List.copyOf(ranked);
    groups = List.copyOf(groups);
    if (ranked.isEmpty()) {
      throw new IllegalArgumentException("a ranking of nothing");
    }
    for (int i = 1; i < ranked.size(); i++) {
      if (ranked.get(i).rank() < ranked.get(i - 1).rank()) {
        throw new IllegalArgumentException("not in the order of ranks: " + ranked);
      }
    }
  }
}
