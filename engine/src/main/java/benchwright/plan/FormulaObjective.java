package benchwright.plan;

import benchwright.Bounds;
import benchwright.objective.Evaluator;
import benchwright.objective.Objective;
import benchwright.script.Bodies;
import benchwright.script.Formula;
import benchwright.suite.FormulaFunction;
import benchwright.suite.KnownOptimum;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** A function whose body stands in a script; every instance is the same function. */
record FormulaObjective(FormulaFunction spec, int dimension, int instance, Supplier<Bodies> bodies)
    implements Objective {

  @Override
  public String id() {
    return spec.id();
  }

  @Override
  public Bounds bounds() {
    return Bounds.cube(dimension, spec.lower(), spec.upper());
  }

  @Override
  public OptionalDouble optimum() {
    return spec.optimum() instanceof KnownOptimum known
        ? OptionalDouble.of(known.value())
        : OptionalDouble.empty();
  }

  @Override
  public Optional<double[]> optimalPoint() {
    return Optional.empty();
  }

  /**
   * A body of its own for each evaluator: what a script remembers between calls cannot pass from
   * trial to trial.
   */
  @Override
  public Evaluator evaluator() {
    return new FormulaEvaluator(bodies.get().formula(spec.id()), dimension);
  }

  private static final class FormulaEvaluator implements Evaluator {
    private final Formula formula;
    // The body gets a copy: a script that writes to its argument must not move the optimizer's
    // point.
    private final double[] copy;

    FormulaEvaluator(Formula formula, int dimension) {
      this.formula = formula;
      this.copy = new double[dimension];
    }

    @Override
    public double evaluate(double[] x) {
      double zero = 0.0;
      for (int i = 0; i < copy.length; i++) {
        copy[i] = x[i];
        zero += 0.0 * x[i];
      }
      // The product with NaN or an infinity is NaN: the body is not asked about what is no point.
      return zero == 0.0 ? formula.value(copy) : Evaluator.settled(zero, x);
    }

    @Override
    public void evaluateAll(double[][] points, int count, double[] values) {
      for (int i = 0; i < count; i++) {
        values[i] = evaluate(points[i]);
      }
    }
  }
}
