package benchwright.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All cells of a run, by optimizer, function and dimension.
 *
 * @param optimizers in the order of the run
 * @param functions in the order of the run
 * @param dimensions ascending
 * @param byId the cells by {@code optimizer/function/dimension}
 */
record Field(
    List<String> optimizers,
    List<String> functions,
    List<Integer> dimensions,
    Map<String, Cell> byId) {

  /**
   * The field of {@code cells}.
   *
   * @param optimizers in the order in which they were asked for; those not in it come after
   * @param functions likewise
   */
  static Field of(Map<String, Cell> cells, List<String> optimizers, List<String> functions) {
    Set<String> ranOptimizers = new LinkedHashSet<>();
    Set<String> ranFunctions = new LinkedHashSet<>();
    Set<Integer> dimensions = new TreeSet<>();
    for (Cell cell : cells.values()) {
      cell.settle();
      ranOptimizers.add(cell.optimizer());
      ranFunctions.add(cell.function());
      dimensions.add(cell.dimension());
    }
    return new Field(
        merged(optimizers, ranOptimizers),
        merged(functions, ranFunctions),
        List.copyOf(dimensions),
        cells);
  }

  /** Those of {@code ran}, in the order of {@code asked} as far as it has one. */
  private static List<String> merged(List<String> asked, Set<String> ran) {
    Set<String> order = new LinkedHashSet<>(asked);
    order.addAll(ran);
    order.retainAll(ran);
    return List.copyOf(order);
  }

  /** The dimensions, and 0 for all of them where there are several. */
  List<Integer> dimensionsAndAll() {
    List<Integer> all = new ArrayList<>(dimensions);
    if (dimensions.size() > 1) {
      all.add(0);
    }
    return all;
  }

  /** All cells, optimizer by optimizer. */
  List<Cell> cells() {
    List<Cell> all = new ArrayList<>();
    for (String optimizer : optimizers) {
      for (String function : functions) {
        for (int dimension : dimensions) {
          Cell cell = byId.get(optimizer + "/" + function + "/" + dimension);
          if (cell != null) {
            all.add(cell);
          }
        }
      }
    }
    return all;
  }

  /** The cells of one problem, in the order of the optimizers. */
  List<Cell> cells(String function, int dimension) {
    List<Cell> some = new ArrayList<>();
    for (String optimizer : optimizers) {
      Cell cell = byId.get(optimizer + "/" + function + "/" + dimension);
      if (cell != null) {
        some.add(cell);
      }
    }
    return some;
  }

  /** The cells of an optimizer on the functions of a group, in one dimension or, for 0, in all. */
  List<Cell> cells(String optimizer, FunctionGroup group, int dimension) {
    List<Cell> some = new ArrayList<>();
    for (String function : group.functions()) {
      for (int each : dimensions) {
        Cell cell =
            dimension == 0 || dimension == each
                ? byId.get(optimizer + "/" + function + "/" + each)
                : null;
        if (cell != null) {
          some.add(cell);
        }
      }
    }
    return some;
  }
}
