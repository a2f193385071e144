package benchwright.objective;

/** A family with an id, a name and a range of dimensions, which checks what it is asked for. */
abstract class Family implements ObjectiveFamily {
  private final String id;
  private final String name;
  private final int smallestDimension;
  private final int largestDimension;

  Family(String id, String name, int smallestDimension, int largestDimension) {
    this.id = id;
    this.name = name;
    this.smallestDimension = smallestDimension;
    this.largestDimension = largestDimension;
  }

  /** The landscape of a dimension and an instance that are known to be allowed. */
  abstract Landscape make(int dimension, int instance);

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int smallestDimension() {
    return smallestDimension;
  }

  @Override
  public final int largestDimension() {
    return largestDimension;
  }

  @Override
  public final Objective at(int dimension, int instance) {
    if (dimension < smallestDimension || dimension > largestDimension) {
      throw new IllegalArgumentException(
          id
              + " is defined for dimensions "
              + smallestDimension
              + " to "
              + largestDimension
              + "; got "
              + dimension);
    }
    if (instance < 1) {
      throw new IllegalArgumentException(id + " has instances from 1 upwards; got " + instance);
    }
    return make(dimension, instance);
  }

  @Override
  public final String toString() {
    return id;
  }
}
