package benchwright.analysis;

import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How expected running times grow with the dimension, to the targets that COCO's figures show. */
final class Scalings {
  private static final double[] SHOWN = {1e1, 1, 1e-1, 1e-2, 1e-3, 1e-5, 1e-8};

  private Scalings() {}

  /**
   * @param rows by {@code optimizer/function/dimension}
   */
  static List<Scaling> of(Field field, double[] targets, Map<String, SummaryRow> rows) {
    List<Scaling> all = new ArrayList<>();
    if (field.dimensions().size() < 2) {
      return all;
    }
    for (String optimizer : field.optimizers()) {
      for (String function : field.functions()) {
        for (int t = 0; t < targets.length; t++) {
          List<Scaling.Point> points =
              isShown(targets, t) ? points(field, rows, optimizer + "/" + function, t) : List.of();
          if (!points.isEmpty()) {
            all.add(new Scaling(optimizer, function, targets[t], points));
          }
        }
      }
    }
    return all;
  }

  private static boolean isShown(double[] targets, int t) {
    boolean shown = t == targets.length - 1;
    for (double each : SHOWN) {
      shown |= targets[t] == each;
    }
    return shown;
  }

  private static List<Scaling.Point> points(
      Field field, Map<String, SummaryRow> rows, String pair, int t) {
    List<Scaling.Point> points = new ArrayList<>();
    for (int dimension : field.dimensions()) {
      SummaryRow row = rows.get(pair + "/" + dimension);
      if (row != null && !row.targets().isEmpty()) {
        TargetRow target = row.targets().get(t);
        points.add(
            new Scaling.Point(
                dimension,
                row.trials(),
                target.successes(),
                target.ert(),
                target.interval(),
                target.bestOf2009()));
      }
    }
    return points;
  }
}
