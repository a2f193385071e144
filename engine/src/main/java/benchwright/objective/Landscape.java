package benchwright.objective;

import benchwright.Bounds;
import java.util.Optional;
import java.util.OptionalDouble;

/** What every landscape of this package is: an identity, a box, an optimum, and a {@link Sweep}. */
abstract class Landscape implements Objective {
  private final String id;
  private final int instance;
  private final Bounds bounds;

  Landscape(String id, int instance, Bounds bounds) {
    this.id = id;
    this.instance = instance;
    this.bounds = bounds;
  }

  /** A new evaluation of up to {@code capacity} points at once. */
  abstract Sweep sweep(int capacity);

  /** The smallest value. */
  abstract double smallestValue();

  /** A point with the smallest value; not to be changed. */
  abstract double[] smallestPoint();

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final int dimension() {
    return bounds.dimension();
  }

  @Override
  public final int instance() {
    return instance;
  }

  @Override
  public final Bounds bounds() {
    return bounds;
  }

  @Override
  public final OptionalDouble optimum() {
    return OptionalDouble.of(smallestValue());
  }

  @Override
  public final Optional<double[]> optimalPoint() {
    return Optional.of(smallestPoint().clone());
  }

  @Override
  public final Evaluator evaluator() {
    return new SweepEvaluator(this);
  }

  @Override
  public final String toString() {
    return id + ", " + dimension() + "-D, instance " + instance;
  }
}
