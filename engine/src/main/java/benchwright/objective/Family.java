package benchwright.objective;

/** A family made of its description and of a way to make its landscapes. */
record Family(String id, String name, int smallestDimension, int largestDimension, Maker landscape)
    implements ObjectiveFamily {
  /** Makes the landscape of a dimension and an instance that are known to be allowed. */
  interface Maker {
    Landscape make(int dimension, int instance);
  }

  @Override
  public Objective at(int dimension, int instance) {
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
    return landscape.make(dimension, instance);
  }

  @Override
  public String toString() {
    return id;
  }
}
