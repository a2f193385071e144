package benchwright.measure.operation;

import benchwright.Bounds;
import benchwright.Problem;
import benchwright.objective.Evaluator;
import benchwright.objective.Objective;

/** A problem that counts nothing and is never spent: an evaluation costs the function alone. */
final class FreeProblem implements Problem {
  private final Objective objective;
  private final Evaluator evaluator;
  private final int dimension;

  FreeProblem(Objective objective) {
    this.objective = objective;
    evaluator = objective.evaluator();
    dimension = objective.dimension();
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public Bounds bounds() {
    return objective.bounds();
  }

  @Override
  public long budget() {
    return Long.MAX_VALUE;
  }

  @Override
  public long remaining() {
    return Long.MAX_VALUE;
  }

  @Override
  public double evaluate(double[] x) {
    if (x.length != dimension) {
      throw wrong("a point of " + x.length + " coordinates");
    }
    double value = evaluator.evaluate(x);
    if (!Double.isFinite(value)) {
      refuseUnlessFinite(x);
    }
    return value;
  }

  @Override
  public void evaluateAll(double[][] points, double[] values) {
    for (double[] point : points) {
      if (point.length != dimension) {
        throw wrong("a point of " + point.length + " coordinates");
      }
    }
    evaluator.evaluateAll(points, points.length, values);
    for (int i = 0; i < points.length; i++) {
      if (!Double.isFinite(values[i])) {
        refuseUnlessFinite(points[i]);
      }
    }
  }

  /** Asked only where the value says that the point may be at fault: looking costs time. */
  private void refuseUnlessFinite(double[] x) {
    for (double coordinate : x) {
      if (!Double.isFinite(coordinate)) {
        throw wrong("a point that is not finite");
      }
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        what + " for " + objective.id() + " in " + dimension + " dimensions");
  }
}
