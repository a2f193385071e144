package benchwright.export;

import benchwright.artifact.History;
import benchwright.artifact.TrialRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * At which evaluations COCO's logger writes a line, with its default options: 20 targets a decade
 * down to 1e-8, multiples of 1e5, 20 evaluations a decade, and 1, 2, 5 times the dimension times
 * powers of ten (numbbo/coco-experiment 2.8, logger of the suite bbob).
 */
final class CocoTriggers {
  private static final double PER_DECADE = 20;
  private static final double PRECISION = 1e-8;
  private static final double LINEAR = 1e5;
  private static final int[] BASES = {1, 2, 5};

  /** A line: the best value so far after an evaluation. */
  record Line(long evaluation, double best) {}

  private CocoTriggers() {}

  /**
   * Lines of the file {@code .dat}: the first evaluation, every improvement that passes a target,
   * the last evaluation.
   */
  static List<Line> byTarget(TrialRecord record) {
    History history = record.getHistory();
    Targets targets = new Targets();
    List<Line> lines = new ArrayList<>();
    for (int k = 0; k < history.size(); k++) {
      double best = Math.max(history.value(k), record.getOptimum());
      // The first line sets no target: COCO asks for targets only from the second evaluation on.
      if (history.evaluation(k) == 1 || targets.passedBy(best - record.getOptimum())) {
        lines.add(new Line(history.evaluation(k), best));
      }
    }
    return closed(lines, record);
  }

  /** Lines of the file {@code .tdat}: evaluations that depend on nothing but the dimension. */
  static List<Line> byEvaluation(TrialRecord record) {
    History history = record.getHistory();
    List<Line> lines = new ArrayList<>();
    int k = 0;
    Evaluations evaluations = new Evaluations(record.getKey().dimension());
    for (long next = evaluations.next();
        next <= record.getEvaluations();
        next = evaluations.next()) {
      while (k + 1 < history.size() && history.evaluation(k + 1) <= next) {
        k++;
      }
      if (history.size() > 0 && history.evaluation(k) <= next) {
        lines.add(new Line(next, Math.max(history.value(k), record.getOptimum())));
      }
    }
    return closed(lines, record);
  }

  private static List<Line> closed(List<Line> lines, TrialRecord record) {
    long last = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).evaluation();
    History history = record.getHistory();
    if (last != record.getEvaluations() && history.size() > 0) {
      double best = Math.max(history.value(history.size() - 1), record.getOptimum());
      lines.add(new Line(record.getEvaluations(), best));
    }
    return lines;
  }

  /** Which targets have been passed. */
  private static final class Targets {
    private int exponent = Integer.MAX_VALUE;
    private double linear = Double.MAX_VALUE;

    boolean passedBy(double distance) {
      // Both are asked, so that both remember.
      boolean byLogarithm = passesLogarithmic(distance);
      boolean byMultiple = passesLinear(distance);
      return byLogarithm || byMultiple;
    }

    private boolean passesLogarithmic(double distance) {
      double clamped = distance == 0 ? PRECISION / 10 : Math.max(distance, PRECISION);
      int reached = (int) Math.ceil(StrictMath.log10(clamped) * PER_DECADE);
      if (reached >= exponent) {
        return false;
      }
      exponent = reached;
      return true;
    }

    private boolean passesLinear(double distance) {
      double reached = Math.ceil(distance / LINEAR) * LINEAR;
      if (reached >= linear) {
        return false;
      }
      linear = reached;
      return true;
    }
  }

  /** The two rising sequences of evaluations, merged, each number once. */
  private static final class Evaluations {
    private final int dimension;
    private long decimal = 1;
    private int decimalExponent = 1;
    private long based;
    private int basedExponent;
    private int base;

    Evaluations(int dimension) {
      this.dimension = dimension;
      this.based = dimension;
    }

    long next() {
      long next = Math.min(decimal, based);
      if (decimal == next) {
        do {
          decimal = (long) Math.floor(StrictMath.pow(10, decimalExponent / PER_DECADE));
          decimalExponent++;
        } while (decimal <= next);
      }
      if (based == next) {
        base = (base + 1) % BASES.length;
        basedExponent += base == 0 ? 1 : 0;
        based = (long) (StrictMath.pow(10, basedExponent) * dimension * BASES[base]);
      }
      return next;
    }
  }
}
