package benchwright.analysis;

import benchwright.artifact.GroupRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the cells of an optimizer add up to over a group of functions. */
final class GroupRows {
  private final Map<String, Double> ranks = new LinkedHashMap<>();
  private final Map<String, Double> curves = new LinkedHashMap<>();

  /**
   * @param problems those on which optimizers can be ranked
   */
  GroupRows(List<Problem> problems) {
    for (Problem problem : problems) {
      for (int i = 0; i < problem.cells().size(); i++) {
        ranks.put(id(problem.cells().get(i)), problem.ranks().of(i));
      }
    }
  }

  /** Notes the area over the convergence curve of a cell. */
  void curve(Cell cell, double area) {
    curves.put(id(cell), area);
  }

  GroupRow row(String optimizer, String group, int dimension, List<Cell> cells) {
    int trials = 0;
    int failed = 0;
    int successes = 0;
    int solved = 0;
    long evaluations = 0;
    long pairs = 0;
    long hits = 0;
    double area = 0;
    double curve = 0;
    int curved = 0;
    double rank = 0;
    int ranked = 0;
    for (Cell cell : cells) {
      int targets = cell.targets().length;
      int ownSuccesses = 0;
      trials += cell.trials();
      failed += cell.failed();
      for (int trial = 0; trial < cell.trials(); trial++) {
        evaluations += cell.spent(trial);
        for (int t = 0; cell.known() && t < targets; t++) {
          long hit = cell.hit(trial, t);
          pairs++;
          hits += hit > 0 ? 1 : 0;
          area += hit > 0 ? early(hit, cell.budget(trial)) : 0;
          ownSuccesses += hit > 0 && t == targets - 1 ? 1 : 0;
        }
      }
      successes += ownSuccesses;
      solved += ownSuccesses > 0 ? 1 : 0;
      if (cell.known()) {
        curve += curves.getOrDefault(id(cell), 0.0);
        curved++;
      }
      Double own = ranks.get(id(cell));
      if (own != null) {
        rank += own;
        ranked++;
      }
    }
    return new GroupRow(
        optimizer,
        group,
        dimension,
        cells.size(),
        solved,
        trials,
        failed,
        successes,
        evaluations,
        pairs == 0 ? Double.NaN : (double) hits / pairs,
        pairs == 0 ? Double.NaN : area / pairs,
        curved == 0 ? Double.NaN : curve / curved,
        ranked == 0 ? Double.NaN : rank / ranked);
  }

  /**
   * The area that one hit adds: 1 for one at the first evaluation, 0 for one at the end of the
   * budget, even in the logarithm between.
   */
  private static double early(long hit, long budget) {
    if (hit <= 1) {
      return 1;
    }
    return Math.max(0, 1 - StrictMath.log((double) hit) / StrictMath.log((double) budget));
  }

  private static String id(Cell cell) {
    return cell.optimizer() + "/" + cell.function() + "/" + cell.dimension();
  }
}
