package benchwright.objective;

/** A function of any dimension in many instances: what a suite names by its id. */
public interface ObjectiveFamily {
  /**
   * The id by which suites and artifacts name this family, such as {@code bbob-f10} or {@code
   * sphere}.
   */
  String id();

  /** The name for people, such as {@code Ellipsoidal Function}. */
  String name();

  /** The smallest dimension that the function is defined for. */
  int smallestDimension();

  /** The largest dimension that is supported. */
  int largestDimension();

  /**
   * The landscape of one dimension and instance: the same for the same arguments, always.
   *
   * @throws IllegalArgumentException if the dimension is not supported or the instance is below 1
   */
  Objective at(int dimension, int instance);
}
