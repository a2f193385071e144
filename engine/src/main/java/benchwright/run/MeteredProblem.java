package benchwright.run;

import benchwright.Bounds;
import benchwright.BudgetSpent;
import benchwright.Problem;
import benchwright.artifact.History;
import benchwright.objective.Evaluator;
import benchwright.objective.Objective;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The problem as an optimizer sees it: counts evaluations, ends the trial when its budget is spent
 * or its target reached, and remembers every strict improvement. {@code evaluateAll} is the same as
 * {@code evaluate} in a loop, only faster: it counts, ends and refuses at the very same point.
 *
 * <p>A value that is NaN or positive infinity never improves on anything. The value that reaches
 * the target is returned; the next call throws. What the function itself throws fails the trial,
 * even if the optimizer goes on.
 *
 * <p>A point with NaN or an infinity is known by its value, which is NaN or +∞ then ({@link
 * Evaluator}): only where that is the value are the coordinates looked at.
 *
 * <p>Time in the function is sampled, because a look at the clock costs more than a cheap
 * evaluation: the first call that passes 8 evaluations is timed as a whole, then the first that
 * passes twice as many, and from 512 on the first that passes 512 more. Each stands for the
 * evaluations since the one before, so that a slow start counts once.
 */
final class MeteredProblem implements Problem {
  /** After so many refused calls an optimizer is not about to return any more. */
  static final long PATIENCE = 1_000_000;

  private static final int FIRST_SAMPLE = 8;
  private static final int LARGEST_STEP = 512;

  private final Thread owner = Thread.currentThread();
  private final Evaluator evaluator;
  private final Bounds bounds;
  private final int dimension;
  private final long budget;
  private final double optimum;
  private final double target;
  private final StopSignal signal;
  private final LongSupplier nanoClock;

  private final Improvements improvements = new Improvements();
  private final double[] bestPoint;
  private double best = Double.POSITIVE_INFINITY;
  private long evaluations;
  // The budget; lowered to the evaluations done when the trial ends before.
  private long limit;
  private boolean targetReached;
  private long refused;
  private @Nullable Throwable failure;

  private long nextSample = FIRST_SAMPLE;
  private long sampledUpTo;
  private double sampledNanos;

  MeteredProblem(
      Objective objective,
      Evaluator evaluator,
      long budget,
      OptionalDouble finalTarget,
      StopSignal signal,
      LongSupplier nanoClock) {
    this.evaluator = evaluator;
    this.bounds = objective.bounds();
    this.dimension = objective.dimension();
    this.budget = budget;
    this.limit = budget;
    this.optimum = objective.optimum().orElse(Double.NaN);
    this.target = finalTarget.orElse(Double.NaN);
    this.signal = signal;
    this.nanoClock = nanoClock;
    this.bestPoint = new double[dimension];
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public Bounds bounds() {
    return bounds;
  }

  @Override
  public long budget() {
    return budget;
  }

  @Override
  public long remaining() {
    return limit - evaluations;
  }

  @Override
  public double evaluate(double[] x) {
    long evaluation = evaluations + 1;
    if (evaluation > limit || signal.isGiven() || Thread.currentThread() != owner) {
      throw refuse();
    }
    if (x.length != dimension) {
      throw refuse(x);
    }
    double value;
    try {
      value = evaluation >= nextSample ? sample(x) : evaluator.evaluate(x);
    } catch (Throwable thrown) {
      fail(thrown);
      throw thrown;
    }
    if (!(value < Double.POSITIVE_INFINITY) && !isFinite(x)) {
      throw refuse(x);
    }
    evaluations = evaluation;
    if (value < best) {
      improve(evaluation, value, x);
    }
    return value;
  }

  @Override
  public void evaluateAll(double[][] points, double[] values) {
    if (values.length < points.length) {
      throw new IllegalArgumentException(
          "there is room for " + values.length + " values of " + points.length + " points");
    }
    if (points.length == 0) {
      return;
    }
    long before = evaluations;
    if (before >= limit || signal.isGiven() || Thread.currentThread() != owner) {
      throw refuse();
    }
    int affordable = (int) Math.min(points.length, limit - before);
    int count = countWhole(points, affordable);
    if (count > 0) {
      try {
        if (before + count >= nextSample) {
          sample(points, count, values);
        } else {
          evaluator.evaluateAll(points, count, values);
        }
      } catch (Throwable thrown) {
        evaluateEach(points, count, values);
      }
      if (evaluations == before) {
        note(points, count, values);
      }
    }
    if (count < affordable && evaluations < limit) {
      throw refuse(points[count]);
    }
    if (evaluations < before + points.length) {
      throw new BudgetSpent();
    }
  }

  /** One by one after a block failed, to count up to the point at which the function fails. */
  private void evaluateEach(double[][] points, int count, double[] values) {
    for (int k = 0; k < count; k++) {
      values[k] = evaluate(points[k]);
    }
  }

  private void note(double[][] points, int count, double[] values) {
    long before = evaluations;
    evaluations = before + count;
    for (int k = 0; k < count; k++) {
      double value = values[k];
      if (value < best) {
        improve(before + k + 1, value, points[k]);
        if (targetReached) {
          evaluations = limit;
          return;
        }
      } else if (!(value < Double.POSITIVE_INFINITY) && !isFinite(points[k])) {
        evaluations = before + k;
        throw refuse(points[k]);
      }
    }
  }

  private void improve(long evaluation, double value, double[] x) {
    best = value;
    improvements.add(evaluation, value);
    System.arraycopy(x, 0, bestPoint, 0, dimension);
    // False wherever the optimum is unknown or no target set: both are NaN then.
    if (value - optimum <= target) {
      targetReached = true;
      limit = evaluation;
    }
  }

  private double sample(double[] x) {
    long start = nanoClock.getAsLong();
    double value = evaluator.evaluate(x);
    countSample(start, 1);
    return value;
  }

  private void sample(double[][] points, int count, double[] values) {
    long start = nanoClock.getAsLong();
    evaluator.evaluateAll(points, count, values);
    countSample(start, count);
  }

  private void countSample(long start, int count) {
    long passed = evaluations + count;
    double nanosOfOne = (double) (nanoClock.getAsLong() - start) / count;
    sampledNanos += nanosOfOne * (passed - sampledUpTo);
    sampledUpTo = passed;
    nextSample = passed + Math.min(passed, LARGEST_STEP);
  }

  /** The number of points up to the first that has another number of coordinates. */
  private int countWhole(double[][] points, int count) {
    for (int k = 0; k < count; k++) {
      if (points[k].length != dimension) {
        return k;
      }
    }
    return count;
  }

  private static boolean isFinite(double[] x) {
    for (double coordinate : x) {
      if (!Double.isFinite(coordinate)) {
        return false;
      }
    }
    return true;
  }

  private RuntimeException refuse() {
    if (Thread.currentThread() != owner) {
      return new IllegalStateException(
          "a problem belongs to the thread of its trial; another one called it");
    }
    if (signal.isGiven()) {
      throw new TrialStopped();
    }
    if (++refused > PATIENCE) {
      BudgetIgnored ignored = new BudgetIgnored(PATIENCE);
      fail(ignored);
      throw ignored;
    }
    return new BudgetSpent();
  }

  private BadPoint refuse(double[] x) {
    BadPoint bad = BadPoint.of(x, dimension, evaluations + 1);
    fail(bad);
    return bad;
  }

  private void fail(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    }
    limit = evaluations;
  }

  /**
   * Refuses everything from now on: an optimizer that kept the problem must not change what was
   * recorded.
   */
  void close() {
    limit = evaluations;
  }

  /**
   * What the function threw, or the bad point that the optimizer handed over; null if neither
   * happened.
   */
  @Nullable Throwable failure() {
    return failure;
  }

  boolean isTargetReached() {
    return targetReached;
  }

  boolean isBudgetSpent() {
    return evaluations >= budget;
  }

  long evaluations() {
    return evaluations;
  }

  History history() {
    return improvements.toHistory();
  }

  double[] bestPoint() {
    return improvements.isEmpty() ? new double[0] : bestPoint.clone();
  }

  long evaluationNanos() {
    return sampledUpTo == 0 ? 0 : (long) (sampledNanos / sampledUpTo * evaluations);
  }
}
