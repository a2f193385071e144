package benchwright.objective;

import benchwright.Bounds;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One landscape to be minimized: a function in one dimension and one instance, immutable and shared
 * freely between threads.
 */
public interface Objective {
  /** The id of the family, such as {@code bbob-f10} or {@code sphere}. */
  String id();

  /** The number of coordinates of a point. */
  int dimension();

  /** The number of the instance, counted from 1. */
  int instance();

  /** The box that is searched; points outside it have a value too. */
  Bounds bounds();

  /** The smallest value, where it is known. */
  OptionalDouble optimum();

  /** A copy of a point that has the smallest value, where one is known. */
  Optional<double[]> optimalPoint();

  /** A new evaluator, with scratch of its own, for the use of one thread. */
  Evaluator evaluator();
}
