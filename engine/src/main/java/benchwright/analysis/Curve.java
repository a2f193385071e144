package benchwright.analysis;

import benchwright.artifact.History;
import benchwright.artifact.TrialRecord;

/** The convergence curve of one trial. */
final class Curve {
  private static final double EASIEST = 2;
  private static final double HARDEST = -8;

  private Curve() {}

  /**
   * The area over the convergence curve, from 0 (never within 100 of the optimum) to 1 (at most
   * 1e-8 from it at once): the mean over all evaluations i of the budget of 1 − (clip(log10 y_i,
   * −8, 2) + 8) / 10, where y_i is the distance of the best point so far. What a trial does not
   * spend counts with its last value. NaN if the optimum is unknown.
   */
  static double areaOver(TrialRecord record) {
    if (Double.isNaN(record.getOptimum())) {
      return Double.NaN;
    }
    History history = record.getHistory();
    double sum = 0;
    for (int k = 0; k < history.size(); k++) {
      long from = history.evaluation(k);
      long to = k + 1 < history.size() ? history.evaluation(k + 1) : record.getBudget() + 1;
      sum += (to - from) * height(history.value(k) - record.getOptimum());
    }
    return sum / record.getBudget();
  }

  private static double height(double distance) {
    // Not a number for a distance of 0 or less, which rounding can give: as good as the hardest.
    double exponent = distance > 0 ? StrictMath.log10(distance) : HARDEST;
    double clipped = Math.max(HARDEST, Math.min(EASIEST, exponent));
    return 1 - (clipped - HARDEST) / (EASIEST - HARDEST);
  }
}
